"""Accounts of debit tours, furlough and averages, settled; each figure worked out by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from pathlib import Path

import pytest

from tests.books import event, happened
from watchbill.agreement.load import load_agreement
from watchbill.agreement.model import NO_CHOICE
from watchbill.agreement.shipped import agreement_path
from watchbill.kernel.clock import parse_day
from watchbill.ledger.duties import duty
from watchbill.pay.accounts import SettledAccount, accounts
from watchbill.records.local_tour import parse_tour
from watchbill.records.people import Person
from watchbill.roster.model import Roster, RosterLine
from watchbill.rules.debit_account import DebitAccount

FIRST, LAST = parse_day("2024-01-01"), parse_day("2024-12-30")


def settled(
    agreement: str,
    person: Person,
    tours: list[str],
    events: Sequence[Mapping[str, object]],
    readings: Mapping[str, str] = NO_CHOICE,
) -> list[SettledAccount]:
    loaded = load_agreement(agreement, readings)
    placed = tuple(parse_tour(one).placed(loaded.zone, loaded.tours.values()) for one in tours)
    roster = Roster(loaded.zone, FIRST, LAST, FIRST, (RosterLine(person, placed),))
    schedule = happened(loaded, roster, *(event(**one) for one in events))
    return accounts(loaded, duty(loaded, schedule, schedule.people[person.name]), FIRST, LAST)


CHIEF = Person("Okoro", "battalion chief")
TOURS = [f"2024-0{month}-0{day} 08:00 +24h" for month in range(1, 4) for day in (1, 5, 9)]


def test_each_regular_tour_owes_its_share_and_debit_tours_pay_it_back() -> None:
    debit = {"debit_tour": {"person": "Okoro", "tour": "2024-04-02 08:00 +12h"}}
    sick = {"leave": {"person": "Okoro", "tour": "2024-01-05 08:00", "kind": "sick"}}
    vacation = {"leave": {"person": "Okoro", "tour": "2024-02-05 08:00", "kind": "vacation"}}
    (found,) = settled("seattle-fire-chiefs-1", CHIEF, TOURS, [debit, sick, vacation])
    # Nine tours, one lost to sickness: eight at 2.1 h; 12 hours worked.
    assert found.settlement.balance == 12 - 8 * Fraction(21, 10)
    assert "4.8 h are owed" in found.settlement.outcome
    assert "less than a tour" in found.settlement.outcome
    assert found.settlement.movements[1].numbers == (2,)


def test_by_the_other_reading_a_tour_owes_eight_ninety_firsts_of_a_day() -> None:
    (found,) = settled("seattle-fire-chiefs-1", CHIEF, TOURS, [], readings={"4.5.1": "exact"})
    assert found.settlement.balance == -9 * Fraction(8 * 24, 91)
    assert "18.99 h are owed" in found.settlement.outcome


@pytest.mark.parametrize(("reading", "hours"), [("as-stated", "191.1"), ("exact", "192")])
def test_the_tours_of_a_year_owe_what_the_reading_says(reading: str, hours: str) -> None:
    loaded = load_agreement("seattle-fire-chiefs-1", {"4.5.1": reading})
    (rule,) = [one.rule for one in loaded.rules() if isinstance(one.rule, DebitAccount)]
    assert rule.owed_per_tour * 91 / 60 == Fraction(hours)


def test_the_second_text_offers_no_choice_and_credits_hour_for_hour() -> None:
    (owing,) = settled("seattle-fire-chiefs-2", CHIEF, TOURS, [])
    assert "less than a tour" not in owing.settlement.outcome
    debit = {"debit_tour": {"person": "Okoro", "tour": "2024-04-02 08:00 +24h"}}
    (above,) = settled("seattle-fire-chiefs-2", CHIEF, TOURS[:1], [debit])
    assert "21.9 h above what was owed are credited at 1: 21.9 h" in above.settlement.outcome


def test_what_was_worked_above_is_credited_at_the_overtime_rate() -> None:
    debit = {"debit_tour": {"person": "Okoro", "tour": "2024-04-02 08:00 +24h"}}
    (found,) = settled("seattle-fire-chiefs-1", CHIEF, TOURS[:1], [debit])
    assert found.settlement.balance == 24 - Fraction(21, 10)
    assert "credited at 1.5: 32.85 h" in found.settlement.outcome


EXTRA = {"extra": {"person": "Okoro", "tour": "2024-04-02 08:00 +24h", "list": "overtime"}}


def test_hours_owed_are_charged_at_what_extra_tours_were_really_paid() -> None:
    (found,) = settled("seattle-fire-chiefs-1", CHIEF, TOURS, [EXTRA])
    assert found.settlement.balance == -9 * Fraction(21, 10)
    # No clause of the text pays an extra tour more than the basic rate.
    assert (
        "Of it 18.9 h, for extra tours paid at 1 while it was owed, are charged to vacation or"
        " compensatory time at that: 18.9 h." in found.settlement.outcome
    )


def test_where_a_clause_pays_them_more_they_are_charged_at_that(tmp_path: Path) -> None:
    text = agreement_path("seattle-fire-chiefs-1").read_text()
    text += """  - clause: "5.2.1"
    heading: Overtime
    reading: Hours outside the schedule are paid twice.
    rules:
      - outside-schedule: {multiple: 2}
"""
    (tmp_path / "chiefs.yaml").write_text(text)
    (found,) = settled(str(tmp_path / "chiefs.yaml"), CHIEF, TOURS, [EXTRA])
    assert "paid at 2 while it was owed" in found.settlement.outcome
    assert "at that: 37.8 h." in found.settlement.outcome


def test_the_second_text_charges_nothing_for_extra_tours() -> None:
    (found,) = settled("seattle-fire-chiefs-2", CHIEF, TOURS, [EXTRA])
    assert "extra tours" not in found.settlement.outcome


@pytest.mark.parametrize(("worked", "balance"), [(0, 102 - 9), (1, 102)])
def test_furlough_is_earned_by_the_day_taken_and_put_back(worked: int, balance: int) -> None:
    officer = Person("Reyes", "officer", schedule="4-2")
    tours = ["2024-02-05 08:00 +9h", "2024-02-06 08:00 +9h"]
    taken = {"leave": {"person": "Reyes", "tour": "2024-02-05 08:00", "kind": "furlough"}}
    back = {"furlough_worked": {"person": "Reyes", "tour": "2024-03-05 08:00 +9h"}}
    (found,) = settled("seattle-police", officer, tours, [taken, *[back] * worked])
    # 365 dates: the whole of the 102 hours.
    assert LAST - FIRST + 1 == 365
    assert found.settlement.balance == balance
    assert found.settlement.outcome == f"{balance} h are still to be taken."


def test_an_average_is_laid_against_the_schedule_part_weeks_by_their_days() -> None:
    operator = Person("Nye", "operator")
    tours = [f"2024-01-0{day} 06:00 +12h" for day in (1, 2, 3)]
    (found,) = settled("au-enterprise-12-hour", operator, tours, [])
    assert found.settlement.balance == 36 - Fraction(42 * 365, 7)
    assert "h less than the average" in found.settlement.outcome


def test_who_is_under_no_such_clause_has_no_account() -> None:
    assert settled("seattle-fire-chiefs-1", Person("Day", "battalion chief", schedule="days"),
                   [], []) == []  # fmt: skip
