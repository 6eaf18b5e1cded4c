"""Hours in any stretch of days or of hours."""

import pytest

from tests.rules.stage import Story, laid, rule_of
from watchbill.kernel.problems import BadInput

SEVEN = Story("hours-in-window: {at_most: 48h, period: any 7 days}")
DAY = Story("hours-in-window: {at_most: 16h, period: any 24h}")


def test_forty_eight_hours_in_seven_days_are_right_and_a_minute_more_is_not() -> None:
    four = laid("DD-DD--")
    assert SEVEN.but(tours=four).findings() == []
    more = (*four, "2024-05-12 08:00 +0h01")
    assert SEVEN.but(tours=more).findings() == [("2024-05-06 07:00", "48.02 h", "48 h")]


def test_the_seven_days_are_any_and_do_not_wait_for_a_monday() -> None:
    """Five tours of 12 h from Friday to Wednesday: 60 hours in six days."""
    story = SEVEN.but(tours=laid("----DDD DD-----"))
    assert story.findings() == [("2024-05-10 07:00", "60 h", "48 h")]


def test_stretches_that_share_a_tour_are_one_finding_with_the_fullest() -> None:
    story = SEVEN.but(tours=laid("DDDDDD- DDDDDD-"))
    assert story.findings() == [("2024-05-06 07:00", "72 h", "48 h")]


def test_in_days_a_tour_counts_whole_where_it_starts_and_in_hours_what_lies_within() -> None:
    night = ("2024-05-06 19:00 +12h",)
    one_day = Story("hours-in-window: {at_most: 11h, period: any 1 days}", night)
    assert one_day.findings() == [("2024-05-06 19:00", "12 h", "11 h")]
    assert Story("hours-in-window: {at_most: 12h, period: any 24h}", night).findings() == []


def test_sixteen_hours_in_any_twenty_four_are_right_and_a_minute_more_is_not() -> None:
    """From six to two, and from ten at night: eight and eight by six in the morning."""
    first = "2024-05-06 06:00 +8h"
    assert DAY.but(tours=(first, "2024-05-06 22:00 +8h")).findings() == []
    assert DAY.but(tours=(first, "2024-05-06 21:59 +8h01")).findings() == [
        ("2024-05-06 06:00", "16.02 h", "16 h")
    ]


def test_hours_of_days_before_are_counted_and_not_judged_by_themselves() -> None:
    carried = laid("DDD", "2024-05-03")
    into = SEVEN.but(carried=carried, tours=laid("DD"), first="2024-05-06")
    assert into.findings() == [("2024-05-03 07:00", "60 h", "48 h")]
    before = laid("DDDDD", "2024-04-20")
    assert SEVEN.but(carried=before, tours=laid("D"), first="2024-05-06").findings() == []


def test_duty_beyond_the_schedule_counts_where_the_rule_says_all_duty() -> None:
    tours = laid("DDDD")
    extra = ("extra: {person: Ames, tour: 2024-05-10 07:00 +2h}",)
    assert SEVEN.but(tours=tours, events=extra).findings() == []
    story = Story(
        "hours-in-window: {at_most: 48h, period: any 7 days, all_duty: true}", tours, extra
    )
    assert story.findings() == [("2024-05-06 07:00", "50 h", "48 h")]


def test_stretches_that_are_laid_end_to_end_are_no_window() -> None:
    for period in ("7 days", "week", "month"):
        with pytest.raises(BadInput, match="the window is any such stretch"):
            rule_of(f"hours-in-window: {{at_most: 48h, period: {period}}}")
