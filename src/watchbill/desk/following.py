"""What would follow for some people: findings that were not there before, and what a clause would
say if it counted what it does not.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from watchbill.asking.asking import Texts
from watchbill.audit.audit import Finding, audit
from watchbill.desk.caution import Caution
from watchbill.desk.rest import rest_remarks
from watchbill.events.schedule import Schedule
from watchbill.ledger.rosters import roster_of
from watchbill.roster.model import Roster
from watchbill.rules.base import Severity


@dataclass(frozen=True, slots=True)
class Following:
    """Findings that would be new or graver, and remarks, which are none."""

    findings: tuple[Finding, ...] = ()
    remarks: tuple[Caution, ...] = ()

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
    if after.span is None:
        return Following()
    roster = roster_of(after, people=people or None)
    stood = None if before.span is None else roster_of(before, people=people or None)
    was = [] if stood is None else _findings(texts, stood, people)
    now = _findings(texts, roster, people)
    new = tuple(one for one in now if not _stood(one, was))
    if not people:
        return Following(new)
    beyond = [] if stood is None else _findings(texts, _as_worked(stood), people)
    worked = _findings(texts, _as_worked(roster), people)
    told = {(_key(one), one.clause.number) for one in new}
    not_counted = (
        one
        for one in worked
        if not (one in now or _stood(one, beyond) or (_key(one), one.clause.number) in told)
    )
    return Following(new, (*map(_not_counted, not_counted), *rest_remarks(stood, roster)))


def _findings(texts: Texts, roster: Roster, people: Collection[str]) -> list[Finding]:
    """Of some people nothing can be said of the staff as a whole."""
    return [one for one in audit(texts, roster).findings if one.person or not people]


def _as_worked(roster: Roster) -> Roster:
    """The roster as if all that was worked had been scheduled."""
    return replace(roster, lines=tuple(replace(line, planned=None) for line in roster.lines))


def _not_counted(finding: Finding) -> Caution:
    """What a rule would find that judges the schedule alone, were all duty judged by it."""
    return Caution(
        finding.person.label if finding.person is not None else "",
        f"{finding.sentence} No finding: the clause judges the posted schedule alone, and does not"
        " count what is worked beyond it.",
        finding.clause.number,
    )


def _stood(finding: Finding, before: Iterable[Finding]) -> bool:
    """Whether it stood before, or one as grave in its place did: a run of six tours that becomes
    one of five is no new finding.
    """
    return any(
        one == finding
        or (
            one.clause.number == finding.clause.number
            and _key(one) == _key(finding)
            and _as_grave(one, finding)
        )
        for one in before
    )


def _key(finding: Finding) -> str | None:
    return None if finding.person is None else finding.person.key


def _as_grave(one: Finding, other: Finding) -> bool:
    """Whether ``one``, which touches the other's times, is beyond its limit by as much."""
    if one.limit != other.limit or one.measured.unit != other.measured.unit:
        return False
    beyond, by = (abs(each.measured.amount - each.limit.amount) for each in (one, other))
    return one.start < other.end and other.start < one.end and beyond >= by
