"""Agreements and needs for tests of designed rotations."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from hypothesis import strategies as st

from tests.periods.drawn import any_days, periods
from watchbill.agreement.model import Agreement, Clause
from watchbill.design.cycles.forms import Form
from watchbill.design.cycles.need import WEEK, CycleNeed
from watchbill.kernel.clock import Minutes, zone
from watchbill.records.people import Scope
from watchbill.records.tours import TourKind, TourType
from watchbill.rules.average_hours import AverageHours
from watchbill.rules.base import Rule
from watchbill.rules.free_days import FreeDays
from watchbill.rules.free_period import FreePeriod
from watchbill.rules.free_run import FreeRun
from watchbill.rules.free_weekends import FreeWeekends
from watchbill.rules.hours_in_window import HoursInWindow
from watchbill.rules.rest import Rest
from watchbill.rules.rest_after_run import RestAfterRun
from watchbill.rules.run_of_tours import RunOfTours

HOUR = 60


def tour(letter: str, start: int, length: int, kind: TourKind) -> TourType:
    return TourType(letter, letter, start * HOUR, Minutes(length * HOUR), kind)


EIGHTS = (
    tour("D", 7, 8, TourKind.DAY),
    tour("E", 15, 8, TourKind.EVENING),
    tour("N", 23, 8, TourKind.NIGHT),
)
TENS = (
    tour("D", 7, 10, TourKind.DAY),
    tour("E", 15, 10, TourKind.EVENING),
    tour("N", 21, 10, TourKind.NIGHT),
)
TWELVES = (tour("D", 7, 12, TourKind.DAY), tour("N", 19, 12, TourKind.NIGHT))


def agreement_of(*rules: Rule) -> Agreement:
    """A clause a rule, numbered from 1."""
    clauses = tuple(
        Clause(str(number), rule.kind(), rule.says(), Scope(), (rule,))
        for number, rule in enumerate(rules, 1)
    )
    return Agreement(
        "made-up", "Made up", {}, zone("UTC"), 0, {}, {}, {}, {}, clauses, "made-up.yaml"
    )  # fmt: skip


def need_of(tours: Sequence[TourType], people: int, *each: int, least_hours: int = 0) -> CycleNeed:
    """The same need every day."""
    need = tuple((count,) * WEEK for count in each)
    return CycleNeed(tuple(tours), need, people, Decimal(least_hours))


rules = st.one_of(
    st.builds(Rest, at_least=st.integers(8, 20).map(lambda hours: Minutes(hours * HOUR))),
    st.builds(RunOfTours, at_most=st.integers(1, 5), of=st.sampled_from(["any", "night", "day"])),
    st.builds(
        AverageHours,
        at_most=st.integers(24, 56).map(Decimal),
        period=periods("cycle", "14 days", "28 days"),
    ),
    st.builds(RestAfterRun, run=st.integers(1, 3), free_days=st.integers(1, 3)),
    st.builds(
        HoursInWindow,
        at_most=st.integers(24, 60).map(lambda hours: Minutes(hours * HOUR)),
        period=any_days(3, 8),
    ),
    st.builds(FreeDays, at_least=st.integers(1, 4), period=periods("7 days", "14 days")),
    st.builds(FreeRun, days=st.integers(1, 3), period=periods("7 days", "14 days")),
    st.builds(FreeWeekends, one_in=st.integers(2, 4), period=periods("28 days")),
    st.builds(
        FreePeriod,
        at_least=st.integers(24, 48).map(lambda hours: Minutes(hours * HOUR)),
        after_days=st.integers(2, 6),
    ),
)


@st.composite
def needs(draw: st.DrawFn) -> CycleNeed:
    """A few people, tours of eight or twelve hours, and small needs that weekdays may change."""
    tours = draw(st.sampled_from([TWELVES, EIGHTS, EIGHTS[:2], TWELVES[1:]]))
    people = draw(st.integers(2, 4))
    flat = st.integers(0, 2).map(lambda count: (count,) * WEEK)
    by_day = st.lists(st.integers(0, 2), min_size=WEEK, max_size=WEEK).map(tuple)
    need = tuple(draw(st.one_of(flat, by_day)) for _ in tours)
    return CycleNeed(tours, need, people, Decimal(draw(st.sampled_from([0, 0, 20, 36]))))


@st.composite
def forms(draw: st.DrawFn, need: CycleNeed) -> Form:
    """A form of at most four weeks that the need's people can have."""
    platoons = draw(st.sampled_from([count for count in (2, 3, 4) if need.people % count == 0]))
    step = draw(st.sampled_from([1, 2, 3, 7]))
    return Form(step * platoons, platoons, need.people // platoons)
