"""To whom the hours of an exchanged tour are paid: who works them, or who was scheduled."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.rules.stage import HEAD, Story, person
from watchbill.agreement.load import load_agreement
from watchbill.agreement.model import Agreement, PayTerms
from watchbill.counting.counting import Exchanged
from watchbill.ledger.duties import duty
from watchbill.lint.lint import lint
from watchbill.lint.remark import Gravity

RULE = "work-period: {days: 7, begins: 2024-05-06 08:00, service: fire}"
BELL = person("Bell")
TRADE = (
    "exchange: {between: [Ames, Bell], gives: [2024-05-10 08:00, null],"
    " asked: 2024-05-06 07:00, written: [Ames, Bell]}",
    "exchange_answer: {exchange: 1, answer: approved, at: 2024-05-06 07:30}",
)
AMES_TOURS = ("2024-05-06 08:00 +24h", "2024-05-08 08:00 +24h", "2024-05-10 08:00 +24h")
BELL_TOURS = ("2024-05-07 08:00 +24h", "2024-05-09 08:00 +24h")


class AsScheduled(Story):
    """The story under an agreement that pays an exchanged tour to the one who was scheduled."""

    @property
    def head(self) -> str:
        return HEAD.replace("clauses:\n", "pay: {exchanged: scheduled}\nclauses:\n")


class AsWorked(Story):
    """The story under an agreement that pays an exchanged tour to the one who worked it."""

    @property
    def head(self) -> str:
        return HEAD.replace("clauses:\n", "pay: {exchanged: worked}\nclauses:\n")


def totals(story: Story) -> dict[str, str]:
    names = dict.fromkeys(line.person.name for line in story.lines)
    return {
        name: f"{sum(one.basic_hours for one in story.lines if one.person.name == name):.1f}"
        for name in names
    }


def trade(kind: type[Story], events: tuple[str, ...] = TRADE) -> Story:
    return kind(
        RULE, AMES_TOURS, events, first="2024-05-06", last="2024-05-12", staff=((BELL, BELL_TOURS),)
    )


def test_without_an_exchange_the_words_change_nothing() -> None:
    """72 hours, 19 of them above 53: 81.5; 48 hours have none above."""
    own = {"Ames": "81.5", "Bell": "48.0"}
    assert all(totals(trade(kind, ())) == own for kind in (Story, AsScheduled, AsWorked))


def test_whoever_works_is_paid_with_the_overtime_of_it() -> None:
    assert totals(trade(AsWorked)) == {"Ames": "48.0", "Bell": "81.5"}


def test_or_each_is_credited_with_their_own_schedule() -> None:
    assert totals(trade(AsScheduled)) == {"Ames": "81.5", "Bell": "48.0"}


def test_a_federal_work_period_says_so_where_the_file_says_nothing() -> None:
    assert totals(trade(Story)) == {"Ames": "81.5", "Bell": "48.0"}
    weekly = "overtime-above: {hours: 53, period: week, multiple: 1.5}"
    assert totals(trade(Story).but(rule=weekly)) == {"Ames": "48.0", "Bell": "81.5"}


def test_a_statute_beneath_says_so_for_an_agreement_that_says_nothing() -> None:
    weekly = trade(Story).but(rule="overtime-above: {hours: 100, period: week, multiple: 2}")
    schedule = weekly.schedule_after(weekly.known)
    statute = trade(Story).agreement

    def hours_of_ames(agreement: Agreement) -> int:
        ames = duty(agreement, schedule, schedule.people["Ames"], beneath=(statute,))
        return sum(one.end - one.start for one in ames.work) // 60

    assert hours_of_ames(weekly.agreement) == 72
    worked = replace(weekly.agreement, pay=PayTerms(exchanged=Exchanged.WORKED))
    assert hours_of_ames(worked) == 48


@pytest.mark.parametrize("agreement_id", ["fire-district-21-day", "fire-rescue-rank"])
def test_the_shipped_agreements_with_a_work_period_leave_a_trade_with_who_was_scheduled(
    agreement_id: str,
) -> None:
    assert load_agreement(agreement_id).exchanged is Exchanged.SCHEDULED
    assert load_agreement("hsaa-ems").exchanged is Exchanged.WORKED


def test_the_lint_reports_a_file_that_gives_a_trade_to_who_worked_it_against_the_law() -> None:
    (told,) = [one for one in lint(AsWorked(RULE).agreement) if one.gravity is Gravity.ERROR]
    assert told.check == "work period"
    assert told.sentence.startswith("The file pays an exchanged tour to the one who worked it")
    assert not [one for one in lint(Story(RULE).agreement) if one.gravity is Gravity.ERROR]


def test_a_tour_that_goes_through_two_hands_stays_with_the_first() -> None:
    back = (
        *TRADE,
        "exchange: {between: [Bell, Ames], gives: [2024-05-10 08:00, null],"
        " asked: 2024-05-06 07:40, written: [Ames, Bell]}",
        "exchange_answer: {exchange: 3, answer: approved, at: 2024-05-06 07:50}",
    )
    assert totals(trade(AsScheduled, back)) == {"Ames": "81.5", "Bell": "48.0"}
