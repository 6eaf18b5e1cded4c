"""Caps on a part of the staff."""

import pytest

from tests.rules.stage import Story, laid, person, rule_of
from watchbill.kernel.problems import BadInput


def crew(rule: str, part: int, others: int) -> Story:
    staff = [(person(f"P{number}", schedule="fixed"), ()) for number in range(part)]
    staff += [(person(f"O{number}"), ()) for number in range(others - 1)]
    return Story(rule, laid("d"), staff=tuple(staff))


def test_so_many_are_right_and_one_more_is_not() -> None:
    rule = "staff-cap: {who: {schedule: fixed}, at_most: 2}"
    assert crew(rule, 2, 5).findings() == []
    assert crew(rule, 3, 5).findings() == [("2024-05-06 00:00", "3 people", "2 people")]


def test_a_share_is_of_those_whom_the_rule_covers() -> None:
    """A quarter of eight is two."""
    rule = "staff-cap: {who: {schedule: fixed}, percent: 25}"
    assert crew(rule, 2, 6).findings() == []
    assert crew(rule, 3, 5).findings() == [("2024-05-06 00:00", "3 people", "2 people")]
    assert crew(rule, 2, 5).findings() == [("2024-05-06 00:00", "2 people", "1.75 people")]


def test_the_names_are_told() -> None:
    story = crew("staff-cap: {who: {schedule: fixed}, at_most: 1}", 2, 3)
    assert "(P0, P1)" in story.audited.findings[0].sentence
    assert story.audited.findings[0].person is None


def test_a_number_and_a_share_together_or_neither_are_refused() -> None:
    for rule in ("{}", "{at_most: 1, percent: 5}"):
        with pytest.raises(BadInput, match="give either at_most or percent"):
            rule_of(f"staff-cap: {rule}")
