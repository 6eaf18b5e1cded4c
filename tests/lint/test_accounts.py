"""Hours deemed, paid on average, owed or given as furlough come out even, or are told."""

from __future__ import annotations

import pytest

from tests.lint.made_up import clause, linted
from watchbill.lint.remark import Gravity, Remark

CHECK = "accounts of hours"
ROTATION = "rotation: {pattern: DDNN----}"


def uneven(*rules: str, more: str = "") -> list[Remark]:
    return [one for one in linted(*rules, more=more) if one.check == CHECK]


@pytest.mark.parametrize(
    ("sound", "unsound"),
    [
        ("deemed-hours: {hours_per_week: 42}", "deemed-hours: {hours_per_week: 48}"),
        ("averaged-pay: {ordinary_hours: 38, paid_hours: 42}",
         "averaged-pay: {ordinary_hours: 38, paid_hours: 40}"),
    ],
)  # fmt: skip
def test_hours_paid_are_those_of_the_rotation(sound: str, unsound: str) -> None:
    assert uneven(ROTATION, sound) == []
    (one,) = uneven(ROTATION, more=clause("2", unsound))
    assert (one.clauses, one.counts, one.figures[0]) == (("2", "1"), True, "42 h/week")


def test_debit_tours_are_the_rest_of_the_year() -> None:
    year = "annual-tours: {tours: 99, tour: 24h, hours_per_week: 45.69}"
    debit = "debit-account: {regular: 91, scheduled: %d, floating: 4, tour: 24h, charge_to: [vacation], credit_multiple: 1.5}"  # noqa: E501
    assert uneven(year, debit % 4) == []
    (one,) = uneven(year, debit % 5)
    assert one.figures == ("100 tours", "99 tours")


@pytest.mark.parametrize(
    ("furlough", "sound"),
    [
        ("furlough-account: {hours: 102, delayed: true}", True),
        ("furlough-account: {hours: 20, delayed: true}", False),
        ("furlough-account: {days: 104}", False),  # 261 tours of 9 h are 45 hours a week
        (None, False),
    ],
)
def test_furlough_makes_good_what_a_rotation_has_above_the_week(
    furlough: str | None, sound: bool
) -> None:
    more = clause("2", "rotation: {pattern: 4-2, tour: 9h}", *([furlough] if furlough else []))
    found = uneven("rotation: {hours_per_week: 40}", more=more)
    assert any(one.counts for one in found) is not sound


def test_days_of_furlough_are_taken_from_the_days_worked() -> None:
    more = clause("2", "rotation: {pattern: 6-2, tour: 8h}", "furlough-account: {days: 104}")
    (one,) = uneven("rotation: {hours_per_week: 40}", more=more)
    assert (one.gravity, one.figures) == (Gravity.NOTE, ("2,190 h/year", "2,088 h/year"))
    assert "102 hours of furlough leave 2,088, which are 40 a week" in one.sentence
