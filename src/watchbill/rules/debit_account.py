"""Debit tours: what a schedule of 24-hour tours owes to the stated week."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar

from watchbill.events.debit_tour import DebitTour
from watchbill.events.duty import Duty
from watchbill.events.extra import Extra
from watchbill.kernel.clock import Day, Minutes, decimal_text, hours, length_text
from watchbill.kernel.fields import Count, LengthField, Number, Text, Words
from watchbill.rules.annual_tours import AnnualTours
from watchbill.rules.base import Party, Rule
from watchbill.rules.pricing import Paid
from watchbill.rules.reading import Doubt, Gravity
from watchbill.rules.settling import HOURS, Movement, Settlement, Settles, counted, figure, in_hours


@dataclass(frozen=True, kw_only=True)
class DebitAccount(Rule, Settles):
    """A yearly account of debit tours.

    Each of the ``regular`` tours of a year owes its share of the ``scheduled`` and ``floating``
    debit tours, or ``owed`` where the text states it; one lost to leave owes it too, unless the
    leave is named in ``not_accruing``. At the year's end what is owed is charged to one of
    ``charge_to``, what was worked above is credited at ``credit_multiple``, and ``settled`` says
    when. Where ``overtime_charge_to`` is given, hours owed while extra tours were paid are charged
    to that, at the multiple at which those were really paid. ``part_tours``: with less than a tour
    owed, the text gives a choice.
    """

    words: ClassVar[Mapping[str, str]] = {
        "regular": "regular tours",
        "scheduled": "scheduled debit tours",
        "floating": "floating debit tours",
        "tour": "length of a tour",
        "charge_to": "what is owed is charged to",
        "credit_multiple": "times the basic rate for what is worked above",
        "owed": "owed for a regular tour, as stated",
        "part_tours": "a choice where less than a tour is owed",
        "overtime_charge_to": "what is owed while overtime was paid is charged to",
        "not_accruing": "nothing accrues for",
        "settled": "settled",
    }
    more_is_for: ClassVar[Mapping[str, Party]] = {
        "regular": "employer",
        "scheduled": "employer",
        "floating": "employer",
        "credit_multiple": "employee",
    }
    one_answer: ClassVar[bool] = True

    regular: Count
    scheduled: Count
    floating: Count
    tour: LengthField
    charge_to: Words
    credit_multiple: Number
    owed: LengthField | None = None
    part_tours: bool = False
    overtime_charge_to: Words = ()
    not_accruing: Words = ()
    settled: Text = ""

    @property
    def owed_per_tour(self) -> Fraction:
        """Minutes owed for a regular tour worked: as stated, or derived, exact."""
        if self.owed is not None:
            return Fraction(self.owed)
        return Fraction((self.scheduled + self.floating) * self.tour, self.regular)

    def says(self) -> str:
        per_tour = decimal_text(hours(1) * self.owed_per_tour.numerator
                                / self.owed_per_tour.denominator)  # fmt: skip
        return (
            f"{self.regular} regular, {self.scheduled} scheduled and {self.floating} floating debit"
            f" tours of {length_text(self.tour)} a year: {per_tour} h owed for each regular tour;"
            f" settled with {', '.join(self.charge_to)}, or credited at"
            f" {decimal_text(self.credit_multiple)} times the rate."
        )

    def lengths_named(self) -> tuple[Minutes, ...]:
        return (self.tour,)

    def doubts_with(self, other: Rule) -> Iterator[Doubt]:
        total = self.regular + self.scheduled + self.floating
        if not isinstance(other, AnnualTours) or (total, self.tour) == (other.tours, other.tour):
            return
        sentence = (
            f"{self.regular} regular, {self.scheduled} scheduled and {self.floating} floating"
            f" tours are {total} of {decimal_text(hours(self.tour))} h; the year is said to have"
            f" {other.tours} of {decimal_text(hours(other.tour))} h."
        )
        figures = (f"{total} tours", f"{other.tours} tours")
        yield Doubt("accounts of hours", Gravity.ERROR, sentence, figures)

    def settle(self, duty: Duty, first: Day, last: Day, paid: Sequence[Paid] = ()) -> Settlement:
        dates = range(first, last + 1)
        debit = [(number, one) for number, one in duty.of(DebitTour) if one.tour.day in dates]
        worked = {one.tour for one in duty.work if one.scheduled and one.tour.day in dates}
        regular = [tour for tour in worked if tour.nominal >= self.tour]
        lost = [one for one in duty.absences if one.tour.day in dates]
        spared = [one for one in lost if self._spares(one.kind)]
        owing = len(regular) + len(lost) - len(spared)
        share = in_hours(self.owed_per_tour)
        movements = [
            Movement(
                -share * owing, f"{counted(owing, 'regular tour')}, {figure(share)} h owed each."
            )
        ]
        if spared:
            kinds = ", ".join(dict.fromkeys(one.kind for one in spared))
            numbers = tuple(one.number for one in spared if one.number is not None)
            why = f"{counted(len(spared), 'tour')} not worked through ({kinds}): nothing accrues."
            movements.append(Movement(Fraction(0), why, numbers))
        movements += [
            Movement(in_hours(one.tour.length), f"A {one.kind} debit tour, {one.tour}.", (number,))
            for number, one in debit
        ]
        balance = sum((one.amount for one in movements), Fraction(0))
        added = {number for number, one in duty.of(Extra) if one.tour.day in dates}
        overtime = [one for one in paid if added & {*one.numbers}]
        return Settlement(HOURS, tuple(movements), self._outcome(balance, overtime))

    def _spares(self, kind: str) -> bool:
        word = kind.casefold()
        return any(word in name.casefold() for name in self.not_accruing)

    def _outcome(self, balance: Fraction, overtime: Sequence[Paid]) -> str:
        when = f", {self.settled}" if self.settled else ""
        multiple = decimal_text(self.credit_multiple)
        if balance > 0:
            credit = balance * Fraction(self.credit_multiple)
            return (
                f"{figure(balance)} h above what was owed are credited at {multiple}:"
                f" {figure(credit)} h{when}."
            )
        if balance == 0:
            return "Nothing is owed."
        text = f"{figure(balance)} h are owed: charged to {' or '.join(self.charge_to)}"
        text += f", as the employee chooses{when}."
        if self.part_tours and -balance < in_hours(self.tour):
            text += (
                " Being less than a tour, it may also be worked in a part tour, or in a whole one"
                " with the rest as overtime, or be cancelled."
            )
        return text + "".join(self._charged(-balance, overtime))

    def _charged(self, owed: Fraction, overtime: Sequence[Paid]) -> Iterator[str]:
        """What of the hours owed is charged at the multiples at which extra tours were paid."""
        if not self.overtime_charge_to:
            return
        at: dict[Decimal, int] = {}
        for one in overtime:
            at[one.multiple] = at.get(one.multiple, 0) + one.minutes
        for multiple, minutes in sorted(at.items(), reverse=True):
            charged = min(owed, in_hours(minutes))
            owed -= charged
            if charged:
                yield (
                    f" Of it {figure(charged)} h, for extra tours paid at {decimal_text(multiple)}"
                    f" while it was owed, are charged to {' or '.join(self.overtime_charge_to)} at"
                    f" that: {figure(charged * Fraction(multiple))} h."
                )
