"""Kinds that record what a text states: the rotation, the tours of a year, rest periods."""

from decimal import Decimal
from fractions import Fraction

from tests.rules.stage import rule_of


def test_a_rotation_states_its_week_where_no_pattern_shows_it() -> None:
    assert rule_of("rotation: {hours_per_week: 42}").week_stated() == 42
    assert rule_of("rotation: {pattern: DDNN----, hours_per_week: 42}").week_stated() is None


def test_the_hours_of_a_year_are_those_stated_or_follow_from_the_week() -> None:
    assert rule_of("rotation: {hours_per_year: 2184, year_days: 364}").hours_a_year() == 2190
    assert rule_of("rotation: {hours_per_week: 42}").hours_a_year() == 2190
    assert rule_of("rotation: {pattern: DDNN----}").hours_a_year() is None


def test_a_week_and_a_year_that_do_not_agree_are_told() -> None:
    assert list(rule_of("rotation: {hours_per_week: 42, hours_per_year: 2190}").doubts()) == []
    (doubt,) = rule_of("rotation: {hours_per_week: 48, hours_per_year: 2190}").doubts()
    assert doubt.figures == ("48 h/week", "2,190 h/year")


def test_tours_of_a_year_come_to_a_week() -> None:
    """99 tours of 24 hours in 52 weeks are 45.69 hours a week."""
    rule = rule_of("annual-tours: {tours: 99, tour: 24h, hours_per_week: 45.69}")
    assert rule.week_stated() is not None
    assert round(rule.week_stated() or 0, 2) == Decimal("45.69")
    assert list(rule.doubts()) == []
    assert rule.hours_a_year() == Fraction(99 * 24 * 365, 364)
    (doubt,) = rule_of("annual-tours: {tours: 99, tour: 24h, hours_per_week: 45.6}").doubts()
    assert doubt.figures[1] == "45.6 h/week"


def test_rest_periods_that_leave_nothing_of_the_tour_are_told() -> None:
    assert list(rule_of("rest-periods: {count: 2, length: 0h20, in_tour: 12h}").doubts()) == []
    assert len(list(rule_of("rest-periods: {count: 2, length: 6h, in_tour: 12h}").doubts())) == 1


def test_they_are_recorded_and_say_so() -> None:
    for text in (
        "rotation: {hours_per_week: 42}",
        "annual-tours: {tours: 99, tour: 24h}",
        "rest-periods: {count: 2, length: 0h20, in_tour: 12h}",
    ):
        assert rule_of(text).is_recorded
    assert not rule_of("rest: {at_least: 8h}").is_recorded
