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
from watchbill.records.timeline import Frame, Timeline
from watchbill.roster.model import Roster, RosterLine
from watchbill.rules.base import (
    Breach,
    ChecksPerson,
    ChecksRecord,
    ChecksStaff,
    Measure,
    Severity,
    Staff,
)


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
    framed = [_framed(roster, line, agreement.nominal_hours) for line in roster.lines]
    lifted = [tuple(map(roster.zone.wall, stretch)) for stretch in roster.emergencies]
    for scoped in agreement.rules():
        rule = scoped.rule
        found: list[Finding] = []
        if isinstance(rule, ChecksPerson):
            covered = [one for one in framed if scoped.covers(one.line.person)]
            found += (
                _finding(scoped, one.line.person, breach)
                for one in covered
                for breach in rule.check(one.duty if scoped.rule.all_duty else one.plan, one.frame)
            )
            not_judged += _not_judged(scoped, rule, covered)
        if isinstance(rule, ChecksRecord):
            found += (
                _finding(scoped, one.line.person, breach)
                for one in framed
                if one.line.record is not None and scoped.covers(one.line.person)
                for breach in rule.check_record(one.line.record, one.frame)
            )
        if isinstance(rule, ChecksStaff):
            found += _staff_findings(scoped, rule, roster)
            if rule.needs_posting and roster.posted is None:
                reason = "nobody has said when the schedule was posted"
                not_judged.append(NotJudged(scoped.clause, scoped.rule.says(), reason))
        if scoped.rule.lifted_by_emergency:
            found = [one for one in found if not _touches(one, lifted)]
        findings += found
    return Audit(tuple(findings), tuple(not_judged))


@dataclass(frozen=True, slots=True)
class _Framed:
    """A line with all its duty, the schedule alone, and within what they are judged."""

    line: RosterLine
    duty: Timeline
    plan: Timeline
    frame: Frame


def _framed(roster: Roster, line: RosterLine, nominal: bool) -> _Framed:
    return _Framed(line, *line.timelines(nominal), roster.frame(line))


def _touches(finding: Finding, stretches: Iterable[tuple[Wall, ...]]) -> bool:
    return any(finding.start < end and start < finding.end for start, end in stretches)


def _staff_findings(scoped: ScopedRule, rule: ChecksStaff, roster: Roster) -> Iterator[Finding]:
    lines = [line for line in roster.lines if scoped.covers(line.person)]
    if not lines:
        return
    staff = Staff(
        people=[line.person for line in lines],
        timelines={line.person.name: line.timeline for line in lines},
        first=roster.first,
        last=roster.last,
        posted=roster.posted,
        posted_from=roster.posted_from,
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
    scoped: ScopedRule, rule: ChecksPerson, covered: Iterable[_Framed]
) -> Iterator[NotJudged]:
    frames = dict.fromkeys(one.frame for one in covered)
    reasons = dict.fromkeys(rule.not_judged(frame) for frame in frames)
    for reason in reasons:
        if reason is not None:
            yield NotJudged(scoped.clause, scoped.rule.says(), reason)
