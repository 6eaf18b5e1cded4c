"""Demand over a week, against its lines asked day by day and minute by minute."""

from hypothesis import given
from hypothesis import strategies as st

from tests.records.demands import LINES, SLOT
from watchbill.kernel.clock import (
    DAY_MINUTES,
    WEEK_MINUTES,
    Day,
    Minutes,
    at,
    parse_day,
    wall_text,
    weekday,
)
from watchbill.records.demand import Demand, demand_of, together
from watchbill.records.demand_lines import DemandLine, parse_demand

MONDAY = Day(4)  # 1970-01-05
assert weekday(MONDAY) == 0


def by_slot(lines: list[DemandLine]) -> list[int]:
    """What the lines ask for in each slot of a week in the midst of others."""
    turns = [
        ((day * DAY_MINUTES + line.start, day * DAY_MINUTES + line.start + line.length), line.need)
        for line in lines
        for day in range(MONDAY, MONDAY + 21)
        if weekday(Day(day)) in line.weekdays
    ]
    first = (MONDAY + 14) * DAY_MINUTES
    return [
        max((need for (start, end), need in turns if start <= moment < end), default=0)
        for moment in range(first, first + WEEK_MINUTES, SLOT)
    ]


def slots_of(need: Demand) -> list[int]:
    assert need.pieces[0].start == 0
    assert need.pieces[-1].end == WEEK_MINUTES
    return [
        people
        for start, end, people in need.pieces
        for _ in range(start, end, SLOT)
    ]  # fmt: skip


@given(LINES)
def test_a_post_needs_what_its_lines_ask_for_on_every_date(lines: list[DemandLine]) -> None:
    need = demand_of(lines)
    slots = by_slot(lines)
    assert slots_of(need) == slots
    assert need.minutes == SLOT * sum(slots)
    by_day = [SLOT * sum(slots[first : first + 16]) for first in range(0, 112, 16)]
    assert [need.on(day) for day in range(7)] == by_day


@given(LINES, LINES)
def test_posts_add(one: list[DemandLine], other: list[DemandLine]) -> None:
    both = together([demand_of(one), demand_of(other)])
    expected = [a + b for a, b in zip(by_slot(one), by_slot(other), strict=True)]
    assert slots_of(both) == expected


@given(LINES, st.integers(0, 15), st.integers(1, 16))
def test_part_of_the_day_keeps_what_lies_in_it(
    lines: list[DemandLine], first: int, length: int
) -> None:
    part = demand_of(lines).only(first * SLOT, Minutes(length * SLOT))
    inside = [(slot % 16 - first) % 16 < length for slot in range(112)]
    expected = [need if kept else 0 for need, kept in zip(by_slot(lines), inside, strict=True)]
    assert slots_of(part) == expected


@given(LINES)
def test_the_minutes_at_which_it_rises(lines: list[DemandLine]) -> None:
    slots = by_slot(lines)
    expected = {slot * SLOT % DAY_MINUTES for slot in range(112) if slots[slot - 1] < slots[slot]}
    assert demand_of(lines).rises() == expected


def test_a_line_that_lasts_past_sunday_goes_on_on_monday() -> None:
    need = demand_of([parse_demand("2 sun 19:00 +12h")])
    assert (need.on(6), need.on(0), need.minutes) == (2 * 300, 2 * 420, 2 * 720)


def test_no_demand_is_nothing_all_week() -> None:
    assert (demand_of([]).minutes, together([]).minutes) == (0, 0)


@given(LINES, st.integers(0, 111), st.integers(1, 16))
def test_the_most_in_a_stretch_is_that_of_its_fullest_minute(
    lines: list[DemandLine], first: int, length: int
) -> None:
    slots = by_slot(lines)
    expected = max(slots[(first + later) % 112] for later in range(length))
    assert demand_of(lines).most(first * SLOT, (first + length) * SLOT) == expected


@given(LINES)
def test_over_dates_it_needs_what_its_lines_ask_for(lines: list[DemandLine]) -> None:
    first, slots = parse_day("2024-03-06"), by_slot(lines)
    begins = at(first, 0)
    asked = [0] * 3 * 16
    for start, end, people in demand_of(lines).over(first, Day(first + 2)):
        for slot in range((start - begins) // SLOT, (end - begins) // SLOT):
            asked[slot] += people
    wednesday = 2 * 16
    assert asked == slots[wednesday : wednesday + 48]


def test_an_hour_has_the_need_of_its_fullest_minute() -> None:
    hourly = demand_of([parse_demand("2 daily 10:00-18:24")]).by_hour()
    assert hourly == ((0,) * 10 + (2,) * 9 + (0,) * 5,) * 7


def test_a_night_s_need_on_a_date_reaches_into_the_next_morning() -> None:
    saturday = parse_day("2024-05-11")
    found = [
        (wall_text(start), wall_text(end), people)
        for start, end, people in demand_of([parse_demand("1 fri 19:00 +12h")]).over(
            saturday, saturday
        )
        if people
    ]
    assert found == [("2024-05-11 00:00", "2024-05-11 07:00", 1)]
