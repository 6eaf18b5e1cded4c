"""Rules that nothing can break, and people who are never asked."""

from __future__ import annotations

import pytest

from tests.lint.made_up import clause, linted
from watchbill.lint.remark import Remark

CHECK = "rules that never apply"


def idle(*rules: str, more: str = "", usual: str = "") -> list[Remark]:
    return [one for one in linted(*rules, more=more, usual=usual) if one.check == CHECK]


@pytest.mark.parametrize(
    ("idle_rule", "strict"),
    [
        ("rest: {at_least: 8h}", "rest: {at_least: 11h}"),
        ("average-hours: {at_most: 48}", "average-hours: {at_most: 42}"),
        ("annual-hours: {at_most: 2190}", "average-hours: {at_most: 40}"),
        ("annual-hours: {at_most: 2400}", "annual-hours: {at_most: 2190}"),
        ("free-days: {at_least: 4, period: 28 days}", "free-days: {at_least: 8, period: 28 days}"),
        ("hours-in-window: {at_most: 150h, period: any 14 days}",
         "hours-in-window: {at_most: 75h, period: any 7 days}"),
        ("run-of-tours: {of: night, at_most: 4}", "run-of-tours: {at_most: 3}"),
        ("rest-after-run: {of: night, run: 5, free_days: 2}",
         "run-of-tours: {of: night, at_most: 4}"),
        ("double-tours: {at_most: 1, tour: 24h}", "unbroken-duty: {at_most: 36h}"),
        ("double-tours: {at_most: 1, tour: 24h}", "tours-allowed: {at_most: 12h, all_duty: true}"),
    ],
)  # fmt: skip
def test_a_stricter_rule_leaves_another_nothing_to_do(idle_rule: str, strict: str) -> None:
    (one,) = idle(idle_rule, more=clause("2", strict))
    assert one.clauses == ("1", "2")
    assert one.counts
    for_some = strict[:-1] + ", applies_to: {status: casual}}"
    assert idle(idle_rule, more=clause("2", for_some)) == []


@pytest.mark.parametrize(
    ("rule", "other"),
    [
        ("annual-hours: {at_most: 2190}", "average-hours: {at_most: 42}"),
        ("annual-hours: {at_most: 2184, period: 364 days}", "average-hours: {at_most: 42}"),
        ("annual-hours: {at_most: 1900}", "average-hours: {at_most: 42}"),
        ("hours-in-window: {at_most: 140h, period: any 14 days}",
         "hours-in-window: {at_most: 75h, period: any 7 days}"),
        ("run-of-tours: {of: night, at_most: 2}", "run-of-tours: {at_most: 4}"),
        ("rest-after-run: {of: night, run: 5, free_days: 2}",
         "run-of-tours: {of: night, at_most: 4, or_up_to: 5, within: 50h}"),
        ("average-hours: {at_most: 48, period: 28 days}",
         "average-hours: {at_most: 42, period: 56 days}"),
        ("double-tours: {at_most: 1, tour: 24h}", "unbroken-duty: {at_most: 48h}"),
        ("rest: {at_least: 10h, soft: true}", "rest: {at_least: 8h}"),
        ("rest: {at_least: 8h}", "rest: {at_least: 10h, soft: true}"),
    ],
)  # fmt: skip
def test_limits_that_both_do_something_stand_side_by_side(rule: str, other: str) -> None:
    assert idle(rule, more=clause("2", other)) == []


def test_an_effort_below_a_limit_is_only_noted() -> None:
    (one,) = idle("rest: {at_least: 8h, soft: true}", more=clause("2", "rest: {at_least: 9h}"))
    assert not one.counts


def test_of_two_alike_one_is_told() -> None:
    (one,) = idle("rest: {at_least: 8h}", more=clause("2", "rest: {at_least: 8h}"))
    assert one.clauses == ("2", "1")


def test_a_rule_that_an_emergency_lifts_does_not_replace_one_that_stays() -> None:
    strict = "rest: {at_least: 11h, lifted_by_emergency: true}"
    assert idle("rest: {at_least: 8h}", more=clause("2", strict)) == []


def test_a_step_after_one_that_takes_everybody_is_never_reached() -> None:
    order = """offer-order:
          first: highest serial
          steps:
            - {says: volunteers, volunteers: true}
            - {says: deckhands, who: {classification: deckhand}}
            - {says: casual deckhands, who: {classification: deckhand, status: casual}}
            - {says: masters, who: {classification: master}}"""
    (one,) = idle(order)
    assert "casual deckhands" in one.sentence


@pytest.mark.parametrize(
    "rule",
    [
        "staff-cap: {who: {status: casual}, at_most: 4}",
        "voluntary-list: {who: {status: casual}, work: [relief]}",
        "refusal-first: {who: {status: casual}}",
    ],
)
def test_whom_a_rule_names_is_among_those_of_its_clause(rule: str) -> None:
    assert idle(rule) == []
    (one,) = idle(more=clause("2", rule, applies_to="{status: regular}"))
    assert one.clauses == ("2",)
