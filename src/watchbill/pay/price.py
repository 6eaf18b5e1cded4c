"""Prices one person's duty: claims of every paying rule, one resolution, pay lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import chain

from watchbill.agreement.model import Agreement
from watchbill.kernel.clock import length_text, wall_text
from watchbill.ledger.duties import duties
from watchbill.pay.lines import Lost, PayLine, money
from watchbill.pay.resolve import ONE, Award, Filed, resolve
from watchbill.records.duty import Claim, Duty, Known
from watchbill.roster.model import Roster
from watchbill.rules.pricing import LeavesUnpaid, Prices, Rank, own_number

UNPAID = ("unpaid", "without pay", "kelly")
"""Leave whose name has one of these words is not paid."""


class Pricer:
    """Prices duties under one agreement; what does not depend on the person is made once."""

    def __init__(self, agreement: Agreement) -> None:
        self.agreement = agreement
        rules = list(agreement.rules())
        self._paying = [
            (place, one, one.rule)
            for place, one in enumerate(rules)
            if isinstance(one.rule, Prices)
        ]
        self._leaving = [(one, one.rule) for one in rules if isinstance(one.rule, LeavesUnpaid)]

    def price(self, duty: Duty) -> list[PayLine]:
        """The person's pay lines in the order of time."""
        filed = list(chain(self._basic(duty), self._claims(duty)))
        pay = self.agreement.pay
        lines = [_line(duty, award, pay.unit) for award in resolve(filed, pay.resolution)]
        lines += [_on_top(duty, one, pay.unit) for one in filed if one.claim.minutes is not None]
        lines.sort(key=lambda line: (line.start, line.end, line.on_top))
        return lines

    def _basic(self, duty: Duty) -> Iterator[Filed]:
        """The basic rate for all time worked, and for leave that is paid."""
        unpaid = sorted(
            stretch
            for one, rule in self._leaving
            if one.covers(duty.person)
            for stretch in rule.unpaid(duty)
        )
        for stretch in duty.work:
            numbers = own_number(stretch)
            for start, end in _without(stretch.start, stretch.end, unpaid):
                yield Filed(Claim(start, end, ONE, "", numbers), None, Rank.BASIC, 0)
        for absent in duty.absences:
            if not any(word in absent.kind.casefold() for word in UNPAID):
                start, end = duty.at(absent.tour.wall_start), duty.at(absent.tour.wall_end)
                numbers = () if absent.number is None else (absent.number,)
                why = f"Paid leave: {absent.kind}."
                yield Filed(Claim(start, end, ONE, why, numbers), None, Rank.BASIC, 0)

    def _claims(self, duty: Duty) -> Iterator[Filed]:
        for place, one, rule in self._paying:
            if one.covers(duty.person):
                for claim in rule.price(duty):
                    yield Filed(claim, one.clause, rule.rank, place)


def price_all(agreement: Agreement, roster: Roster, events: Iterable[Known]) -> list[PayLine]:
    """Everybody's pay lines, in the roster's order and then that of time."""
    pricer = Pricer(agreement)
    return [line for duty in duties(agreement, roster, events) for line in pricer.price(duty)]


def _without(start: int, end: int, holes: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for first, last in holes:
        if last <= start or first >= end:
            continue
        if start < first:
            yield start, first
        start = max(start, last)
    if start < end:
        yield start, end


def _line(duty: Duty, award: Award, unit: Decimal) -> PayLine:
    filed, minutes = award.winner, award.end - award.start
    claim, person = filed.claim, duty.person
    lost = tuple(_lost(one) for one in award.lost)
    return PayLine(
        person,
        filed.clause,
        duty.wall(award.start),
        duty.wall(award.end),
        minutes,
        award.multiple,
        money(minutes, award.multiple, person.rate, unit),
        claim.why,
        claim.numbers,
        lost,
    )


def _on_top(duty: Duty, filed: Filed, unit: Decimal) -> PayLine:
    claim, person = filed.claim, duty.person
    minutes = claim.minutes or 0
    return PayLine(
        person,
        filed.clause,
        duty.wall(claim.start),
        duty.wall(claim.end),
        minutes,
        claim.multiple,
        money(minutes, claim.multiple, person.rate, unit),
        claim.why,
        claim.numbers,
        on_top=True,
    )


def _lost(filed: Filed) -> Lost:
    number = filed.clause.number if filed.clause is not None else "basic"
    return Lost(number, filed.claim.multiple, filed.claim.why or "Hours worked.")


def explained(line: PayLine) -> str:
    """Why the line is paid, in a sentence."""
    if line.why:
        return line.why
    return f"{length_text(line.minutes)} worked from {wall_text(line.start)}."
