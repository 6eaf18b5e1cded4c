"""Several thresholds of overtime: no excess is paid by more than the agreement says."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rules.stage import HEAD, Story
from watchbill.kernel.clock import Day, day_text, parse_day
from watchbill.kernel.problems import BadInput

WEEKLY = "overtime-above: {hours: 44, period: week, multiple: 1.5}"
DAILY = "overtime-in-tour: {above: [8h], multiple: 1.5}"
SUNDAY = parse_day("2024-05-05")
DAYS = 14


class Totals(Story):
    """The story under an agreement that pays the greater of two totals."""

    @property
    def head(self) -> str:
        return HEAD.replace("clauses:\n", "pay: {resolution: greater-of-totals}\nclauses:\n")


def story(kind: type[Story], hours: list[int], weekly: str = WEEKLY, daily: str = DAILY) -> Story:
    """A date each from Sunday, the 5th of May 2024: so many hours from 08:00, as planned 8 h."""
    tours = [
        f"{day_text(Day(SUNDAY + number))} 08:00 +{length}h"
        for number, length in enumerate(hours)
        if length
    ]
    last = day_text(Day(SUNDAY + DAYS - 1))
    return kind(daily, tours, first=day_text(SUNDAY), last=last, week="sunday", more=weekly)


def overtime(told: Story) -> dict[str, int]:
    """Hours above the basic rate by clause."""
    hours: dict[str, int] = {}
    for line in told.lines:
        if line.multiple > 1:
            hours[line.clause_number] = hours.get(line.clause_number, 0) + line.minutes // 60
    return hours


LONG_MONDAY = [0, 12, 8, 8, 8, 8, 8]


def test_where_the_greatest_pays_each_minute_two_thresholds_pay_one_excess_twice() -> None:
    assert overtime(story(Story, LONG_MONDAY)) == {"1": 4, "2": 8}


def test_of_two_totals_the_greater_pays_and_the_other_does_not() -> None:
    assert overtime(story(Totals, LONG_MONDAY)) == {"2": 8}
    assert overtime(story(Totals, [0, 12, 12, 12])) == {"1": 12}
    assert overtime(story(Totals, [0, 8, 8, 8, 8, 8, 8])) == {"2": 4}


def test_each_period_has_its_own_greater_total_and_of_equals_the_earlier_clause_pays() -> None:
    assert overtime(story(Totals, [*LONG_MONDAY, 0, 12, 12, 0, 0, 0, 0])) == {"1": 8, "2": 8}
    assert overtime(story(Totals, [0, 12, 8, 8, 8, 12])) == {"1": 8}
    assert overtime(story(Totals, [0, 12, 8, 8, 8, 8, 4])) == {"1": 4}


def test_a_line_says_what_its_total_stands_in_place_of() -> None:
    last = story(Totals, LONG_MONDAY).lines[-1]
    assert last.why == (
        "52 h in the 7 days from 2024-05-05, 8 h above 44 h. Its total is 8 h in the 7 days from"
        " 2024-05-05, and pays in place of what is no more: 4 h, clause 1."
    )


def test_a_tour_over_the_edge_of_the_week_is_of_the_week_in_which_it_starts() -> None:
    """Saturday 18:00 to Sunday 06:00: four hours above eight, all of them after midnight."""
    night = story(Totals, []).but(tours=("2024-05-11 18:00 +12h", "2024-05-12 18:00 +8h"))
    assert overtime(night) == {"1": 4}
    full = tuple(f"2024-05-{day} 08:00 +8h" for day in ("06", "07", "08", "09", "10"))
    assert overtime(night.but(tours=(*full, *night.tours))) == {"2": 8}


def paying(word: str, multiple: str = "1.5") -> str:
    return WEEKLY.replace("1.5}", f"{multiple}, paid_overtime: {word}}}")


def test_hours_already_paid_as_overtime_count_or_are_left_out_or_credited() -> None:
    """52 hours, 4 of them already paid: 8 above 44, or 48 and 4 above."""
    counted = story(Story, LONG_MONDAY, paying("counted"))
    assert overtime(counted) == {"1": 4, "2": 8}
    assert overtime(story(Story, LONG_MONDAY, paying("left-out"))) == {"1": 4, "2": 4}
    assert overtime(story(Story, LONG_MONDAY, paying("credited"))) == {"1": 4, "2": 4}


def test_what_is_paid_at_a_greater_multiple_is_credited_by_what_it_is_worth() -> None:
    """Four hours at double are worth eight at a half on top: nothing more is owed."""
    double = DAILY.replace("1.5", "2")
    assert overtime(story(Story, LONG_MONDAY, paying("credited"), double)) == {"1": 4}
    assert overtime(story(Story, LONG_MONDAY, paying("left-out"), double)) == {"1": 4, "2": 4}
    cheap = DAILY.replace("1.5", "1.25")
    assert overtime(story(Story, LONG_MONDAY, paying("credited"), cheap)) == {"1": 4, "2": 6}


def test_hours_above_are_those_that_nobody_pays_yet_where_they_fall_on_one_day() -> None:
    """Saturday has twelve: its last four are paid by the day, and the four before by the week."""
    long_saturday = [0, 8, 8, 8, 8, 8, 12]
    told = story(Story, long_saturday, paying("left-out"))
    assert overtime(told) == {"1": 4, "2": 4}
    saturday = [one.start % 1440 // 60 for one in told.lines if one.multiple > 1]
    assert saturday == [12, 16]


def test_any_such_stretch_takes_no_account_of_what_is_paid_and_no_totals_are_compared() -> None:
    rolling = "overtime-above: {hours: 44, period: any 7 days, multiple: 2, of: added-tours"
    with pytest.raises(BadInput, match="end to end"):
        _ = story(Story, [], f"{rolling}, paid_overtime: left-out}}").agreement
    for weekly in (f"{rolling}}}", DAILY):
        with pytest.raises(BadInput, match="totals can only be compared"):
            _ = story(Totals, [], weekly).agreement


HOURS = st.lists(st.sampled_from([0, 4, 7, 8, 10, 12, 16]), min_size=DAYS, max_size=DAYS)
MULTIPLES = st.sampled_from(["1.25", "1.5", "2"])


def by_hand(hours: list[int], daily: float, weekly: float, threshold: int, how: str) -> float:
    """Hours at the basic rate beside those worked, week by week, from the sums alone."""
    extra = 0.0
    for week in (hours[:7], hours[7:]):
        by_day = sum(max(0, one - 8) for one in week)
        above = max(0, sum(week) - threshold)
        if how == "greater-of-totals":
            extra += max(by_day * (daily - 1), above * (weekly - 1))
        elif how == "left-out":
            above = max(0, sum(week) - by_day - threshold)
            extra += by_day * (daily - 1) + above * (weekly - 1)
        else:
            extra += max(by_day * (daily - 1), above * (weekly - 1))
    return extra


@given(
    hours=HOURS,
    daily=MULTIPLES,
    weekly=MULTIPLES,
    threshold=st.sampled_from([24, 40, 44]),
    how=st.sampled_from(["greater-of-totals", "left-out", "credited"]),
)
@settings(max_examples=60, deadline=None)
def test_whatever_the_thresholds_no_more_is_paid_than_the_resolution_says(
    hours: list[int], daily: str, weekly: str, threshold: int, how: str
) -> None:
    above = f"overtime-above: {{hours: {threshold}, period: week, multiple: {weekly}}}"
    if how != "greater-of-totals":
        above = above.replace("}", f", paid_overtime: {how}}}")
    kind = Totals if how == "greater-of-totals" else Story
    told = story(kind, hours, above, DAILY.replace("1.5", daily))
    paid = sum(float(line.basic_hours) for line in told.lines) - sum(hours)
    expected = by_hand(hours, float(daily), float(weekly), threshold, how)
    rounded_up = 0.02 if how == "credited" else 0.0001
    assert 0 <= paid - expected + 0.0001 <= rounded_up + 0.0001
    ends = [(line.start, line.end) for line in told.lines]
    assert all(one[1] <= other[0] for one, other in pairwise(ends))
