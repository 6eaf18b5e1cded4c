"""Hours deemed worked, whatever the week brings."""

from tests.rules.stage import Story, laid

FORTY_EIGHT = Story("deemed-hours: {hours_per_week: 48}", laid("L--L--L"), first="2024-05-06",
                    last="2024-05-12")  # fmt: skip


def test_the_account_is_the_schedule_above_the_hours_deemed() -> None:
    """Three tours of 24 h in a week of 48: 24 above; two: even; one: 24 below."""
    assert FORTY_EIGHT.balance() == "24 h"
    assert FORTY_EIGHT.but(tours=laid("L--L---")).balance() == "0 h"
    assert FORTY_EIGHT.but(tours=laid("L------")).balance() == "-24 h"


def test_leave_counts_as_worked() -> None:
    leave = ("leave: {person: Ames, tour: 2024-05-06 08:00, kind: sick}",)
    assert FORTY_EIGHT.but(events=leave).balance() == "24 h"


def test_a_part_of_a_week_counts_by_its_days_and_tours_outside_the_dates_do_not() -> None:
    """Of 48 hours a week seven days have 48 and fourteen 96."""
    two = FORTY_EIGHT.but(tours=laid("L--L--- L--L---"), last="2024-05-19")
    assert two.balance() == "0 h"
    assert two.balance("2024-05-13", "2024-05-19") == "0 h"
    assert two.balance("2024-05-06", "2024-05-08") == "3.43 h"


def test_extra_tours_are_no_part_of_it() -> None:
    extra = ("extra: {person: Ames, tour: 2024-05-08 08:00 +8h}",)
    assert FORTY_EIGHT.but(events=extra).balance() == "24 h"
