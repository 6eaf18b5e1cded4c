"""A cycle asked of the engine of rotations, which decides most needs in hundredths of a second.

Platoons that begin so many days apart are the people of a rotation whose week has so many days.
The engine is held to what it can be (:mod:`.heard`); what it finds is audited, and where a clause
that it does not know is broken, CP-SAT takes over. What it proves impossible is impossible.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from watchbill.agreement.model import Agreement
from watchbill.design.cycles.aims import LONG_BREAK, Quality, qualities
from watchbill.design.cycles.candidate import as_rotation, uneven
from watchbill.design.cycles.forms import Form, platoons_needed
from watchbill.design.cycles.heard import OFF, CycleFacts, HeardPlan
from watchbill.design.cycles.laid_out import (
    audit_of,
    block_of,
    constraining,
    days_for,
    days_to_audit,
    offsets_for,
    possible,
)
from watchbill.design.cycles.need import WEEK, CycleNeed
from watchbill.design.cycles.spread import meets, seats_on, who_may
from watchbill.design.rotation.best import best_rotations
from watchbill.design.rotation.graph import Arc, Begin
from watchbill.design.rotation.problem import OFF as OFF_LETTER
from watchbill.design.rotation.problem import Limits, RotationNeed, RotationTour
from watchbill.design.rotation.search import decide
from watchbill.kernel.clock import DAY_MINUTES, SATURDAY
from watchbill.kernel.problems import BadInput
from watchbill.records.tours import TourKind
from watchbill.rules.plan import Constrains
from watchbill.solve.progress import Watch
from watchbill.solve.run import Answer
from watchbill.solve.settings import Settings

EFFORT = 0.25
"""CP-SAT's deterministic seconds for the longest turn of the engine at one form."""
SETTLE_EFFORT = 0.3
"""The same for one solve by a quality."""
FILLED_EFFORT = 0.06
"""The same where those to spare are put on tours beforehand."""
FILLED_DAYS_OFF = 7
"""Days off in a row at most where those to spare are put on tours beforehand."""
MOST_SOLVES = 8
"""Models that the engine solves for one form before CP-SAT takes over."""
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class EngineNeed:
    """A form as the engine is asked; ``left_out`` are the clauses that it is not held to.

    ``decides``: that it finds nothing proves that there is nothing. ``need`` is ``None`` where
    even what it is held to leaves nobody to meet a post's need.
    """

    need: RotationNeed | None
    left_out: tuple[str, ...]
    decides: bool


@dataclass(frozen=True, slots=True)
class EngineAnswer:
    """The engine's answer: ``codes`` is a cycle that meets the need and breaks no clause."""

    answer: Answer
    codes: tuple[str, ...] | None = None


def ask_engine(
    need: CycleNeed,
    form: Form,
    agreement: Agreement,
    settings: Settings | None = None,
    watch: Watch | None = None,
) -> EngineAnswer:
    """Whether the form can meet the need under the agreement: found, impossible or undecided."""
    began = time.perf_counter()
    asked = engine_need(need, form, agreement)
    if asked.need is None:
        return EngineAnswer(Answer.IMPOSSIBLE)
    settings = settings or Settings()
    effort = EFFORT if settings.effort is None else min(EFFORT, settings.effort)
    for tried, most in ((_filled(asked.need), FILLED_EFFORT), (asked.need, effort)):
        if tried is None:
            continue
        spent = replace(settings, effort=min(most, effort), cores=1, keep_at_interrupt=False)
        found = decide(tried, spent.left(time.perf_counter() - began), watch, MOST_SOLVES)
        if found.answer is Answer.IMPOSSIBLE and asked.decides and tried is asked.need:
            return EngineAnswer(Answer.IMPOSSIBLE)
        if found.weeks is not None:
            codes = codes_of(need, "".join(found.weeks))
            if keeps_all(need, form, agreement, codes):
                return EngineAnswer(Answer.FOUND, codes)
    return EngineAnswer(Answer.UNDECIDED)


@dataclass(frozen=True, slots=True)
class SettledQuality:
    """The best cycle of a form by one quality: its letters, its count, and the proved best count.

    ``codes`` and ``count`` are ``None`` where no cycle that breaks no clause was found, ``bound``
    where nothing was proved.
    """

    codes: tuple[str, ...] | None
    count: int | None
    bound: int | None


def settle(
    need: CycleNeed,
    form: Form,
    agreement: Agreement,
    quality: Quality,
    more: bool,
    settings: Settings | None = None,
    watch: Watch | None = None,
) -> SettledQuality | None:
    """The most of a quality (the least where not ``more``) that the form can have; ``None`` where
    it is none that the engine counts.
    """
    weigh = weigh_by(quality, need, form)
    asked = engine_need(need, form, agreement)
    if weigh is None or asked.need is None:
        return None
    sign = -1 if more else 1
    settings = settings or Settings()
    found = best_rotations(
        asked.need,
        lambda arc, off: sign * weigh(arc, off),
        replace(settings, effort=SETTLE_EFFORT, keep_at_interrupt=False),
        watch,
    )
    codes, best = None, None
    for weeks in found.weeks:
        own = codes_of(need, "".join(weeks))
        if keeps_all(need, form, agreement, own):
            rotation = as_rotation(need, form, own)
            count = qualities(rotation, uneven(rotation, form, need))[quality]
            if best is None or sign * count < sign * best:
                codes, best = own, count
    return SettledQuality(codes, best, None if found.bound is None else sign * found.bound)


def weigh_by(quality: Quality, need: CycleNeed, form: Form) -> Callable[[Arc, int], int] | None:
    """What a run of days adds to the quality; ``None`` where runs alone do not tell."""
    passes = [tour.start + tour.length > DAY_MINUTES for tour in need.tours]
    nights = [place for place, tour in enumerate(need.tours) if tour.kind is TourKind.NIGHT]

    def weekends(arc: Arc, off: int) -> int:
        if arc.letter != off or not isinstance(arc.tail, Begin):
            return 0
        late = passes[arc.tail.after]
        if form.days % WEEK:  # each day of the cycle comes to each weekday
            return max(0, arc.length - 1 - late)
        days = range(int(late), arc.length - 1)
        return sum((arc.day + day) % WEEK == SATURDAY for day in days)

    def long_breaks(arc: Arc, off: int) -> int:
        return max(0, arc.length - LONG_BREAK + 1) if arc.letter == off else 0

    def night_blocks(arc: Arc, _off: int) -> int:
        return int(arc.length > 0 and arc.letter in nights)

    if quality is Quality.WEEKENDS and (form.step % WEEK == 0 or form.days % WEEK):
        return weekends
    if quality is Quality.NIGHT_BLOCKS and len(nights) == 1:
        return night_blocks
    return long_breaks if quality is Quality.LONG_BREAKS else None


def codes_of(need: CycleNeed, letters: str) -> tuple[str, ...]:
    """The letters of the need's tours for those of the engine."""
    return tuple(
        OFF_LETTER if letter == OFF_LETTER else need.tours[LETTERS.index(letter)].code
        for letter in letters
    )


def keeps_all(need: CycleNeed, form: Form, agreement: Agreement, codes: Sequence[str]) -> bool:
    """Whether the cycle meets the need and the audit finds no limit broken."""
    if not meets(need, form, codes) or set(codes) == {OFF_LETTER}:
        return False
    try:
        rotation = as_rotation(need, form, codes)
    except BadInput:
        return False
    return not audit_of(agreement, need, rotation, days_to_audit(agreement, need, form)).breaches


def engine_need(need: CycleNeed, form: Form, agreement: Agreement) -> EngineNeed:
    """The need as the engine has it, with what the agreement's rules say of it."""
    facts, left_out = _facts(need, form, agreement)
    rows = _least(need, form)
    if rows is None or len(need.tours) > len(LETTERS) or not any(map(any, rows)):
        nobody = rows is None
        return (
            EngineNeed(None, (), decides=True)
            if nobody
            else EngineNeed(_empty(form), (), decides=False)
        )
    tours = range(len(need.tours))
    every = frozenset(tours)
    runs = {key: days for key, days in facts.runs.items() if len(days) == form.days}
    longest = [_longest(runs, frozenset({tour}), form) for tour in tours]
    work = _longest(runs, every, form)
    most = [
        [0 if _is_banned(facts, form, tour, day) else form.platoons for day in range(form.step)]
        for tour in tours
    ]
    cap = form.days * DAY_MINUTES if facts.minutes is None else facts.minutes
    hours = math.ceil(need.least_hours * 60 * form.days / WEEK)
    rests = [key for key, days in facts.rests.items() if len(days) == form.days]
    asked = RotationNeed(
        form.platoons,
        form.step,
        tuple(
            RotationTour(LETTERS[place], tour.name, tour.start, tour.length,
                         Limits(1, longest[place]))
            for place, tour in enumerate(need.tours)
        ),
        rows,
        Limits(max([1, *(free for run, free in rests if run == 1)]), form.days),
        Limits(1, work),
        tuple(_successions(need, facts, form)),
        tuple(map(tuple, most)),
        Limits(hours, cap),
        tuple((run, free) for run, free in rests if run > 1),
    )  # fmt: skip
    ends = work < form.days or cap < form.days * min(tour.length for tour in need.tours)
    fits = all(low <= high for row, own in zip(rows, most, strict=True)
               for low, high in zip(row, own, strict=True))  # fmt: skip
    return EngineNeed(asked if fits and hours <= cap else None, left_out, decides=ends)


def _filled(need: RotationNeed) -> RotationNeed | None:
    """The need with the tours that hours ask for beyond it put evenly on tours and days, so that
    each has its people exactly: that is quicker to find, and proves nothing where it is not.
    ``None`` where tours differ in length or have no room.
    """
    lengths = {tour.length for tour in need.tours}
    if need.minutes is None or len(lengths) != 1:
        return None
    rows = [list(row) for row in need.need]
    more = math.ceil(need.minutes.shortest / lengths.pop()) - sum(map(sum, rows))
    places = [(day, tour) for day in range(need.days) for tour in range(len(rows))]
    for step in range(max(0, more)):
        day, tour = places[step * len(places) // max(more, len(places)) % len(places)]
        rows[tour][day] += 1
    if any(own > high for row, most in zip(rows, need.highest, strict=True)
           for own, high in zip(row, most, strict=True)):  # fmt: skip
        return None
    days_off = Limits(need.days_off.shortest, max(need.days_off.shortest, FILLED_DAYS_OFF))
    filled = tuple(map(tuple, rows))
    return replace(need, need=filled, most=None, minutes=None, days_off=days_off)


def _facts(need: CycleNeed, form: Form, agreement: Agreement) -> tuple[CycleFacts, tuple[str, ...]]:
    """What the rules say of the cycle, and the clauses that say more than can be heard."""
    facts = CycleFacts()
    left_out: dict[str, None] = {}
    lengths = [tour.length for tour in need.tours]
    audited = days_to_audit(agreement, need, form)
    for scoped in constraining(agreement, need):
        rule = scoped.rule
        assert isinstance(rule, Constrains)
        days = audited if block_of(rule) else days_for(rule, form)
        for offset in offsets_for(rule, form):
            heard = HeardPlan(possible(need, form, offset, days), form.days, lengths, facts)
            rule.constrain(heard)
            if heard.left_out:
                left_out[scoped.clause.number] = None
    return facts, tuple(left_out)


def _least(need: CycleNeed, form: Form) -> tuple[tuple[int, ...], ...] | None:
    """Platoons on each tour of each day of the step; ``None`` where no number would do."""
    rows = [
        [platoons_needed(need, form, day, tour) for day in range(form.step)]
        for tour in range(len(need.tours))
    ]
    for seats in need.seats:
        weights = who_may(need, form, seats)
        if len(set(weights)) > 1:
            continue
        for tour, row in enumerate(rows):
            for day in range(form.days):
                count = seats_on(seats, form, day, tour)
                if count and not weights[0]:
                    return None
                if count:
                    own = math.ceil(count / weights[0])
                    row[day % form.step] = max(row[day % form.step], own)
    return tuple(map(tuple, rows))


def _longest(
    runs: dict[tuple[frozenset[int], int], set[int]], tours: frozenset[int], form: Form
) -> int:
    """The longest run of such tours; the cycle's days where nothing is said."""
    return min((days - 1 for own, days in runs if own == tours), default=form.days)


def _is_banned(facts: CycleFacts, form: Form, tour: int, day: int) -> bool:
    """Whether the tour may start on none of the days that the engine takes for one."""
    alike = set(range(day, form.days, form.step))
    return alike <= facts.banned.get(tour, set())


def _successions(need: CycleNeed, facts: CycleFacts, form: Form) -> list[tuple[str, ...]]:
    """Successions that are forbidden on all days, and those that would put two tours at once."""
    found = {tours for tours, days in facts.successions.items() if len(days) == form.days}
    found |= {
        (one, other)
        for one, tour in enumerate(need.tours)
        for other, then in enumerate(need.tours)
        if tour.start + tour.length > DAY_MINUTES + then.start
    }
    return [
        tuple(OFF_LETTER if tour == OFF else LETTERS[tour] for tour in tours)
        for tours in sorted(found)
    ]


def _empty(form: Form) -> RotationNeed:
    """A need of nobody, which the engine has no rotation for and which proves nothing."""
    return RotationNeed(form.platoons, form.step, (), (), Limits(1, 1), Limits(1, 1))
