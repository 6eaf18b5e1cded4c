"""The ways in which clauses and demands can give, a small step at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from watchbill.agreement.model import Agreement
from watchbill.design.cycles.laid_out import constraining
from watchbill.design.cycles.need import MOST_PEOPLE, WEEK, AskedPart, AskedSort, CycleNeed
from watchbill.design.proposal.change import ChangedClause, with_rules
from watchbill.kernel.clock import DAY_MINUTES, Minutes
from watchbill.records.tours import TourType, kind_of
from watchbill.rules.base import Rule

HALF = Decimal("0.5")
MOST_RUNGS = 32


@dataclass(frozen=True, slots=True)
class Gap:
    """Hours of every day, in minutes after midnight, in which fewer are on duty than asked.

    ``fewer`` people on each weekday, of those whose tours start then. ``tours`` are those that
    cover the rest of the day for each of them.
    """

    start: int
    end: int
    fewer: tuple[int, ...]
    tours: tuple[TourType, ...]


@dataclass(frozen=True, slots=True)
class EasingStep:
    """What would be given: more people, another need, and rules of clauses."""

    need: CycleNeed
    agreement: Agreement
    more_people: int = 0
    fewer_on: str | None = None
    gap: Gap | None = None
    least_hours: Decimal | None = None
    changed: tuple[ChangedClause, ...] = ()


def people_steps(need: CycleNeed, agreement: Agreement) -> list[EasingStep]:
    """More people, one at a time, up to twice as many."""
    most = min(2 * need.people + 2, MOST_PEOPLE)
    return [
        EasingStep(replace(need, people=people), agreement, more_people=people - need.people)
        for people in range(need.people + 1, most + 1)
    ]


def steps_of(
    member: AskedPart, need: CycleNeed, agreement: Agreement, also: Sequence[AskedPart] = ()
) -> list[list[EasingStep]]:
    """The ladders of a member: for a clause one a rule, one of all its rules, one that drops it.

    The clauses of ``also`` give with each step of a clause, by as many of their own.
    """
    if member.sort is AskedSort.TOUR:
        return [_tour_steps(member.name, need, agreement)]
    if member.sort is AskedSort.HOURS:
        return [_hours_steps(need, agreement)]
    names = [member.name, *(one.name for one in also if one.sort is AskedSort.CLAUSE)]
    return list(_clause_ladders(names, need, agreement))


def _tour_steps(letter: str, need: CycleNeed, agreement: Agreement) -> list[EasingStep]:
    """One person fewer on one weekday more with each step, until nobody is needed."""
    place = next(place for place, tour in enumerate(need.tours) if tour.code == letter)
    row = list(need.need[place])
    steps = []
    for _ in range(max(row)):
        for day in range(WEEK):
            if row[day]:
                row[day] -= 1
                less = (*need.need[:place], tuple(row), *need.need[place + 1 :])
                steps.append(EasingStep(replace(need, need=less), agreement, fewer_on=letter))
    return steps


def gap_steps(need: CycleNeed, agreement: Agreement) -> list[EasingStep]:
    """Some hours of the day with fewer people, where tours of the need overlap.

    Twenty-four hours take three tours of ten hours; with two, four hours of the day are left, and
    they are put before the day's first tour. One person fewer on one weekday more with each step.
    Where tours fill the day without overlap the hours that give are those of a tour.
    """
    length = min(tour.length for tour in need.tours)
    first = min(need.tours, key=lambda tour: tour.start)
    count, left = divmod(DAY_MINUTES, length)
    if not left or len(need.tours) <= count or any(one.length != length for one in need.tours):
        return []
    chain = _chain(need, first, count)
    steps = []
    fewer = [0] * WEEK
    for _ in range(max(max(row) for row in need.need)):
        for day in range(WEEK):
            if fewer[day] < max(row[day] for row in need.need):
                fewer[day] += 1
                gap = Gap(first.start - left, first.start, tuple(fewer), chain)
                steps.append(EasingStep(_with_gap(need, gap), agreement, gap=gap))
    return steps


def _chain(need: CycleNeed, first: TourType, count: int) -> tuple[TourType, ...]:
    """So many tours end to end from the first one, tours of the need where they start then."""
    own = {tour.start: tour for tour in need.tours}
    letters = iter(letter for letter in "FGHJK" if letter not in {one.code for one in need.tours})
    chain = []
    for place in range(count):
        start = (first.start + place * first.length) % DAY_MINUTES
        kind = kind_of(start, Minutes(first.length))
        made = TourType(next(letters), kind.value.capitalize(), start, first.length, kind)
        chain.append(own.get(start, made))
    return tuple(chain)


def _with_gap(need: CycleNeed, gap: Gap) -> CycleNeed:
    """The need with the tours of the gap's chain in place of as many of each of its own."""
    tours = (*need.tours, *(one for one in gap.tours if one not in need.tours))
    rows = []
    for place, tour in enumerate(tours):
        own = need.need[place] if place < len(need.tours) else (0,) * WEEK
        chained = gap.fewer if tour in gap.tours else (0,) * WEEK
        rows.append(
            tuple(
                max(0, count - less) + more
                for count, less, more in zip(own, gap.fewer, chained, strict=True)
            )
        )
    return replace(need, tours=tours, need=tuple(rows))


def _hours_steps(need: CycleNeed, agreement: Agreement) -> list[EasingStep]:
    rungs = int(need.least_hours / HALF)
    lower = [need.least_hours - HALF * rung for rung in range(1, rungs)]
    return [
        EasingStep(replace(need, least_hours=hours), agreement, least_hours=hours)
        for hours in (*lower, Decimal(0))
    ]


def _clause_ladders(
    names: Sequence[str], need: CycleNeed, agreement: Agreement
) -> Iterator[list[EasingStep]]:
    rules = [
        (one.clause.number, one.rule)
        for one in constraining(agreement, need)
        if one.clause.number in names
    ]
    own = [pair for pair in rules if pair[0] == names[0]]
    others = [pair for pair in rules if pair[0] != names[0]]
    giving = [pair for pair in own if _given(*pair, 1) != ChangedClause(*pair, pair[1])]
    for pair in giving:
        yield _ladder([pair, *others], need, agreement)
    if len(giving) > 1:
        yield _ladder([*giving, *others], need, agreement)
    gone = tuple(ChangedClause(number, rule, None) for number, rule in rules)
    yield [EasingStep(need, with_rules(agreement, gone), changed=gone)]


def _ladder(
    rules: Sequence[tuple[str, Rule]], need: CycleNeed, agreement: Agreement
) -> list[EasingStep]:
    """Steps of the first rule, with which the others give as much or all that they can."""
    steps: list[EasingStep] = []
    for rung in range(1, MOST_RUNGS + 1):
        changed = tuple(_given(number, rule, rung) for number, rule in rules)
        if steps and changed == steps[-1].changed:
            break
        steps.append(EasingStep(need, with_rules(agreement, changed), changed=changed))
    return steps


def less_of(step: EasingStep, place: int, agreement: Agreement) -> list[EasingStep]:
    """The step with less given by the rule in that place, the least first."""
    one = step.changed[place]
    steps = []
    for rung in range(MOST_RUNGS):
        given = _given(one.clause, one.was, rung)
        if given == one:
            break
        changed = (*step.changed[:place], given, *step.changed[place + 1 :])
        steps.append(replace(step, agreement=with_rules(agreement, changed), changed=changed))
    return steps


def _given(clause: str, rule: Rule, rung: int) -> ChangedClause:
    """The rule after so many steps, or after as many as it has to give."""
    given = rule.gives
    value = None if given is None else getattr(rule, given.field)
    if given is None or value is None:
        return ChangedClause(clause, rule, rule)
    moved = value + given.by * rung
    if given.until is not None:
        moved = max(moved, given.until)
    return ChangedClause(clause, rule, replace(rule, **{given.field: moved}))
