"""Ordinary hours paid at an average."""

from decimal import Decimal

from tests.rules.stage import Story, laid

AVERAGE = Story("averaged-pay: {ordinary_hours: 42, paid_hours: 36}", laid("DDD----"),
                first="2024-05-06", last="2024-05-12")  # fmt: skip


def test_a_week_is_paid_at_the_average_whatever_it_brings() -> None:
    assert AVERAGE.balance() == "0 h"
    assert AVERAGE.but(tours=laid("DDDD---")).balance() == "12 h"
    assert AVERAGE.but(tours=laid("DD-----")).balance() == "-12 h"
    assert "12 h less than the average" in AVERAGE.but(tours=laid("DD-----")).settled().outcome


def test_it_says_what_is_paid_a_week() -> None:
    rule = AVERAGE.agreement.clauses[0].rules[0]
    assert rule.week_paid() == (Decimal(36), "paid on average")
