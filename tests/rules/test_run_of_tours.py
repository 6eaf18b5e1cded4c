"""Runs of tours, or of nights, on consecutive days."""

from tests.rules.stage import Story, laid

FIVE = Story("run-of-tours: {at_most: 5}")
NIGHTS = Story("run-of-tours: {at_most: 4, of: night, or_up_to: 5, within: 50h}")


def test_five_days_in_a_row_are_right_and_six_are_one_finding() -> None:
    assert FIVE.but(tours=laid("ddddd-ddddd")).findings() == []
    assert FIVE.but(tours=laid("ddddddd")).findings() == [
        ("2024-05-06 08:00", "7 consecutive tours", "5 consecutive tours")
    ]


def test_two_tours_on_a_day_are_one_day_of_the_run() -> None:
    assert FIVE.but(tours=(*laid("ddddd"), "2024-05-06 20:00 +2h")).findings() == []


def test_a_fifth_night_is_right_within_fifty_hours_and_a_sixth_never() -> None:
    assert NIGHTS.but(tours=laid("nnnnn")).findings() == []
    assert NIGHTS.but(tours=laid("NNNNN")).findings() == [("2024-05-06 19:00", "60 h", "50 h")]
    assert NIGHTS.but(tours=laid("nnnnnn")).findings() == [
        ("2024-05-06 23:00", "6 consecutive nights", "5 consecutive nights")
    ]


def test_fifty_hours_to_the_minute_are_right() -> None:
    ten = tuple(f"2024-05-{day:02} 21:00 +10h" for day in range(6, 11))
    assert NIGHTS.but(tours=ten).findings() == []
    assert len(NIGHTS.but(tours=(*ten[:4], "2024-05-10 21:00 +10h01")).findings()) == 1


def test_a_day_without_a_night_ends_a_run_of_nights() -> None:
    assert NIGHTS.but(tours=laid("NNDNN")).findings() == []


def test_a_run_that_goes_on_into_the_dates_counts_whole() -> None:
    carried = laid("ddd", "2024-05-03")
    into = FIVE.but(carried=carried, tours=laid("ddd"), first="2024-05-06")
    assert into.findings() == [("2024-05-03 08:00", "6 consecutive tours", "5 consecutive tours")]
    over = FIVE.but(carried=laid("dddddd", "2024-04-29"), tours=laid("d"), first="2024-05-06")
    assert over.findings() == []
