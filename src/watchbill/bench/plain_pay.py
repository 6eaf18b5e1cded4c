"""A plain peer of the pricing: every minute of every person, one after the other.

It takes the rules' own claims and settles them as a person with a pencil would: what is the
greatest multiple that anybody claims on this minute? Runs of minutes at one multiple, for one
reason, are a line.
"""

from __future__ import annotations

from decimal import Decimal

from watchbill.agreement.model import Agreement
from watchbill.asking.leave import leave_pay
from watchbill.events.duty import Duty
from watchbill.events.schedule import Schedule
from watchbill.ledger.duties import duty
from watchbill.pay.lines import money
from watchbill.rules.pricing import LeavesUnpaid, Prices

Mark = tuple[Decimal, int, int]
"""Multiple, rank, and a number that tells one claim from another, the earlier the greater."""


def plain_total(agreement: Agreement, schedule: Schedule) -> Decimal:
    """All that everybody is paid, where the greatest claim pays."""
    people = (duty(agreement, schedule, person) for person in schedule.people.values())
    return sum((_person(agreement, one) for one in people), Decimal(0))


def _person(agreement: Agreement, duty: Duty) -> Decimal:
    marks: dict[int, Mark] = {}
    amount, unit = Decimal(0), agreement.pay.unit
    count = 0

    def mark(start: int, end: int, multiple: Decimal, rank: int) -> None:
        nonlocal count
        count -= 1
        for minute in range(start, end):
            marks[minute] = max(marks.get(minute, (Decimal(0), 0, -(10**9))),
                                (multiple, rank, count))  # fmt: skip

    unpaid: set[int] = set()
    for scoped in agreement.rules():
        rule = scoped.rule
        if isinstance(rule, LeavesUnpaid) and scoped.covers(duty.person):
            for start, end in rule.unpaid(duty):
                unpaid.update(range(start, end))
    for scoped in agreement.rules():
        rule = scoped.rule
        if not (isinstance(rule, Prices) and scoped.covers(duty.person)):
            continue
        for claim in rule.price(duty):
            if claim.minutes is None:
                mark(claim.start, claim.end, claim.multiple, rule.rank)
            else:
                amount += money(claim.minutes, claim.multiple, duty.person.rate, unit)
    for stretch in duty.work:
        mark(stretch.start, stretch.end, Decimal(1), 0)
        for minute in unpaid.intersection(range(stretch.start, stretch.end)):
            if marks[minute][1] == 0:
                del marks[minute]
    for absent in duty.absences:
        if leave_pay(agreement, duty.person, absent.kind).paid:
            mark(duty.at(absent.tour.wall_start), duty.at(absent.tour.wall_end), Decimal(1), 0)
    return amount + _lines(marks, duty.person.rate, unit)


def _lines(marks: dict[int, Mark], rate: Decimal, unit: Decimal) -> Decimal:
    amount, minutes, before = Decimal(0), 0, None
    for minute in sorted(marks):
        if before is not None and (minute != before + 1 or marks[minute] != marks[before]):
            amount += money(minutes, marks[before][0], rate, unit)
            minutes = 0
        minutes += 1
        before = minute
    if before is not None:
        amount += money(minutes, marks[before][0], rate, unit)
    return amount
