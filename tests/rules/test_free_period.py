"""A long stretch off after at most so many days of work."""

from tests.rules.stage import Story, laid

TWELVE = Story("free-period: {at_least: 48h, after_days: 12}")


def test_twelve_days_may_be_worked_without_it_and_thirteen_may_not() -> None:
    assert TWELVE.but(tours=laid("d" * 12)).findings() == []
    assert TWELVE.but(tours=laid("d" * 13)).findings() == [
        ("2024-05-06 08:00", "13 days of work", "12 days of work")
    ]


def test_a_single_day_off_is_no_such_stretch() -> None:
    """From four in the afternoon to eight in the morning a day later are 40 hours."""
    assert len(TWELVE.but(tours=laid("dddddd-ddddddd")).findings()) == 1


def test_the_stretch_is_counted_in_hours_and_not_in_days() -> None:
    six, seven = laid("dddddd"), laid("ddddddd", "2024-05-13")
    forty_seven = ("2024-05-11 08:00 +9h",)
    assert TWELVE.but(tours=(*six[:5], "2024-05-11 00:00 +8h", *seven)).findings() == []
    assert len(TWELVE.but(tours=(*six[:5], *forty_seven, *seven)).findings()) == 1


def test_two_tours_on_one_day_are_one_day_of_work() -> None:
    twice = (*laid("d" * 12), "2024-05-06 20:00 +2h")
    assert TWELVE.but(tours=twice).findings() == []


def test_days_before_the_dates_count_towards_a_stretch_that_reaches_into_them() -> None:
    carried = laid("d" * 12, "2024-04-24")
    story = TWELVE.but(carried=carried, tours=laid("d"), first="2024-05-06")
    assert story.findings() == [("2024-04-24 08:00", "13 days of work", "12 days of work")]
    assert TWELVE.but(carried=(*carried, *laid("d")), tours=(), first="2024-05-07",
                      last="2024-05-08").findings() == []  # fmt: skip
