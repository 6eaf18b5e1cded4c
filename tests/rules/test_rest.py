"""Rest between two tours."""

from tests.rules.stage import Story

TEN = Story("rest: {at_least: 10h}")


def test_ten_hours_are_enough_and_a_minute_less_is_not() -> None:
    evening = "2024-05-06 14:00 +8h"
    assert TEN.but(tours=(evening, "2024-05-07 08:00 +8h")).findings() == []
    assert TEN.but(tours=(evening, "2024-05-07 07:59 +8h")).findings() == [
        ("2024-05-06 22:00", "9.98 h", "10 h")
    ]


def test_every_short_rest_is_a_finding_of_its_own() -> None:
    tours = ("2024-05-06 14:00 +8h", "2024-05-07 06:00 +8h", "2024-05-07 20:00 +8h")
    assert [start for start, *_ in TEN.but(tours=tours).findings()] == [
        "2024-05-06 22:00",
        "2024-05-07 14:00",
    ]


def test_the_rest_is_what_really_passes_through_a_clock_change() -> None:
    """On 2024-03-10 an hour is missing at two o'clock in Edmonton, on 2024-11-03 one is twice."""
    spring = TEN.but(zone="America/Edmonton")
    short = spring.but(tours=("2024-03-09 14:00 +8h", "2024-03-10 08:00 +8h"))
    assert short.findings() == [("2024-03-09 22:00", "9 h", "10 h")]
    assert spring.but(tours=("2024-11-02 14:00 +8h", "2024-11-03 07:00 +8h")).findings() == []


def test_a_tour_carried_into_the_dates_counts_and_one_between_two_carried_does_not() -> None:
    carried = ("2024-05-04 22:00 +8h", "2024-05-05 14:00 +8h")
    story = TEN.but(carried=carried, tours=("2024-05-06 07:00 +8h",), first="2024-05-06")
    assert story.findings() == [("2024-05-05 22:00", "9 h", "10 h")]


def test_an_extra_tour_counts() -> None:
    story = TEN.but(
        tours=("2024-05-06 07:00 +8h",),
        events=("extra: {person: Ames, tour: 2024-05-06 23:00 +8h}",),
    )
    assert story.findings() == [("2024-05-06 15:00", "8 h", "10 h")]


def test_where_it_is_an_effort_the_finding_is_a_warning() -> None:
    story = Story(
        "rest: {at_least: 10h, soft: true}",
        ("2024-05-06 14:00 +8h", "2024-05-07 07:00 +8h"),
    )
    assert [str(one.severity) for one in story.audited.findings] == ["warning"]
