"""Consecutive free days in a period."""

from tests.rules.stage import Story, laid

TWO = Story("free-run: {days: 2, period: week}", first="2024-05-06", last="2024-05-12")


def test_two_days_together_are_enough_and_two_apart_are_not() -> None:
    assert TWO.but(tours=laid("ddddd--")).findings() == []
    assert TWO.but(tours=laid("ddd-dd-")).findings() == [("2024-05-06 00:00", "1 days", "2 days")]


def test_days_on_either_side_of_a_period_s_edge_do_not_make_a_run() -> None:
    """Sunday and Monday are in two weeks of Monday to Sunday."""
    story = TWO.but(tours=laid("dddddd- -dddddd"), last="2024-05-19")
    assert [start for start, *_ in story.findings()] == ["2024-05-06 00:00", "2024-05-13 00:00"]


def test_any_seven_days_have_their_two_days_together() -> None:
    """Two days off at the beginning of one week and the end of the next leave ten between."""
    tours = laid("--ddddd ddddd--")
    weeks = TWO.but(tours=tours, last="2024-05-19")
    assert weeks.findings() == []
    story = weeks.but(rule="free-run: {days: 2, period: any 7 days}")
    assert [start for start, *_ in story.findings()] == ["2024-05-07 00:00"]
    assert story.but(tours=laid("--dddd--dddd--")).findings() == []
    # Five and two has seven days from the second day off to the next first one.
    assert len(story.but(tours=laid("--ddddd --ddddd")).findings()) == 1


NIGHTS = Story(
    "free-run: {days: 2, period: 14 days, not_after_night: true}", first="2024-05-06",
    last="2024-05-19",
)  # fmt: skip


def test_days_between_a_night_and_a_day_do_not_count() -> None:
    worked = "ddddddddddn"
    assert NIGHTS.but(tours=laid(f"{worked}--d")).findings() == [
        ("2024-05-06 00:00", "2 days", "2 days")
    ]


def test_they_count_before_an_evening_and_after_a_day() -> None:
    assert NIGHTS.but(tours=laid("ddddddddddn--e")).findings() == []
    assert NIGHTS.but(tours=laid("dddddddddde--d")).findings() == []


def test_three_days_have_two_that_are_not_between_night_and_day() -> None:
    assert NIGHTS.but(tours=laid("dddddddddn---d")).findings() == []
