"""What would follow for some people: findings that were not there before, and what a clause would
say if it counted what it does not.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from watchbill.asking.asked import Asked
from watchbill.asking.asking import Texts, ask
from watchbill.audit.audit import Finding, audit
from watchbill.desk.remark import Remark
from watchbill.desk.rest import rest_remarks
from watchbill.events.schedule import Schedule
from watchbill.ledger.rosters import roster_of
from watchbill.roster.judged import JudgedLines
from watchbill.roster.model import Roster
from watchbill.rules.base import Breach, ChecksPerson, Severity

_Whose = tuple[str, str, Breach]
"""A person's key, the number of a clause, and what its rule says of all the person's duty."""


@dataclass(frozen=True, slots=True)
class Following:
    """Findings that would be new or graver, and remarks, which are none."""

    findings: tuple[Finding, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def breaches(self) -> tuple[Finding, ...]:
        """The findings that are more than warnings."""
        return tuple(one for one in self.findings if one.severity is Severity.BREACH)


def following(
    texts: Texts, before: Schedule, after: Schedule, people: Collection[str] = ()
) -> Following:
    """What the audit would find after that it does not find before, of these people by their
    keys; of everybody, and of the staff as a whole, where none are named.
    """
    rosters = [_roster(one, people) for one in (before, after)]
    was, now = ([] if one is None else _findings(texts, one, people) for one in rosters)
    new = tuple(one for one in now if not _stood(one, was))
    if rosters[1] is None or not people:
        return Following(new)
    not_counted = _not_counted(texts, rosters[0], rosters[1], new)
    rest = rest_remarks(rosters[0], rosters[1])
    return Following(new, (*not_counted, *rest))


def _roster(schedule: Schedule, people: Collection[str]) -> Roster | None:
    if schedule.span is None:
        return None
    return roster_of(schedule, people=people or None)


def _findings(texts: Texts, roster: Roster, people: Collection[str]) -> list[Finding]:
    """Of some people nothing can be said of the staff as a whole."""
    return [one for one in audit(texts, roster).findings if one.person or not people]


def _stood(finding: Finding, before: Iterable[Finding]) -> bool:
    """Whether it stood before, or one as grave in its place did: a run of six tours that becomes
    one of five is no new finding.
    """
    return any(
        one.clause.number == finding.clause.number
        and _key(one) == _key(finding)
        and _as_grave(one, finding)
        for one in before
    )


def _key(finding: Finding) -> str | None:
    return None if finding.person is None else finding.person.key


def _as_grave(one: Finding | Breach, other: Finding | Breach) -> bool:
    """Whether ``one``, which touches the other's times, is beyond its limit by as much."""
    if one.limit != other.limit or one.measured.unit != other.measured.unit:
        return False
    beyond, by = (abs(each.measured.amount - each.limit.amount) for each in (one, other))
    return one.start < other.end and other.start < one.end and beyond >= by


def _not_counted(
    texts: Texts, before: Roster | None, after: Roster, findings: Collection[Finding]
) -> Iterator[Remark]:
    """What rules would find that judge the schedule alone, were all duty judged by them."""
    told = {(_key(one), one.clause.number) for one in findings}
    old = [] if before is None else list(_uncounted(texts, before))
    for key, clause, breach in _uncounted(texts, after):
        stood = any((key, clause) == (one, its) and (breach == was or _as_grave(was, breach))
                    for one, its, was in old)  # fmt: skip
        if stood or (key, clause) in told:
            continue
        name = next(one.person.name for one in after.lines if one.person.key == key)
        yield Remark(
            name,
            f"{breach.sentence} No finding: the clause judges the posted schedule alone, and"
            " does not count what is worked beyond it.",
            clause,
        )


def _uncounted(texts: Texts, roster: Roster) -> Iterator[_Whose]:
    lines = JudgedLines(roster)
    for asked, rule in ask(texts, roster.first, roster.last).having(ChecksPerson):
        for one in lines.covered_by(asked):
            if one.read_by(asked) is one.duty or one.duty.starts == one.plan.starts:
                continue
            counted = set(rule.check(one.plan, one.frame))
            for breach in rule.check(one.duty, one.frame):
                if breach not in counted and not _is_lifted(asked, breach, roster):
                    yield one.line.person.key, asked.clause.number, breach


def _is_lifted(asked: Asked, breach: Breach, roster: Roster) -> bool:
    wall = roster.zone.wall
    return asked.is_lifted(
        breach.start, breach.end, [(wall(start), wall(end)) for start, end in roster.emergencies]
    )
