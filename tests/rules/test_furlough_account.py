"""Furlough time: what a schedule gives above the stated week, to be taken off."""

import pytest

from tests.rules.stage import Story, laid, rule_of
from watchbill.kernel.problems import BadInput

# 73 days are a fifth of a year.
DAYS = Story("furlough-account: {days: 10}", laid("ddddd--" * 2), first="2024-05-06",
             last="2024-07-17")  # fmt: skip
TAKEN = "leave: {person: Ames, tour: 2024-05-07 08:00, kind: furlough}"


def test_a_fifth_of_the_year_earns_a_fifth() -> None:
    assert DAYS.balance() == "2 days"
    assert DAYS.but(rule="furlough-account: {hours: 100}").balance() == "20 h"


def test_a_furlough_day_taken_is_a_day_or_its_hours() -> None:
    assert DAYS.but(events=(TAKEN,)).balance() == "1 days"
    assert DAYS.but(rule="furlough-account: {hours: 100}", events=(TAKEN,)).balance() == "12 h"


def test_other_leave_takes_none() -> None:
    assert DAYS.but(events=(TAKEN.replace("furlough", "sick"),)).balance() == "2 days"


def test_one_worked_on_approval_is_put_back() -> None:
    worked = "furlough_worked: {person: Ames, tour: 2024-05-11 08:00 +8h}"
    assert DAYS.but(events=(worked,)).balance() == "3 days"


def test_days_or_hours_and_not_both() -> None:
    for rule in ("{}", "{days: 1, hours: 8}"):
        with pytest.raises(BadInput, match="give either hours or days"):
            rule_of(f"furlough-account: {rule}")
