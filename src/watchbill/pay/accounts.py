"""The accounts of one person: what each rule that keeps one comes to over some dates."""

from __future__ import annotations

from dataclasses import dataclass

from watchbill.agreement.model import Agreement, Clause
from watchbill.events.duty import Duty
from watchbill.kernel.clock import Day
from watchbill.records.people import Person
from watchbill.rules.settling import Settlement, Settles


@dataclass(frozen=True, slots=True)
class SettledAccount:
    """A person's account under a clause."""

    person: Person
    clause: Clause
    settlement: Settlement


def accounts(agreement: Agreement, duty: Duty, first: Day, last: Day) -> list[SettledAccount]:
    """Every account that the agreement keeps for the person, over these dates."""
    return [
        SettledAccount(duty.person, one.clause, one.rule.settle(duty, first, last))
        for one in agreement.rules()
        if isinstance(one.rule, Settles) and one.covers(duty.person)
    ]
