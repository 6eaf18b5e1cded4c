"""Judges a roster by every rule that can check and is in force on its dates.

The same program for both sides of the table: rules in, findings out, nothing silent. What a
roster is too short to be judged by is said too, with the people it is said of, and so are the
dates for which no agreement is in force.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from watchbill.agreement.computed import notes_of
from watchbill.agreement.counts import unanswered, unanswered_sentences
from watchbill.agreement.encoding import Question
from watchbill.agreement.model import Clause
from watchbill.agreement.succession import InForce, Spell
from watchbill.asking.asked import Asked
from watchbill.asking.asking import Texts, ask
from watchbill.kernel.clock import Day, Wall, day_of
from watchbill.records.people import Person
from watchbill.records.timeline import Frame
from watchbill.roster.judged import Framed, JudgedLines
from watchbill.roster.model import Roster
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
    """A rule that this roster cannot be judged by, why, and of whom that is said.

    ``people`` are named where the rule judges others whom it covers; ``everybody`` where it is so
    for all of them, or for the staff as a whole.
    """

    clause: Clause
    rule: str
    reason: str
    people: tuple[Person, ...] = ()
    everybody: bool = True

    def __str__(self) -> str:
        """``Not judged for Anders, Birch: 12.02 (At most ...): it needs 56 days ...``."""
        whom = "" if self.everybody else f" for {', '.join(one.label for one in self.people)}"
        rule = self.rule.rstrip(".")
        return f"Not judged{whom}: {self.clause.number} ({rule}): {self.reason}."


@dataclass(frozen=True, slots=True)
class Audit:
    """Findings in the order of clauses, people and time, and what was not judged.

    ``spells`` are the dates judged, with what is in force on each, or why nothing is.
    """

    findings: tuple[Finding, ...]
    not_judged: tuple[NotJudged, ...]
    spells: tuple[Spell, ...] = ()

    @property
    def judged(self) -> bool:
        """Whether an agreement is in force on any of the dates."""
        return any(isinstance(one.answer, InForce) for one in self.spells)

    @property
    def unanswered(self) -> tuple[str, ...]:
        """What the texts say that should be judged and is not, a sentence a clause."""
        held = (one.answer.agreement for one in self.spells if isinstance(one.answer, InForce))
        clauses = [one for text in held for one in unanswered(text, Question.CHECK)]
        return tuple(dict.fromkeys(unanswered_sentences(clauses, "Judged by no rule")))

    @property
    def notes(self) -> tuple[str, ...]:
        """Which text goes on after its end, and the dates that are not judged at all."""
        return notes_of(self.spells)

    @property
    def breaches(self) -> tuple[Finding, ...]:
        """The findings that are more than warnings."""
        return tuple(one for one in self.findings if one.severity is Severity.BREACH)


def audit(texts: Texts, roster: Roster) -> Audit:
    """The roster judged by what is in force on its dates."""
    asking = ask(texts, roster.first, roster.last)
    lines = JudgedLines(roster)
    wall = roster.zone.wall
    lifted = [(wall(start), wall(end)) for start, end in roster.emergencies]
    findings: list[Finding] = []
    not_judged: list[NotJudged] = []
    for asked in asking.rules:
        told, left = _judged(asked, lines)
        findings += (one for one in told if not asked.is_lifted(one.start, one.end, lifted))
        not_judged += left
    return Audit(tuple(findings), tuple(not_judged), asking.spells)


def _judged(asked: Asked, lines: JudgedLines) -> tuple[list[Finding], list[NotJudged]]:
    """What one rule says of the dates for which it is in force, by each of its check faces."""
    rule = asked.rule
    findings: list[Finding] = []
    not_judged: list[NotJudged] = []
    if isinstance(rule, ChecksPerson):
        covered = lines.covered_by(asked)
        findings += (
            _finding(asked, one.line.person_on(day_of(breach.start)), breach)
            for one in covered
            for breach in rule.check(one.read_by(asked), one.frame)
            if day_of(breach.start) <= one.frame.last  # what begins later is of other dates
            and asked.covers(one.line.person_on(day_of(breach.start)))
        )
        not_judged += _not_judged(asked, rule, covered)
    if isinstance(rule, ChecksRecord):
        findings += (
            _finding(asked, one.line.person_on(day_of(breach.start)), breach)
            for one in lines.covered_by(asked)
            if one.line.record is not None
            for breach in rule.check_record(one.line.record, one.frame)
            if asked.covers(one.line.person_on(day_of(breach.start)))
        )
    if isinstance(rule, ChecksStaff):
        roster = lines.whole if rule.needs_posting else lines.roster_for(asked)
        posted_from = roster.first if roster.posted_from is None else roster.posted_from
        if not rule.needs_posting or asked.covers_day(posted_from):
            findings += _staff_findings(asked, rule, roster)
            if rule.needs_posting and roster.posted is None:
                reason = "nobody has said when the schedule was posted"
                not_judged.append(NotJudged(asked.clause, asked.rule.says(), reason))
    return findings, not_judged


def _staff_findings(asked: Asked, rule: ChecksStaff, roster: Roster) -> Iterator[Finding]:
    for first, last in [(roster.first, roster.last)] if rule.needs_posting else _spans(roster):
        here = [line for line in roster.lines if line.here is None or line.here.covers(first)]
        people = [one for line in here if asked.covers(one := line.person_on(first))]
        if people:
            staff = Staff(people, first, last, roster.posted, roster.posted_from)
            for breach in rule.check_staff(staff):
                yield _finding(asked, None, breach)


def _spans(roster: Roster) -> Iterator[tuple[Day, Day]]:
    """The roster's dates, parted where the staff is another: somebody joined, left or changed."""
    turns = {roster.first, Day(roster.last + 1)}
    for line in roster.lines:
        turns.update(day for day, _ in line.people.steps)
        if line.here is not None:
            turns.add(line.here.first)
            turns.add(Day((roster.last if line.here.last is None else line.here.last) + 1))
    inside = sorted(day for day in turns if roster.first <= day <= roster.last + 1)
    return ((first, Day(following - 1)) for first, following in pairwise(inside))


def _finding(asked: Asked, person: Person | None, breach: Breach) -> Finding:
    return Finding(
        asked.clause,
        person,
        breach.start,
        breach.end,
        breach.measured,
        breach.limit,
        breach.sentence,
        asked.rule.severity,
    )


def _not_judged(asked: Asked, rule: ChecksPerson, covered: Iterable[Framed]) -> Iterator[NotJudged]:
    """The reasons for which some of those covered are not judged, each with whom it is said of."""
    covered = list(covered)
    reasons: dict[str, list[Person]] = {}
    by_frame: dict[Frame, str | None] = {}
    for one in covered:
        if one.frame not in by_frame:
            by_frame[one.frame] = rule.not_judged(one.frame)
        reason = by_frame[one.frame]
        if reason is not None:
            reasons.setdefault(reason, []).append(one.line.person)
    for reason, people in reasons.items():
        everybody = len(people) == len(covered)
        yield NotJudged(asked.clause, asked.rule.says(), reason, tuple(people), everybody)
