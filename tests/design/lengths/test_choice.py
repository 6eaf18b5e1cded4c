"""Which tours of a length a demand is covered with: one choice for staffing and design."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ortools.sat.python import cp_model

from tests.design.asked import TWELVES, tour
from tests.records.demands import LINES
from watchbill.design.lengths.choice import cover_of, cover_of_service
from watchbill.design.lengths.cover import LengthCover, cover_with
from watchbill.design.lengths.usual import are_round_the_clock, round_the_clock
from watchbill.design.staffing.absences import Absences
from watchbill.design.staffing.service import groups_of
from watchbill.design.staffing.staffing import staffing
from watchbill.design.study.brief import brief
from watchbill.kernel.clock import DAY_MINUTES, WEEK_MINUTES, Minutes, time_text
from watchbill.kernel.problems import BadInput
from watchbill.records.demand import Demand, demand_of
from watchbill.records.demand_lines import DemandLine, parse_demand
from watchbill.records.tours import TourKind, TourType
from watchbill.service.load import load_service

KAMLOOPS = load_service("kamloops-cso")
ALWAYS = demand_of([parse_demand("1 at all times")])


def hours(number: float) -> Minutes:
    return Minutes(round(number * 60))


def starts(tours: tuple[TourType, ...]) -> str:
    return " ".join(time_text(one.start) for one in tours)


def on_duty(cover: LengthCover) -> list[int]:
    """People on duty in every minute of the week, counted one by one."""
    have = [0] * WEEK_MINUTES
    for own, people in zip(cover.tours, cover.people, strict=True):
        for day, count in enumerate(people):
            for minute in range(own.length):
                have[(day * DAY_MINUTES + own.start + minute) % WEEK_MINUTES] += count
    return have


def by_minute(demand: Demand) -> list[int]:
    return [piece.people for piece in demand.pieces for _ in range(piece.start, piece.end)]


@pytest.mark.parametrize(
    ("length", "expected"),
    [(8, "07:00 15:00 23:00"), (10, "07:00 15:00 21:00"), (12, "07:00 19:00"), (24, "08:00"),
     (8.4, "07:00 14:48 22:36"), (4, "07:00 11:00 15:00 19:00 23:00 03:00")],
)  # fmt: skip
def test_tours_of_a_length_cover_the_day(length: float, expected: str) -> None:
    found = round_the_clock(hours(length))
    assert starts(found) == expected
    assert {one.length for one in found} == {hours(length)}
    assert len({one.code for one in found}) == len(found)


@pytest.mark.parametrize("length", range(240, 1441, 15))
@pytest.mark.parametrize("first", [None, 390])
def test_no_length_of_tours_leaves_a_minute_of_the_day_without_one(
    length: int, first: int | None
) -> None:
    assert are_round_the_clock(round_the_clock(Minutes(length), first))


@pytest.mark.parametrize("length", [0, 3, 25])
def test_a_length_that_no_tour_has_is_refused_with_its_place(length: int) -> None:
    with pytest.raises(BadInput, match="--hours"):
        cover_of_service(KAMLOOPS, hours(length))


@pytest.mark.parametrize(
    ("length", "a_day", "surplus_hours"), [(8, 3, 0), (10, 3, 6), (12, 2, 0), (24, 1, 0), (7, 4, 4)]
)
def test_24_hours_of_one_post_by_hand(length: int, a_day: int, surplus_hours: int) -> None:
    cover = cover_of(ALWAYS, hours(length), ())
    assert cover.turns_by_weekday == (a_day,) * 7
    assert cover.minutes - ALWAYS.minutes == 7 * 60 * surplus_hours


def test_the_agreement_s_own_tours_come_first_at_their_own_starting_times() -> None:
    own = (tour("A", 6, 12, TourKind.DAY), tour("B", 18, 12, TourKind.NIGHT))
    cover = cover_of(ALWAYS, hours(12), (*TWELVES[:1], *own, *TWELVES[1:]))
    assert set(cover.tours) in ({*own}, {*TWELVES})
    assert cover_of(ALWAYS, hours(12), own).tours == own


def test_where_they_do_not_cover_the_need_others_are_laid_out_from_theirs() -> None:
    early = tour("A", 6, 12, TourKind.DAY)
    cover = cover_of(ALWAYS, hours(12), (early,))
    assert starts(cover.tours) == "06:00 18:00"
    assert cover.tours[0] is early


def test_a_peak_has_a_tour_where_it_begins_if_that_takes_fewer_people() -> None:
    demand = demand_of([parse_demand("1 at all times"), parse_demand("3 daily 11:00-19:00")])
    cover = cover_of(demand, hours(8), ())
    assert {time_text(one.start): row for one, row in
            zip(cover.tours, cover.people, strict=True)} == {
        "07:00": (1,) * 7, "15:00": (1,) * 7, "23:00": (1,) * 7, "11:00": (2,) * 7,
    }  # fmt: skip


def test_a_night_across_midnight_is_one_tour() -> None:
    cover = cover_of(demand_of([parse_demand("1 fri sat 19:00 +12h")]), hours(12), ())
    assert (starts(cover.tours), cover.people) == ("19:00", ((0, 0, 0, 0, 1, 1, 0),))


def test_a_need_at_an_odd_minute_is_met_to_the_minute() -> None:
    own = TourType("P", "Peak", 600, Minutes(504), TourKind.DAY)
    demand = demand_of([parse_demand("2 daily 10:00-18:24")])
    assert cover_of(demand, own.length, (own,)).turns == 14
    assert cover_of(demand, Minutes(503), ()).turns == 28


def test_nobody_needed_takes_nobody() -> None:
    assert cover_of(demand_of([]), hours(12), TWELVES).turns == 0


def fewest(demand: Demand, tours: tuple[TourType, ...]) -> int:
    """The fewest turns, by a model of its own that knows every minute of a slot grid."""
    model = cp_model.CpModel()
    turns = {
        (place, day): model.new_int_var(0, 9, "") for place in range(len(tours)) for day in range(7)
    }
    for piece in demand.pieces:
        there = [
            turns[place, day]
            for place, own in enumerate(tours)
            for day in range(7)
            if (piece.start - day * DAY_MINUTES - own.start) % WEEK_MINUTES < own.length
        ]
        model.add(sum(there) >= piece.people)
    model.minimize(sum(turns.values()))
    solver = cp_model.CpSolver()
    solver.parameters.catch_sigint_signal = False  # or Ctrl-C means something else ever after
    assert solver.solve(model) == cp_model.OPTIMAL
    return round(solver.objective_value)


def in_slots(demand: Demand, slot: int) -> Demand:
    """The demand cut where a tour in such slots may begin or end."""
    minutes = by_minute(demand)
    return Demand(
        tuple(
            type(demand.pieces[0])(first, first + slot, max(minutes[first : first + slot]))
            for first in range(0, WEEK_MINUTES, slot)
        )
    )


@given(LINES, st.sampled_from([8, 9, 12]))
@settings(deadline=None, max_examples=25)
def test_enough_are_on_duty_in_every_minute_and_no_fewer_people_could_be(
    lines: list[DemandLine], length: int
) -> None:
    demand, tours = demand_of(lines), round_the_clock(hours(length))
    cover = cover_with(demand, tours)
    assert cover is not None
    pairs = zip(on_duty(cover), by_minute(demand), strict=True)
    assert all(have >= need for have, need in pairs)
    assert cover.turns == fewest(in_slots(demand, 30), tours)


@pytest.mark.parametrize("length", [8, 10, 12])
def test_staffing_and_design_cover_a_service_with_the_same_tours(length: int) -> None:
    (group,) = staffing(groups_of(KAMLOOPS), hours(length), Absences()).groups
    need = brief(KAMLOOPS, hours(length))
    assert (group.cover.tours, group.cover.people) == (need.tours, need.need)
    assert need.hours_needed * 60 == group.cover.minutes
