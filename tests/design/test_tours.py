"""Tour design: its goal, its caps, and designs against every design of a small need."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from watchbill.design.tours.caps import affordable, worthwhile
from watchbill.design.tours.problem import (
    Family,
    SlotTour,
    Staffed,
    TourNeed,
    Weights,
    duties_a_week,
    parts_of,
)
from watchbill.design.tours.search import design_tours
from watchbill.solve.progress import Watch
from watchbill.solve.run import Answer
from watchbill.solve.settings import Settings

ANY_DUTIES = (Fraction(0), Fraction(100))
NIGHT_AND_DAY = TourNeed(
    slot=360,
    days=2,
    demand=(1, 3, 2, 1, 1, 3, 2, 1),
    families=(Family(1, 3, 2, 2),),
    duties=ANY_DUTIES,
    week_minutes=2400,
    weights=Weights(under=1, over=1, duties=0, tours=10),
)


def test_a_tour_that_two_families_allow_is_one() -> None:
    need = replace(NIGHT_AND_DAY, families=(Family(1, 2, 2, 3), Family(2, 3, 2, 2)))
    assert need.tours() == [
        SlotTour(1, 2),
        SlotTour(1, 3),
        SlotTour(2, 2),
        SlotTour(2, 3),
        SlotTour(3, 2),
    ]


def test_a_tour_past_the_last_midnight_goes_on_in_the_first_day() -> None:
    assert NIGHT_AND_DAY.slots_of(SlotTour(3, 2), 0) == [3, 4]
    assert NIGHT_AND_DAY.slots_of(SlotTour(3, 2), 1) == [7, 0]


def test_the_goal_is_the_weighted_sum_of_four_parts() -> None:
    need = replace(NIGHT_AND_DAY, duties=(Fraction(0), Fraction(3)))
    design = (Staffed(SlotTour(1, 2), (3, 3)), Staffed(SlotTour(3, 2), (1, 0)))
    parts = parts_of(need, design)
    # Over by one in slots 2 and 6; short by one in slots 7 and 0; 7 duties in 84 hours.
    assert (parts.over, parts.under, parts.tours) == (720, 720, 2)
    assert duties_a_week(need, design) == Fraction(7 * 2400, 84 * 60) == Fraction(10, 3)
    assert parts.duties == Fraction(1, 3)
    assert parts.goal(Weights(2, 3, 9, 10)) == 2 * 720 + 3 * 720 + 3 + 20


def test_nobody_has_no_duties_a_week() -> None:
    assert duties_a_week(NIGHT_AND_DAY, ()) is None
    assert parts_of(NIGHT_AND_DAY, ()).duties == 0


def every_design(need: TourNeed, most: int) -> Iterator[tuple[Staffed, ...]]:
    tours = need.tours()
    for counts in product(range(most + 1), repeat=len(tours) * need.days):
        rows = [counts[at : at + need.days] for at in range(0, len(counts), need.days)]
        yield tuple(Staffed(tour, row) for tour, row in zip(tours, rows, strict=True) if any(row))


@st.composite
def needs(draw: st.DrawFn) -> TourNeed:
    days = draw(st.integers(1, 2))
    demand = tuple(draw(st.lists(st.integers(0, 2), min_size=4 * days, max_size=4 * days)))
    starts = draw(st.sampled_from([(0, 0), (1, 2), (3, 3)]))
    lengths = (1, 2) if days == 1 or starts[0] == starts[1] else (2, 2)
    least = draw(st.sampled_from([Fraction(0), Fraction(3)]))
    duties = least, least + draw(st.sampled_from([Fraction(1), Fraction(5, 2), Fraction(90)]))
    prices = st.integers(0, 2)
    weights = Weights(
        draw(prices), draw(st.integers(1, 2)), draw(st.sampled_from([0, 700])), draw(prices) * 200
    )
    families = (Family(*starts, *lengths),)
    return TourNeed(360, days, demand, families, duties, 2400, weights, draw(st.booleans()))


@settings(max_examples=60, deadline=None)
@given(needs())
def test_no_other_design_of_a_small_need_is_better(need: TourNeed) -> None:
    made = design_tours(need)
    designs = [(parts_of(need, design), design) for design in every_design(need, 3)]
    if need.bounded:
        designs = [pair for pair in designs if not (pair[0].under or pair[0].duties)]
    goals = [parts.goal(need.weights) for parts, _ in designs]
    if made.answer is Answer.IMPOSSIBLE:
        assert goals == []
    elif made.answer is Answer.BEST:
        assert made.goal is not None
        assert made.parts == parts_of(need, made.staffed)
        # Duties a week are counted to a thousandth, rounded up, in what is solved.
        assert all(made.goal <= goal + Fraction(need.weights.duties, 1000) for goal in goals)
        assert made.bound == made.goal
    else:
        assert made.answer is Answer.UNDECIDED
        assert goals == []


@settings(max_examples=60, deadline=None)
@given(needs())
def test_caps_leave_some_best_design_in(need: TourNeed) -> None:
    need = replace(need, bounded=False, weights=replace(need.weights, duties=0))
    designs = [(parts_of(need, design).goal(need.weights), design)
               for design in every_design(need, 2)]  # fmt: skip
    goal = min(goal for goal, _ in designs)
    for caps in (worthwhile(need), affordable(need, goal)):
        most = dict(zip(need.tours(), caps, strict=True))
        assert any(
            all(count <= cap for one in design
                for count, cap in zip(one.people, most[one.tour], strict=True))
            for own, design in designs
            if own == goal
        )  # fmt: skip


def test_demand_in_full_may_need_more_people_than_the_cheapest_design() -> None:
    cheap = design_tours(NIGHT_AND_DAY)
    full = design_tours(replace(NIGHT_AND_DAY, bounded=True))
    assert cheap.parts is not None
    assert full.parts is not None
    assert (cheap.answer, full.answer) == (Answer.BEST, Answer.BEST)
    assert full.parts.under == 0
    assert cheap.goal is not None
    assert full.goal is not None
    assert cheap.goal <= full.goal


@pytest.mark.parametrize(
    ("families", "duties"),
    [
        ((Family(1, 1, 2, 2),), ANY_DUTIES),  # nobody at night
        ((Family(0, 3, 1, 1),), (Fraction(0), Fraction(5))),  # six hours: 6.67 duties a week
        ((Family(0, 3, 2, 2),), (Fraction(4), Fraction(5))),  # twelve hours: 3.33
    ],
)
def test_what_cannot_be_bounded_is_impossible(
    families: tuple[Family, ...], duties: tuple[Fraction, Fraction]
) -> None:
    need = replace(NIGHT_AND_DAY, bounded=True, families=families, duties=duties)
    assert design_tours(need).answer is Answer.IMPOSSIBLE


def test_longer_tours_than_demand_asks_for_keep_duties_within_their_limits() -> None:
    need = TourNeed(
        60, 1, (0,) * 8 + (2,) * 4 + (0,) * 12, (Family(8, 8, 4, 10),), (Fraction(0), Fraction(5)),
        2400, Weights(0, 1, 0, 1), bounded=True,
    )  # fmt: skip
    made = design_tours(need)
    assert made.answer is Answer.BEST
    assert made.staffed == (Staffed(SlotTour(8, 8), (2,)),)


def test_the_same_seed_gives_the_same_design() -> None:
    first, second = (design_tours(NIGHT_AND_DAY, Settings(seed=3, cores=2)) for _ in range(2))
    assert first.staffed == second.staffed


def test_a_stop_before_the_start_leaves_it_undecided() -> None:
    watch = Watch()
    watch.stop()
    assert design_tours(NIGHT_AND_DAY, watch=watch).answer in (Answer.UNDECIDED, Answer.FOUND)
