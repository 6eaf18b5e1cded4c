"""Duty without a break, and the time off after it."""

from tests.rules.stage import Story

TWO_DAYS = Story("unbroken-duty: {at_most: 48h, then_free: 24h}")
MON, TUE, WED = (f"2024-05-{day:02} 08:00 +24h" for day in (6, 7, 8))


def test_forty_eight_hours_are_right_and_a_minute_more_is_not() -> None:
    assert TWO_DAYS.but(tours=(MON, TUE)).findings() == []
    assert TWO_DAYS.but(tours=(MON, TUE, "2024-05-08 08:00 +0h01")).findings() == [
        ("2024-05-06 08:00", "48.02 h", "48 h")
    ]


def test_a_minute_s_break_makes_two_stretches() -> None:
    story = TWO_DAYS.but(tours=(MON, TUE, "2024-05-08 08:01 +24h"))
    assert story.findings() == [("2024-05-08 08:00", "0.02 h", "24 h")]


def test_a_long_stretch_is_followed_by_a_day_off_and_a_short_one_need_not_be() -> None:
    assert TWO_DAYS.but(tours=(MON, TUE, "2024-05-09 08:00 +24h")).findings() == []
    assert TWO_DAYS.but(tours=(MON, TUE, "2024-05-09 07:59 +24h")).findings() == [
        ("2024-05-08 08:00", "23.98 h", "24 h")
    ]
    assert TWO_DAYS.but(tours=(MON, "2024-05-07 20:00 +12h")).findings() == []


def test_a_shorter_stretch_may_ask_for_the_time_off_too() -> None:
    story = Story("unbroken-duty: {at_most: 48h, then_free: 24h, after: 24h}")
    assert len(story.but(tours=(MON, "2024-05-07 20:00 +12h")).findings()) == 1


def test_time_held_over_makes_the_stretch_longer() -> None:
    held = ("held_over: {person: Ames, tour: 2024-05-07 08:00, until: 2024-05-08 09:00}",)
    assert TWO_DAYS.but(tours=(MON, TUE), events=held).findings() == [
        ("2024-05-06 08:00", "49 h", "48 h")
    ]


def test_a_nominal_night_is_as_long_as_the_wall_clock_says() -> None:
    """Forty-eight hours from 2024-11-02 08:00 in Edmonton are forty-nine by the clock of duty."""
    story = TWO_DAYS.but(zone="America/Edmonton", tours=("2024-11-02 08:00 +48h",))
    assert story.findings() == [("2024-11-02 08:00", "49 h", "48 h")]
    assert story.but(clock_change="nominal").findings() == []
