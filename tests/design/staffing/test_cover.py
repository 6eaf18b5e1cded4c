"""The fewest tours for a day, against a solver that tries them all."""

from functools import lru_cache

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from ortools.sat.python import cp_model

from watchbill.design.staffing.cover import cover_from, fewest_tours
from watchbill.kernel.clock import Minutes
from watchbill.records.demand import Demand, Piece, demand_of
from watchbill.records.demand_lines import parse_demand

HOURLY = st.lists(st.integers(0, 3), min_size=24, max_size=24)


def need_of(hours: list[int]) -> Demand:
    """A need by the hour of the week; a day's is repeated."""
    week = (hours * 7)[:168]
    return Demand(tuple(Piece(60 * h, 60 * h + 60, people) for h, people in enumerate(week)))


@lru_cache(maxsize=4096)
def fewest_by_solver(day: tuple[int, ...], length: int) -> int:
    """The fewest tours of so many hours that meet a day's needs, from whatever hours."""
    model = cp_model.CpModel()
    starts = {hour: model.new_int_var(0, 9, "") for hour in range(1 - length, 24)}
    for hour, need in enumerate(day):
        model.add(sum(starts[hour - back] for back in range(length)) >= need)
    model.minimize(sum(starts.values()))
    solver = cp_model.CpSolver()
    solver.parameters.catch_sigint_signal = False  # or Ctrl-C means something else ever after
    assert solver.solve(model) == cp_model.OPTIMAL
    return round(solver.objective_value)


@given(HOURLY, st.integers(1, 24), st.integers(0, 23))
@settings(deadline=None, max_examples=60)
def test_no_fewer_tours_cover_a_day(hours: list[int], length: int, begin: int) -> None:
    cover = cover_from(need_of(hours), Minutes(60 * length), 60 * begin)
    expected = fewest_by_solver(tuple(hours[begin:] + hours[:begin]), length)
    assert cover.tours_by_weekday == (expected,) * 7


def blocks_of_need(blocks: list[tuple[int, int]]) -> list[int]:
    """People by the hour of the week, one for each block (first hour, hours) that has it."""
    return [
        max((int((hour - first) % 168 < length) for first, length in blocks), default=0)
        for hour in range(168)
    ]


@given(
    st.lists(st.tuples(st.integers(0, 167), st.integers(1, 100)), min_size=1, max_size=4),
    st.integers(3, 24),
)
@example([(0, 25)], 5)
@settings(deadline=None, max_examples=8)
def test_the_best_hour_to_count_days_from_is_found(
    blocks: list[tuple[int, int]], length: int
) -> None:
    hours = blocks_of_need(blocks)
    found = fewest_tours(need_of(hours), Minutes(60 * length))
    around = hours + hours
    fewest = min(
        sum(
            fewest_by_solver(tuple(around[24 * day + begin : 24 * day + begin + 24]), length)
            for day in range(7)
        )
        for begin in range(24)
    )
    assert found.tours == fewest


@given(st.lists(st.integers(0, 3), min_size=168, max_size=168), st.integers(1, 24))
@settings(deadline=None, max_examples=60)
def test_at_every_hour_of_the_week_enough_are_on_duty(hours: list[int], length: int) -> None:
    cover = fewest_tours(need_of(hours), Minutes(60 * length))
    on_duty = [0] * 168
    for weekday, day in enumerate(cover.starts):
        for start in day:
            assert start.minute % 60 == 0
            for hour in range(length):
                on_duty[(24 * weekday + start.minute // 60 + hour) % 168] += start.tours
    assert all(have >= need for have, need in zip(on_duty, hours, strict=True))
    assert cover.minutes == 60 * sum(on_duty)


@pytest.mark.parametrize(
    ("length", "a_day", "surplus_hours"), [(8, 3, 0), (10, 3, 6), (12, 2, 0), (24, 1, 0), (7, 4, 4)]
)
def test_24_hours_of_one_post_by_hand(length: int, a_day: int, surplus_hours: int) -> None:
    need = demand_of([parse_demand("1 at all times")])
    cover = fewest_tours(need, Minutes(60 * length))
    assert cover.tours_by_weekday == (a_day,) * 7
    assert cover.minutes - need.minutes == 7 * 60 * surplus_hours


def test_a_night_across_midnight_is_one_tour() -> None:
    need = demand_of([parse_demand("1 fri sat 19:00 +12h")])
    cover = fewest_tours(need, Minutes(720))
    assert cover.tours_by_weekday == (0, 0, 0, 0, 1, 1, 0)
    assert [start.minute for day in cover.starts for start in day] == [1140, 1140]


def test_the_service_s_own_starts_come_first() -> None:
    need = demand_of([parse_demand("1 at all times")])
    cover = fewest_tours(need, Minutes(720), prefer=(390,))
    assert [start.minute for start in cover.starts[0]] == [390, 1110]


def test_a_need_at_an_odd_minute_is_met_to_the_minute() -> None:
    need = demand_of([parse_demand("2 daily 10:00-18:24")])
    assert fewest_tours(need, Minutes(504)).tours == 14
    assert fewest_tours(need, Minutes(503)).tours == 28
    assert need.minutes == 7 * 2 * 504
