"""Time off where somebody moves between schedules."""

from tests.rules.stage import Story

DAY_OFF = Story("schedule-change-rest: {at_least: 24h, long: 24h}")
LONG = "2024-05-06 08:00 +24h"


def test_a_day_between_a_long_tour_and_a_short_one_is_enough_and_a_minute_less_is_not() -> None:
    assert DAY_OFF.but(tours=(LONG, "2024-05-08 08:00 +8h")).findings() == []
    assert DAY_OFF.but(tours=(LONG, "2024-05-08 07:59 +8h")).findings() == [
        ("2024-05-07 08:00", "23.98 h", "24 h")
    ]


def test_the_other_way_round_is_the_same() -> None:
    assert DAY_OFF.but(tours=("2024-05-05 08:00 +8h", LONG)).findings() == [
        ("2024-05-05 16:00", "16 h", "24 h")
    ]


def test_two_tours_of_one_schedule_need_no_day_between() -> None:
    assert DAY_OFF.but(tours=(LONG, "2024-05-07 08:00 +24h")).findings() == []
    assert DAY_OFF.but(tours=("2024-05-06 08:00 +8h", "2024-05-07 08:00 +8h")).findings() == []
