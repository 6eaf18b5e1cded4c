"""Rotations laid over dates: clock changes, work periods, breaks, notice, starts left open."""

from __future__ import annotations

import pytest

from tests.lint.made_up import clause, linted, said
from watchbill.lint.checks.flsa import minutes_of_periods
from watchbill.rotation.catalogue import read_rotation
from watchbill.rules.ceilings import CEILINGS

ROTATION = "rotation: {pattern: DDNN----}"


def test_a_limit_without_room_for_a_clock_change_is_noted() -> None:
    exact, roomy = "average-hours: {at_most: 42}", "average-hours: {at_most: 43}"
    (one,) = linted(ROTATION, exact, zone="America/Halifax")
    assert (one.check, str(one.gravity)) == ("clock changes", "note")
    assert one.figures == ("42.88 h/week", "42 h/week")
    assert linted(ROTATION, roomy, zone="America/Halifax") == ()
    assert linted(ROTATION, exact) == ()


def test_overtime_where_no_work_period_is_adopted_is_noted_in_the_united_states_alone() -> None:
    (one,) = linted(ROTATION, zone="America/Phoenix")
    assert (one.check, str(one.gravity), one.figures[0]) == ("work period", "note", "42 h/week")
    assert linted("rotation: {pattern: DDD----, tour: 12h}", zone="America/Phoenix") == ()
    assert linted(ROTATION, zone="America/Regina") == ()


@pytest.mark.parametrize("days", sorted(CEILINGS))
def test_hours_of_a_period_add_up_to_those_of_the_cycle(days: int) -> None:
    cycle = read_rotation("24/48 kelly 7")
    found = minutes_of_periods(cycle, days, 8 * 60)
    assert sum(found) == 144 * 60 * days  # each minute of the cycle is in so many periods
    assert max(minutes_of_periods(read_rotation("24/48"), 21, 0)) == 168 * 60


def test_overtime_that_comes_at_times_is_told_as_such() -> None:
    period = "work-period: {days: 14, begins: 2024-01-01 08:00, service: fire}"
    found = linted(
        "rotation: {pattern: 24/48 kelly 7}", period, "tours-allowed: {lengths: [12h, 24h]}"
    )
    (one,) = found
    assert one.figures == ("120 h", "106 h")
    assert "at times" in one.sentence


@pytest.mark.parametrize(
    ("rule", "gravity"),
    [
        ("meal-break: {length: 1h, in_tour: 12h, not_before: 2h30, done_by: 6h}", None),
        ("meal-break: {length: 1h, in_tour: 12h, not_before: 5h30, done_by: 6h}", "error"),
        ("meal-break: {length: 1h, in_tour: 8h}", "warning"),
        ("rest-periods: {count: 2, length: 0h20, in_tour: 12h}", None),
        ("rest-periods: {count: 2, length: 0h20, in_tour: 10h}", "warning"),
        ("rest-periods: {count: 4, length: 3h, in_tour: 12h}", "error"),
    ],
)
def test_breaks_fit_into_tours_that_somebody_works(rule: str, gravity: str | None) -> None:
    assert said(linted(ROTATION, rule)) == ([(gravity, "breaks")] if gravity else [])


def test_notice_longer_than_the_posting_is_told() -> None:
    assert linted("change-notice: {days: 28}") == ()
    assert said(linted("change-notice: {days: 42}")) == [("warning", "notice and posting")]


def test_a_start_that_the_text_leaves_open_is_one_that_its_rules_allow() -> None:
    tours = 'tours-allowed: {starts: ["06:00"], lengths: [10h]}'
    patterned = "rotation: {pattern: DDDD---, tour: 10h}"
    assert {one.check for one in linted(patterned, tours)} == {"unused words"}
    own = "rotation: {pattern: DDDD---}"
    assert ("error", "own rotation") in said(linted(own, 'tours-allowed: {starts: ["06:00"]}'))


def test_the_weekday_on_which_a_cycle_begins_is_left_to_the_service() -> None:
    weekend = "free-run: {days: 2, period: 7 days from 2024-01-03}"
    assert linted("rotation: {pattern: DDDDD--}", weekend) == ()
    three = "free-run: {days: 3, period: 7 days from 2024-01-03}"
    assert said(linted("rotation: {pattern: DDDDD--}", three)) == [("error", "own rotation")]


def test_a_period_that_ends_within_a_cycle_is_noted_where_it_is_a_rounding() -> None:
    cycle = "rotation: {pattern: '4-4, 4-4, 5-3, 5-3, 5-3, 5-4', tour: 10h, hours_per_week: 40}"
    lengths = "tours-allowed: {lengths: [10h, 12h]}"
    found = linted(cycle, "average-hours: {at_most: 40, period: 364 days}", lengths)
    assert {(str(one.gravity), one.check) for one in found} <= {("note", "own rotation")}
    short = linted(ROTATION, "average-hours: {at_most: 42, period: 28 days}")
    assert said(short) == [("error", "own rotation")]
    assert short[0].figures == ("48 h/week", "42 h/week")


def test_a_limit_for_some_who_work_the_rotation_is_tried_on_them() -> None:
    more = clause("2", "run-of-tours: {at_most: 3, applies_to: {platoon: B}}")
    assert ("error", "own rotation") in said(linted(ROTATION, more=more))
