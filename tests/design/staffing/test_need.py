"""Demand over a week, against its lines asked day by day and minute by minute."""

from hypothesis import given
from hypothesis import strategies as st

from watchbill.design.staffing.need import WeekNeed, together, week_need
from watchbill.kernel.clock import DAY_MINUTES, WEEK_MINUTES, Day, Minutes, weekday
from watchbill.records.demand import DemandLine, parse_demand

SLOT = 90
LINES = st.lists(
    st.builds(
        DemandLine,
        st.integers(0, 4),
        st.frozensets(st.integers(0, 6), min_size=1),
        st.integers(0, DAY_MINUTES // SLOT).map(SLOT.__mul__),
        st.integers(1, WEEK_MINUTES // SLOT).map(lambda slots: Minutes(slots * SLOT)),
    ),
    max_size=4,
)
MONDAY = Day(4)  # 1970-01-05
assert weekday(MONDAY) == 0


def by_slot(lines: list[DemandLine]) -> list[int]:
    """What the lines ask for in each slot of a week in the midst of others."""
    turns = [
        (turn, line.need)
        for line in lines
        for day in range(MONDAY, MONDAY + 21)
        if (turn := line.on(Day(day))) is not None
    ]
    first = (MONDAY + 14) * DAY_MINUTES
    return [
        max((need for (start, end), need in turns if start <= moment < end), default=0)
        for moment in range(first, first + WEEK_MINUTES, SLOT)
    ]


def slots_of(need: WeekNeed) -> list[int]:
    assert need.pieces[0].start == 0
    assert need.pieces[-1].end == WEEK_MINUTES
    return [
        people
        for start, end, people in need.pieces
        for _ in range(start, end, SLOT)
    ]  # fmt: skip


@given(LINES)
def test_a_post_needs_what_its_lines_ask_for_on_every_date(lines: list[DemandLine]) -> None:
    need = week_need(lines)
    slots = by_slot(lines)
    assert slots_of(need) == slots
    assert need.minutes == SLOT * sum(slots)
    by_day = [SLOT * sum(slots[first : first + 16]) for first in range(0, 112, 16)]
    assert [need.on(day) for day in range(7)] == by_day


@given(LINES, LINES)
def test_posts_add(one: list[DemandLine], other: list[DemandLine]) -> None:
    both = together([week_need(one), week_need(other)])
    expected = [a + b for a, b in zip(by_slot(one), by_slot(other), strict=True)]
    assert slots_of(both) == expected


@given(LINES, st.integers(0, 15), st.integers(1, 16))
def test_part_of_the_day_keeps_what_lies_in_it(
    lines: list[DemandLine], first: int, length: int
) -> None:
    part = week_need(lines).only(first * SLOT, Minutes(length * SLOT))
    inside = [(slot % 16 - first) % 16 < length for slot in range(112)]
    expected = [need if kept else 0 for need, kept in zip(by_slot(lines), inside, strict=True)]
    assert slots_of(part) == expected


@given(LINES)
def test_the_minutes_at_which_it_changes(lines: list[DemandLine]) -> None:
    slots = by_slot(lines)
    expected = {slot * SLOT % DAY_MINUTES for slot in range(112) if slots[slot - 1] != slots[slot]}
    assert week_need(lines).changes() == expected


def test_a_line_that_lasts_past_sunday_goes_on_on_monday() -> None:
    need = week_need([parse_demand("2 sun 19:00 +12h")])
    assert (need.on(6), need.on(0), need.minutes) == (2 * 300, 2 * 420, 2 * 720)


def test_no_demand_is_nothing_all_week() -> None:
    assert (week_need([]).minutes, together([]).minutes) == (0, 0)
