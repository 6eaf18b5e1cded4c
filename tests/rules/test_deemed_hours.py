"""Hours deemed worked, whatever the week brings."""

import pytest

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


THREE = Story("deemed-hours: {hours_per_week: 48, period: 21 days}", first="2024-05-06",
              last="2024-05-26")  # fmt: skip
WEEKS = {1: "L", 5: "L--L--L--L--L", 6: "L--L--L--L--L--L", 7: "L--L--L--L--L--L--L"}


@pytest.mark.parametrize("tours", WEEKS.values())
def test_three_weeks_are_144_however_many_tours_they_have(tours: str) -> None:
    story = THREE.but(tours=laid(tours))
    assert story.paid() == [("2024-05-06 00:00", "144 h", "1")]
    assert story.basic() == "144"


def test_who_works_nothing_in_them_is_paid_nothing() -> None:
    assert THREE.lines == []


def test_a_part_of_a_block_is_paid_as_worked() -> None:
    story = THREE.but(tours=laid(WEEKS[7]), last="2024-05-25")
    assert (story.paid(), story.basic()) == ([], "168")


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        ("leave: {person: Ames, tour: 2024-05-09 08:00, kind: sick}", "144"),
        ("leave: {person: Ames, tour: 2024-05-09 08:00, kind: leave without pay}", "120"),
        ("extra: {person: Ames, tour: 2024-05-24 08:00 +24h}", "168"),
        ("held_over: {person: Ames, tour: 2024-05-06 08:00, until: 2024-05-07 10:00}", "146"),
    ],
)
def test_what_is_beyond_the_schedule_comes_beside_and_unpaid_leave_off(
    event: str, expected: str
) -> None:
    assert THREE.but(tours=laid(WEEKS[6]), events=(event,)).basic() == expected


@pytest.mark.parametrize(("above", "expected"), [("168h", "144"), ("167h", "168")])
def test_a_block_above_the_ceiling_of_the_law_is_paid_as_worked(above: str, expected: str) -> None:
    rule = f"{{hours_per_week: 48, period: 21 days from 2024-05-06 08:00, unless_above: {above}}}"
    assert THREE.but(rule=f"deemed-hours: {rule}", tours=laid(WEEKS[7])).basic() == expected


def test_blocks_are_laid_from_the_date_on_which_a_work_period_begins() -> None:
    """From the 27th on a block of its own, and the first one is no whole one."""
    rule = "deemed-hours: {hours_per_week: 48, period: 21 days from 2024-05-27 08:00}"
    story = THREE.but(rule=rule, tours=laid(WEEKS[6], "2024-05-27"), first="2024-05-20",
                      last="2024-06-16")  # fmt: skip
    assert story.paid() == [("2024-05-27 00:00", "144 h", "1")]
