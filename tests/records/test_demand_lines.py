"""Demand, written as one says it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchbill.kernel.clock import Minutes, UnreadableTime
from watchbill.records.demand_lines import DemandLine, parse_demand

EVERY_DAY = set(range(7))


@pytest.mark.parametrize(
    ("text", "need", "days", "start", "length"),
    [
        ("2 at all times", 2, EVERY_DAY, 0, 1440),
        ("4 Fri Sat 10:00-22:00", 4, {4, 5}, 600, 720),
        ("4 fridays and saturdays 10:00-22:00", 4, {4, 5}, 600, 720),
        ("1 mon-fri 07:00 +8h24", 1, {0, 1, 2, 3, 4}, 420, 504),
        ("1 sat-mon 22:00-06:00", 1, {5, 6, 0}, 1320, 480),
        ("3 daily 07:00 +12h", 3, EVERY_DAY, 420, 720),
        ("3 07:00-07:00", 3, EVERY_DAY, 420, 1440),
    ],
)
def test_it_reads(text: str, need: int, days: set[int], start: int, length: int) -> None:
    assert parse_demand(text) == DemandLine(need, frozenset(days), start, Minutes(length))


@pytest.mark.parametrize(
    "text",
    ["", "two at all times", "2", "2 always and ever", "2 someday 10:00-12:00", "2 25:00-26:00",
     "2 fri 10:00", "2 fri 10:00 +0h", "2 fri 10:00 +200h", "-1 at all times"],
)  # fmt: skip
def test_what_is_not_demand_is_refused(text: str) -> None:
    with pytest.raises(UnreadableTime):
        parse_demand(text)


@given(
    st.integers(0, 99),
    st.sets(st.integers(0, 6), min_size=1),
    st.integers(0, 1439),
    st.integers(1, 2880),
)
def test_a_line_written_reads_back(need: int, days: set[int], start: int, length: int) -> None:
    line = DemandLine(need, frozenset(days), start, Minutes(length))
    assert parse_demand(str(line)) == line
