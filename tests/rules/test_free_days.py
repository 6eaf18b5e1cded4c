"""Days free in a period."""

from tests.rules.stage import Story, laid

EIGHT = Story("free-days: {at_least: 8, period: 28 days}", first="2024-05-06", last="2024-06-02")


def test_eight_free_days_are_enough_and_seven_are_not() -> None:
    assert EIGHT.but(tours=laid("ddddd-- " * 4)).findings() == []
    seven = laid("ddddd-- " * 3 + "dddddd-")
    assert EIGHT.but(tours=seven).findings() == [("2024-05-06 00:00", "7 free days", "8 free days")]


def test_a_day_is_free_where_no_tour_starts() -> None:
    """Seven nights end on the eighth day, which is free."""
    week = Story("free-days: {at_least: 1, period: 8 days}", laid("NNNNNNN-"), first="2024-05-06",
                 last="2024-05-13")  # fmt: skip
    assert week.findings() == []


def test_two_tours_on_one_day_leave_as_many_days_free() -> None:
    story = Story("free-days: {at_least: 6, period: week}", first="2024-05-06", last="2024-05-12")
    assert story.but(tours=("2024-05-06 06:00 +4h", "2024-05-06 14:00 +4h")).findings() == []


def test_periods_are_laid_from_a_date_where_one_is_given() -> None:
    tours = laid("-------ddddddd-------")
    story = Story("free-days: {at_least: 3, period: week}", tours, first="2024-05-06",
                  last="2024-05-26")  # fmt: skip
    assert [start for start, *_ in story.findings()] == ["2024-05-13 00:00"]
    shifted = story.but(rule="free-days: {at_least: 3, period: 7 days from 2024-05-10}")
    assert shifted.findings() == []
