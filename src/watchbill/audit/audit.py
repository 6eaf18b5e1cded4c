"""Judges a roster by every rule of an agreement that can check.

The same program for both sides of the table: rules in, findings out, nothing silent. What a
roster is too short to be judged by is said too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from watchbill.agreement.model import Agreement, Clause, ScopedRule
from watchbill.kernel.clock import Day, Wall, day_of
from watchbill.records.people import Person
from watchbill.roster.model import Roster, RosterLine
from watchbill.rules.base import Breach, ChecksPerson, ChecksStaff, Measure, Severity, Staff


@dataclass(frozen=True, slots=True)
class Finding:
    """What the audit reports: clause, who, when, how much, the limit, and a plain sentence.

    ``person`` is ``None`` where the schedule or the staff as a whole is meant. The times are
    local.
    """

    clause: Clause
    person: Person | None
    start: Wall
    end: Wall
    measured: Measure
    limit: Measure
    sentence: str
    severity: Severity

    @property
    def first(self) -> Day:
        """The date on which it begins."""
        return day_of(self.start)

    @property
    def last(self) -> Day:
        """The last date that it touches."""
        return day_of(Wall(max(self.start, self.end - 1)))


@dataclass(frozen=True, slots=True)
class NotJudged:
    """A rule that this roster cannot be judged by, and why."""

    clause: Clause
    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Audit:
    """Findings in the order of clauses, people and time, and what was not judged."""

    findings: tuple[Finding, ...]
    not_judged: tuple[NotJudged, ...]


def audit(agreement: Agreement, roster: Roster) -> Audit:
    """The roster judged by the agreement."""
    findings: list[Finding] = []
    not_judged: list[NotJudged] = []
    for scoped in agreement.rules():
        covered = [line for line in roster.lines if scoped.covers(line.person)]
        if isinstance(scoped.rule, ChecksPerson):
            findings += _person_findings(scoped, roster, covered)
            not_judged += _not_judged(scoped, roster, covered)
        if isinstance(scoped.rule, ChecksStaff):
            findings += _staff_findings(scoped, roster, covered)
            if scoped.rule.needs_posting and roster.posted is None:
                reason = "nobody has said when the schedule was posted"
                not_judged.append(NotJudged(scoped.clause, scoped.rule.says(), reason))
    return Audit(tuple(findings), tuple(not_judged))


def _person_findings(
    scoped: ScopedRule, roster: Roster, lines: Iterable[RosterLine]
) -> Iterator[Finding]:
    rule = scoped.rule
    assert isinstance(rule, ChecksPerson)
    for line in lines:
        for breach in rule.check(line.timeline, roster.frame(line)):
            yield _finding(scoped, line.person, breach)


def _staff_findings(
    scoped: ScopedRule, roster: Roster, lines: list[RosterLine]
) -> Iterator[Finding]:
    rule = scoped.rule
    assert isinstance(rule, ChecksStaff)
    staff = Staff(
        people=[line.person for line in lines],
        timelines={line.person.name: line.timeline for line in lines},
        first=roster.first,
        last=roster.last,
        posted=roster.posted,
    )
    for breach in rule.check_staff(staff):
        yield _finding(scoped, None, breach)


def _finding(scoped: ScopedRule, person: Person | None, breach: Breach) -> Finding:
    return Finding(
        scoped.clause,
        person,
        breach.start,
        breach.end,
        breach.measured,
        breach.limit,
        breach.sentence,
        scoped.rule.severity,
    )


def _not_judged(
    scoped: ScopedRule, roster: Roster, lines: Iterable[RosterLine]
) -> Iterator[NotJudged]:
    rule = scoped.rule
    assert isinstance(rule, ChecksPerson)
    frames = dict.fromkeys(roster.frame(line) for line in lines)
    reasons = dict.fromkeys(rule.not_judged(frame) for frame in frames)
    for reason in reasons:
        if reason is not None:
            yield NotJudged(scoped.clause, rule.says(), reason)
