"""Who has more of what in a year, against dates laid out one by one."""

import math
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rotation.test_figures import PATTERNS, TOURS, expanded
from watchbill.rotation.catalogue import read_rotation
from watchbill.rotation.cycle import make_rotation
from watchbill.rotation.fairness import MEASURES, fairness
from watchbill.rotation.figures import figures
from watchbill.rotation.notation import read_pattern

MONDAY = date(2024, 1, 1)


@given(PATTERNS, st.integers(1, 4), st.integers(1, 70))
@settings(deadline=None, max_examples=50)
def test_shares_equal_a_count_on_dates(text: str, platoons: int, days: int) -> None:
    rotation = make_rotation(read_pattern(text), platoons=platoons, tours=TOURS)
    found = fairness(rotation, days)
    for platoon in range(platoons):
        line = expanded(rotation, rotation.days, platoon)
        codes = [line[day % rotation.days] for day in range(days)]
        share = found.shares[platoon]
        assert share.minutes == sum(TOURS[code].length for code in codes if code != "-")
        assert share.tours == days - codes.count("-")
        assert share.nights == codes.count("N")
        dates = [MONDAY + timedelta(day) for day in range(days)]
        weekend = [
            code for code, when in zip(codes, dates, strict=True) if when.isoweekday() in (6, 7)
        ]
        assert share.weekend_days == len(weekend) - weekend.count("-")
        free = 0
        for day, when in enumerate(dates[:-1]):
            if when.isoweekday() == 6:
                free += codes[day] == codes[day + 1] == "-" and codes[day - 1] != "N"
        assert share.weekends_off == free


@given(PATTERNS, st.integers(2, 4))
@settings(deadline=None, max_examples=40)
def test_over_whole_weeks_and_cycles_hours_and_nights_are_equal(text: str, platoons: int) -> None:
    rotation = make_rotation(read_pattern(text), platoons=platoons, tours=TOURS)
    days = math.lcm(rotation.days, 7)
    found = fairness(rotation, days)
    spreads = {measure: found.spread(measure) for measure in MEASURES}
    for measure in ("minutes", "tours", "nights"):
        assert len(set(spreads[measure])) == 1
    even = all(least == most for least, most in spreads.values())
    assert found.equal_after == (days if even else None)
    assert even or rotation.days % 7 == 0
    own = figures(rotation)
    assert found.shares[0].weekends_off == own.weekends_off
    assert found.shares[0].minutes * own.cycle_days == own.minutes_per_cycle * days


def test_a_cycle_of_weeks_begun_days_apart_shares_no_weekends() -> None:
    # Monday to Friday for one; the other begins three days later and works every weekend.
    rotation = make_rotation(read_pattern("DDDDD--"), offsets=(0, 3))
    found = fairness(rotation, 70)
    assert found.equal_after is None
    assert found.spread("weekends_off") == (0, 10)


@pytest.mark.parametrize(("days", "free"), [(5, 0), (6, 0), (7, 1), (13, 1), (14, 2)])
def test_half_a_weekend_is_none(days: int, free: int) -> None:
    rotation = make_rotation(read_pattern("DDDDD--"))
    assert fairness(rotation, days).spread("weekends_off") == (free, free)


@pytest.mark.parametrize(
    ("measure", "least", "most"),
    [("minutes", 181 * 720, 184 * 720), ("tours", 181, 184), ("nights", 90, 92)],
)
def test_a_year_of_two_days_two_nights_by_hand(measure: str, least: int, most: int) -> None:
    # 365 days are 45 cycles of 4 tours (180, 90 of them nights) and 5 days, which for the four
    # platoons are DDNN- (4, 2), --DDN (3, 1), ----D (1, 0) and NN--- (2, 2).
    assert fairness(read_rotation("DDNN----", None, 4)).spread(measure) == (least, most)
