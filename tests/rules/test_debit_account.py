"""Debit tours: what a schedule of 24-hour tours owes to the stated week."""

import pytest

from tests.rules.stage import Story, laid, rule_of

# Of 12 regular tours a year and two debit tours, each regular tour owes four hours.
RULE = (
    "debit-account: {regular: 12, scheduled: 1, floating: 1, tour: 24h, charge_to: [vacation],"
    " credit_multiple: 1.5, not_accruing: [sick leave of a full tour or more]}"
)
FOUR = Story(RULE, laid("L--L--L--L--"), first="2024-05-06", last="2024-05-17")


def test_each_regular_tour_owes_its_share() -> None:
    assert FOUR.balance() == "-16 h"
    assert "16 h are owed: charged to vacation" in FOUR.settled().outcome


def test_a_tour_on_the_last_day_of_the_account_owes_too() -> None:
    assert FOUR.but(tours=laid("-----------L")).balance() == "-4 h"
    assert FOUR.but(tours=laid("L-----------")).balance() == "-4 h"


@pytest.mark.parametrize("date", ["2024-05-05", "2024-05-18"])
def test_a_tour_outside_the_dates_owes_nothing(date: str) -> None:
    story = FOUR.but(tours=(f"{date} 08:00 +24h",), first="2024-05-01", last="2024-05-31")
    assert story.balance("2024-05-06", "2024-05-17") == "0 h"


def test_a_shorter_tour_is_no_regular_one() -> None:
    assert FOUR.but(tours=laid("d--d--d--")).balance() == "0 h"


def test_a_debit_tour_is_worked_off_hour_by_hour() -> None:
    debit = ("debit_tour: {person: Ames, tour: 2024-05-08 08:00 +12h, kind: floating}",)
    assert FOUR.but(events=debit).balance() == "-4 h"


def test_what_is_worked_above_is_credited_at_the_multiple() -> None:
    debit = ("debit_tour: {person: Ames, tour: 2024-05-08 08:00 +24h, kind: scheduled}",)
    story = FOUR.but(events=debit)
    assert story.balance() == "8 h"
    assert "credited at 1.5: 12 h" in story.settled().outcome


def test_a_tour_lost_to_sick_leave_owes_nothing_and_one_of_vacation_does() -> None:
    leave = "leave: {{person: Ames, tour: 2024-05-06 08:00, kind: {}}}"
    assert FOUR.but(events=(leave.format("sick leave"),)).balance() == "-12 h"
    assert FOUR.but(events=(leave.format("vacation"),)).balance() == "-16 h"


def test_the_tours_of_the_year_are_held_against_those_that_the_text_states() -> None:
    account = rule_of(RULE)
    assert list(account.doubts_with(rule_of("annual-tours: {tours: 14, tour: 24h}"))) == []
    (doubt,) = account.doubts_with(rule_of("annual-tours: {tours: 15, tour: 24h}"))
    assert doubt.figures == ("14 tours", "15 tours")
