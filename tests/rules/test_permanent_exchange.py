"""Permanent exchanges end on notice."""

from tests.rules.stage import rule_of
from watchbill.kernel.clock import day_text, parse_day
from watchbill.rules.deciding import EndsOnNotice

RULE = rule_of("permanent-exchange: {ends_after_days: 30, reverts_to: '1'}")


def test_it_is_over_thirty_days_after_the_notice() -> None:
    assert isinstance(RULE, EndsOnNotice)
    assert day_text(RULE.over_from(parse_day("2024-05-06"))) == "2024-06-05"


def test_it_names_the_clause_to_which_it_reverts() -> None:
    assert RULE.refers_to() == ("1",)
    assert rule_of("permanent-exchange: {ends_after_days: 30}").refers_to() == ()
