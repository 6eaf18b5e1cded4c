"""Prices one person's duty: claims of every paying rule, one resolution, pay lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from watchbill.agreement.model import Agreement, Resolution, ScopedRule
from watchbill.asking.asking import rules_of
from watchbill.asking.leave import leave_pay
from watchbill.events.duty import Claim, Duty, Stretch
from watchbill.kernel.clock import length_text, wall_text
from watchbill.kernel.spans import without
from watchbill.pay.lines import Lost, PayLine, money
from watchbill.pay.resolve import ONE, Award, Filed, premiums, resolve
from watchbill.pay.totals import greater_of_totals
from watchbill.rules.pricing import (
    AddsToPay,
    LeavesUnpaid,
    Paid,
    PaysAbove,
    Prices,
    Rank,
    own_number,
)


class Pricer:
    """Prices duties under one agreement; what does not depend on the person is made once."""

    def __init__(self, agreement: Agreement, beneath: Sequence[Agreement] = ()) -> None:
        """``beneath`` are statutes that are in force with it: their rules pay too."""
        self.agreement = agreement
        self.beneath = tuple(beneath)
        texts = [(text, one) for text in (agreement, *beneath) for one in rules_of(text)]
        rules = [one for _, one in texts]
        self._paying = [
            (place, one, one.rule)
            for place, one in enumerate(rules)
            if isinstance(one.rule, Prices)
        ]
        self._adding = [
            (place, one, one.rule)
            for place, one in enumerate(rules)
            if isinstance(one.rule, AddsToPay)
        ]
        self._leaving = [(one, one.rule) for one in rules if isinstance(one.rule, LeavesUnpaid)]
        self._compared = tuple(
            {
                place: one.rule.counted_over
                for place, (own, one) in enumerate(texts)
                if own is text and isinstance(one.rule, PaysAbove)
            }
            for text in (agreement, *beneath)
            if text.pay.resolution is Resolution.GREATER_OF_TOTALS
        )
        """Of each text that compares totals the thresholds, by place, with their periods."""

    def price(self, duty: Duty) -> list[PayLine]:
        """The person's pay lines in the order of time.

        Work that nothing else claims is most of a year: its lines are made at once, without a
        claim, and no sentence is made for them until somebody reads it.
        """
        filed = self._claims(duty)
        timed = [one for one in filed if one.claim.minutes is None]
        alone, contested = self._parted(duty, timed)
        pay = self.agreement.pay
        lines = self._plain(duty, alone)
        lines += [_line(duty, award, pay.unit) for award in resolve(contested, pay.resolution)]
        lines += [_on_top(duty, one, pay.unit) for one in filed if one.claim.minutes is not None]
        lines += [_on_top(duty, one, pay.unit) for one in self._added(duty, lines)]
        lines.sort(key=_in_time)
        return lines

    def _parted(self, duty: Duty, timed: list[Filed]) -> tuple[list[Stretch], list[Filed]]:
        """Stretches that nothing else touches, and all claims on the rest of the time."""
        unpaid = self._unpaid(duty)
        alone: list[Stretch] = []
        contested = [*timed, *self._paid_leave(duty, unpaid)]
        others = sorted((one.claim.start, one.claim.end) for one in contested)
        work, place, until = duty.work, 0, 0
        for index, stretch in enumerate(work):
            start, end = stretch.start, stretch.end
            # ``until``: how far what began before this stretch reaches, work included.
            while place < len(others) and others[place][0] < end:
                until = max(until, others[place][1])
                place += 1
            touched = until > start or (index + 1 < len(work) and work[index + 1].start < end)
            until = max(until, end)
            if touched or (unpaid and any(one < end and start < last for one, last in unpaid)):
                numbers = own_number(stretch)
                contested += [
                    Filed(Claim(first, last, ONE, "", numbers), None, Rank.BASIC, 0)
                    for first, last in without(start, end, unpaid)
                ]
            else:
                alone.append(stretch)
        return alone, contested

    def _plain(self, duty: Duty, alone: list[Stretch]) -> list[PayLine]:
        """Lines at the basic rate, one a stretch."""
        person, unit, turns = duty.person, self.agreement.pay.unit, bool(duty.turns)
        amounts: dict[tuple[int, Decimal], Decimal] = {}
        lines = []
        for start, end, wall_start, wall_end, _, _, number in alone:
            minutes = end - start
            if turns:
                person = duty.person_at(start)
            amount = amounts.get((minutes, person.rate))
            if amount is None:
                amount = money(minutes, ONE, person.rate, unit)
                amounts[minutes, person.rate] = amount
            numbers = () if number is None else (number,)
            lines.append(
                PayLine(person, None, wall_start, wall_end, minutes, ONE, amount, "", numbers)
            )
        return lines

    def _unpaid(self, duty: Duty) -> list[tuple[int, int]]:
        return sorted(
            stretch
            for one, rule in self._leaving
            if _ever(one, duty)
            for stretch in rule.unpaid(duty)
            if one.covers(duty.person_at(stretch[0]))
        )

    def _paid_leave(self, duty: Duty, unpaid: list[tuple[int, int]]) -> Iterator[Filed]:
        """The basic rate for leave that is paid, under the clause that says so."""
        for absent in duty.absences:
            start, end = duty.at(absent.tour.wall_start), duty.at(absent.tour.wall_end)
            answer = leave_pay(self.agreement, duty.person_at(start), absent.kind)
            if answer.paid:
                numbers = () if absent.number is None else (absent.number,)
                for first, last in without(start, end, unpaid):
                    claim = Claim(first, last, ONE, answer.sentence, numbers)
                    yield Filed(claim, answer.clause, Rank.BASIC, 0)

    def _added(self, duty: Duty, lines: Sequence[PayLine]) -> list[Filed]:
        """What is paid on top of these lines, leave apart."""
        adding = [one for one in self._adding if _ever(one[1], duty)]
        if not adding:
            return []
        away = [(one.tour.wall_start, one.tour.wall_end) for one in duty.absences]
        paid = [
            Paid(line.start, line.minutes, line.multiple, line.numbers)
            for line in lines
            if not any(start <= line.start < end for start, end in away)
        ]
        return [
            Filed(claim, one.clause, rule.rank, place)
            for place, one, rule in adding
            for claim in rule.added(duty, paid)
            if one.covers(duty.person_at(claim.start))
        ]

    def _claims(self, duty: Duty) -> list[Filed]:
        """Every claim; thresholds that look at what others pay are asked last, in their order."""
        filed: list[Filed] = []
        asked = [one for one in self._paying if _ever(one[1], duty)]
        for place, one, rule in sorted(asked, key=lambda one: _looks_at_paid(one[2])):
            seen = replace(duty, premiums=premiums(filed)) if _looks_at_paid(rule) else duty
            filed += (
                Filed(claim, one.clause, rule.rank, place)
                for claim in _by_person(duty, rule.price(seen))
                if one.covers(duty.person_at(claim.start))
            )
        for compared in self._compared:
            filed = greater_of_totals(duty, filed, compared)
        return filed


def _ever(one: ScopedRule, duty: Duty) -> bool:
    """Whether it covers the person on any of the dates."""
    return any(map(one.covers, duty.persons))


def _looks_at_paid(rule: Prices) -> bool:
    return isinstance(rule, PaysAbove) and rule.looks_at_paid


def _by_person(duty: Duty, claims: Iterable[Claim]) -> Iterator[Claim]:
    """The claims, cut where the person is another: at another rate, or under other clauses."""
    for claim in claims:
        if claim.minutes is None:
            for minute, _ in duty.turns:
                if claim.start < minute < claim.end:
                    yield replace(claim, end=minute)
                    claim = replace(claim, start=minute)
        yield claim


def _in_time(line: PayLine) -> tuple[int, int, bool]:
    return line.start, line.end, line.on_top


def _line(duty: Duty, award: Award, unit: Decimal) -> PayLine:
    filed, minutes = award.winner, award.end - award.start
    claim, person = filed.claim, duty.person_at(award.start)
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
    claim, person = filed.claim, duty.person_at(filed.claim.start)
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
