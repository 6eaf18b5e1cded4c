"""Judges a roster by every rule that can check and is in force on its dates.

The same program for both sides of the table: rules in, findings out, nothing silent. What a
roster is too short to be judged by is said too, with the people it is said of, and so are the
dates for which no agreement is in force.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from watchbill.agreement.computed import notes_of
from watchbill.agreement.counts import unanswered, unanswered_sentences
from watchbill.agreement.encoding import Question
from watchbill.agreement.model import Clause
from watchbill.agreement.succession import InForce, Spell
from watchbill.asking.asked import Asked
from watchbill.asking.asking import Texts, ask
from watchbill.audit.lines import LineJudge, LineJudged
from watchbill.kernel.clock import Day, Wall, day_of
from watchbill.records.people import Person
from watchbill.roster.judged import JudgedLines
from watchbill.roster.model import Roster, RosterLine
from watchbill.rules.base import (
    Breach,
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

    def of_lines(self, roster: Roster) -> Audit:
        """Of the findings those of the people of that roster, and of everybody."""
        keys = {line.person.key for line in roster.lines}
        own = (one for one in self.findings if one.person is None or one.person.key in keys)
        return replace(self, findings=tuple(own))

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


@dataclass(frozen=True, slots=True)
class Audited:
    """An audit with what it rests on, from which another can be brought up to date."""

    texts: Texts
    roster: Roster
    lines: tuple[LineJudged, ...]
    audit: Audit


def audit(texts: Texts, roster: Roster) -> Audit:
    """The roster judged by what is in force on its dates."""
    return audited(texts, roster).audit


def audited(texts: Texts, roster: Roster, before: Audited | None = None) -> Audited:
    """The same, brought up to date from the audit of ``before``: whoever's line is the one that
    was judged there, by the same rules on the same dates, is not judged again."""
    asking = ask(texts, roster.first, roster.last)
    lines = JudgedLines(roster)
    judge, known = LineJudge(asking, lines), _known(before, texts, roster)
    judged = tuple(known.get(id(line)) or judge.judge(line) for line in roster.lines)
    told = _by_rule(asking.rules, roster.lines, judged)
    wall = roster.zone.wall
    lifted = [(wall(start), wall(end)) for start, end in roster.emergencies]
    findings: list[Finding] = []
    not_judged: list[NotJudged] = []
    for place, asked in enumerate(asking.rules):
        of_staff, unposted = _of_staff(asked, lines)
        findings += (
            one
            for one in (*told.of_duty[place], *told.of_record[place], *of_staff)
            if not asked.is_lifted(one.start, one.end, lifted)
        )
        not_judged += (*_not_judged(asked, told.covered[place], told.reasons[place]), *unposted)
    result = Audit(tuple(findings), tuple(not_judged), asking.spells)
    return Audited(texts, roster, judged, result)


def _known(before: Audited | None, texts: Texts, roster: Roster) -> Mapping[int, LineJudged]:
    """What was said before of lines, by their identity, where rules and dates are the same."""
    if before is None or before.texts != texts:
        return {}
    if replace(before.roster, lines=()) != replace(roster, lines=()):
        return {}
    pairs = zip(before.roster.lines, before.lines, strict=True)
    return {id(line): judged for line, judged in pairs}


class _ByRule:
    """What is said of the lines, by the place of each rule."""

    def __init__(self, rules: int) -> None:
        self.of_duty: list[list[Finding]] = [[] for _ in range(rules)]
        self.of_record: list[list[Finding]] = [[] for _ in range(rules)]
        self.reasons: list[dict[str, list[Person]]] = [{} for _ in range(rules)]
        self.covered = [0] * rules


def _by_rule(
    rules: Sequence[Asked], lines: Sequence[RosterLine], judged: Sequence[LineJudged]
) -> _ByRule:
    told = _ByRule(len(rules))
    for line, one in zip(lines, judged, strict=True):
        for place in one.covered:
            told.covered[place] += 1
        for place, breach in one.of_duty:
            told.of_duty[place].append(_finding(rules[place], line, breach))
        for place, breach in one.of_record:
            told.of_record[place].append(_finding(rules[place], line, breach))
        for place, reason in one.not_judged:
            told.reasons[place].setdefault(reason, []).append(line.person)
    return told


def _of_staff(asked: Asked, lines: JudgedLines) -> tuple[list[Finding], list[NotJudged]]:
    """What a rule says of the staff as a whole, on the dates for which it is in force."""
    rule = asked.rule
    if not isinstance(rule, ChecksStaff):
        return [], []
    roster = lines.whole if rule.needs_posting else lines.roster_for(asked)
    posted_from = roster.first if roster.posted_from is None else roster.posted_from
    if rule.needs_posting and not asked.covers_day(posted_from):
        return [], []
    unposted = []
    if rule.needs_posting and roster.posted is None:
        reason = "nobody has said when the schedule was posted"
        unposted.append(NotJudged(asked.clause, asked.rule.says(), reason))
    return list(_staff_findings(asked, rule, roster)), unposted


def _staff_findings(asked: Asked, rule: ChecksStaff, roster: Roster) -> Iterator[Finding]:
    for first, last in [(roster.first, roster.last)] if rule.needs_posting else _spans(roster):
        everybody = (person for line in roster.lines for person in line.persons(first, first))
        people = [person for person in everybody if asked.covers(person)]
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


def _finding(asked: Asked, line: RosterLine | None, breach: Breach) -> Finding:
    return Finding(
        asked.clause,
        None if line is None else line.person_on(day_of(breach.start)),
        breach.start,
        breach.end,
        breach.measured,
        breach.limit,
        breach.sentence,
        asked.rule.severity,
    )


def _not_judged(
    asked: Asked, covered: int, reasons: Mapping[str, Sequence[Person]]
) -> Iterator[NotJudged]:
    """The reasons for which some of so many covered are not judged, each with whom it is said
    of."""
    for reason, people in reasons.items():
        everybody = len(people) == covered
        yield NotJudged(asked.clause, asked.rule.says(), reason, tuple(people), everybody)
