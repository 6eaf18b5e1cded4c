"""The accounts of one person: what each rule that keeps one comes to over some dates."""

from __future__ import annotations

from dataclasses import dataclass

from watchbill.agreement.model import Agreement, Clause
from watchbill.asking.asking import rules_of
from watchbill.events.duty import Duty
from watchbill.kernel.clock import Day
from watchbill.pay.price import Pricer
from watchbill.records.people import Person
from watchbill.rules.pricing import Paid
from watchbill.rules.settling import Settlement, Settles


@dataclass(frozen=True, slots=True)
class SettledAccount:
    """A person's account under a clause."""

    person: Person
    clause: Clause
    settlement: Settlement


def accounts(agreement: Agreement, duty: Duty, first: Day, last: Day) -> list[SettledAccount]:
    """Every account that the agreement keeps for the person, over these dates."""
    keeping = [
        (one.clause, one.rule)
        for one in rules_of(agreement)
        if isinstance(one.rule, Settles) and any(map(one.covers, duty.persons))
    ]
    lines = Pricer(agreement).price(duty) if keeping else []
    paid = [Paid(line.start, line.minutes, line.multiple, line.numbers) for line in lines]
    return [
        SettledAccount(duty.person, clause, rule.settle(duty, first, last, paid))
        for clause, rule in keeping
    ]
