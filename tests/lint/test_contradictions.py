"""Rules that one person cannot all follow, the fewest that do it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.lint.made_up import clause, linted
from watchbill.lint.remark import Gravity, Remark
from watchbill.rotation.cycle import make_rotation
from watchbill.rotation.figures import figures
from watchbill.rotation.notation import read_pattern

STATED = "rotation: {hours_per_week: 42}"
TOURS = "tours-allowed: {lengths: [8h, 12h]}"


def contradictions(*rules: str, more: str = "") -> list[Remark]:
    return [one for one in linted(*rules, more=more) if one.check == "contradictions"]


@pytest.mark.parametrize(
    ("limit", "room"),
    [
        ("average-hours: {at_most: 36}", "36 h/week"),
        ("annual-hours: {at_most: 2000}", "38.36 h/week"),
        ("hours-in-window: {at_most: 80h, period: any 14 days}", "40 h/week"),
        ("hours-in-window: {at_most: 24h, period: any 168h}", "24 h/week"),
        ("unbroken-duty: {at_most: 24h, then_free: 96h}", "33.6 h/week"),
    ],
)
def test_a_stated_week_and_a_limit_below_it_are_a_pair(limit: str, room: str) -> None:
    more = clause("2", limit)
    (one,) = contradictions(STATED, more=more)
    assert (one.gravity, one.clauses) == (Gravity.ERROR, ("1", "2"))
    assert one.figures == ("42 h/week", room)


@pytest.mark.parametrize(
    ("limit", "room"),
    [
        ("rest: {at_least: 40h}", "38.77 h/week"),
        ("free-days: {at_least: 15, period: 28 days}", "39 h/week"),
        ("free-run: {days: 4, period: week}", "36 h/week"),
        ("run-of-tours: {at_most: 1}", "42 h/week"),
    ],
)
def test_a_limit_on_tours_needs_the_longest_of_them(limit: str, room: str) -> None:
    assert contradictions(STATED, more=clause("2", limit)) == []
    found = contradictions(STATED, more=clause("2", limit) + clause("3", TOURS))
    if room == "42 h/week":  # exactly the room there is
        assert found == []
    else:
        assert [(one.clauses, one.figures[1]) for one in found] == [(("1", "2", "3"), room)]


def test_sixteen_hours_of_rest_leave_no_room_for_long_weeks_of_short_tours() -> None:
    rules = (
        "rotation: {hours_per_week: 60}",
        "rest: {at_least: 16h}",
        "tours-allowed: {at_most: 8h}",
    )
    (one,) = contradictions(*rules)
    assert one.figures == ("60 h/week", "56 h/week")


def test_limits_of_other_people_contradict_nothing() -> None:
    more = clause("2", "average-hours: {at_most: 36}", applies_to="{status: casual}")
    regular = "rotation: {hours_per_week: 42, applies_to: {status: regular}}"
    assert contradictions(regular, more=more) == []
    assert len(contradictions(STATED, more=more)) == 1


def test_people_who_differ_in_unit_and_in_schedule_meet_in_one_person() -> None:
    stated = "rotation: {hours_per_week: 42, applies_to: {unit: patrol}}"
    limit = "average-hours: {at_most: 36, applies_to: {schedule: nights}}"
    other = "average-hours: {at_most: 36, applies_to: {unit: harbour}}"
    assert len(contradictions(stated, more=clause("2", limit))) == 1
    assert contradictions(stated, more=clause("2", other)) == []


def test_tours_longer_than_any_stretch_of_duty_may_be() -> None:
    more = clause("2", "unbroken-duty: {at_most: 10h}")
    (one,) = contradictions("tours-allowed: {lengths: [12h, 24h]}", more=more)
    assert "shorter than 12 h" in one.sentence


def test_an_effort_contradicts_nothing() -> None:
    assert (
        contradictions(STATED, more=clause("2", "average-hours: {at_most: 36, soft: true}")) == []
    )


@given(
    pattern=st.text("DN-", min_size=2, max_size=10).filter(lambda text: set(text) & {"D", "N"}),
    limit=st.integers(1, 168),
)
@settings(max_examples=60, deadline=None)
def test_a_worked_rotation_keeps_or_breaks_an_average_as_arithmetic_says(
    pattern: str, limit: int
) -> None:
    cycle = make_rotation(read_pattern(pattern), None, 1)
    found = linted(f"rotation: {{pattern: '{pattern}'}}", f"average-hours: {{at_most: {limit}}}")
    broken = any(one.check == "own rotation" and "h/week" in one.figures[0] for one in found)
    assert broken == (figures(cycle).hours_per_week > limit)
