"""Hours of work in a year."""

from tests.rules.stage import Story, laid

# 52 weeks of four eight-hour days are 1,664 hours.
FOUR_DAYS = laid("dddd--- " * 52)
YEAR = Story(
    "annual-hours: {at_most: 1664, period: 364 days}",
    FOUR_DAYS,
    first="2024-05-06",
    last="2025-05-04",
)


def test_a_year_that_comes_to_the_limit_is_right_and_one_tour_more_is_not() -> None:
    assert YEAR.findings() == []
    more = (*FOUR_DAYS, "2024-05-10 08:00 +8h")
    assert YEAR.but(tours=more).findings() == [("2024-05-06 00:00", "1,672 h/year", "1,664 h/year")]


def test_half_a_year_is_not_judged() -> None:
    half = YEAR.but(last="2024-11-03", tours=FOUR_DAYS[:104])
    assert half.findings() == []
    assert half.not_judged() == ["it needs 364 days and the roster has 182"]


def test_whole_cycles_are_measured_where_a_rotation_is_followed() -> None:
    """A cycle of 8 days with four tours of 12 h is 2,190 h in 365 days: 360 days are measured."""
    tours = laid("DDNN---- " * 46)
    year = Story(
        "annual-hours: {at_most: 2190}", tours, first="2024-05-06", last="2025-05-05", cycle=8
    )
    assert year.findings() == []
    less = year.but(rule="annual-hours: {at_most: 2189}")
    assert less.findings() == [("2024-05-06 00:00", "2,190 h/year", "2,189 h/year")]


def test_hours_are_those_of_the_wall_clock() -> None:
    night = ("2024-11-02 19:00 +12h",)
    year = Story(
        "annual-hours: {at_most: 12, period: 7 days}",
        night,
        first="2024-10-28",
        last="2024-11-03",
        zone="America/Edmonton",
    )
    assert year.findings() == []


def test_the_year_may_begin_on_a_date_of_its_own() -> None:
    tours = laid("dd-----", "2024-05-13")
    weeks = Story(
        "annual-hours: {at_most: 8, period: 7 days from 2024-05-08}",
        tours,
        first="2024-05-06",
        last="2024-05-21",
    )
    assert weeks.findings() == [("2024-05-08 00:00", "16 h/year", "8 h/year")]
