"""Furlough time: what a schedule gives above the stated week, to be taken off."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar

from watchbill.events.duty import Duty
from watchbill.events.furlough_worked import FurloughWorked
from watchbill.kernel.clock import Day, decimal_text
from watchbill.kernel.fields import Count, Number
from watchbill.rules.base import Party, Rule
from watchbill.rules.pricing import Paid
from watchbill.rules.rounding import YEAR_DAYS
from watchbill.rules.settling import (
    DAYS,
    HOURS,
    Movement,
    Settlement,
    Settles,
    figure,
    in_hours,
)

_FURLOUGH = "furlough"


@dataclass(frozen=True, kw_only=True)
class FurloughAccount(Rule, Settles):
    """So many hours, or days, of furlough in a year; ``delayed`` ones are taken later.

    A part of a year earns its share, by the day. A furlough day worked on approval is put back
    in, to be taken later.
    """

    about: ClassVar[tuple[str, ...]] = ("delayed",)
    words: ClassVar[Mapping[str, str]] = {
        "hours": "hours of furlough a year",
        "days": "furlough days a year",
        "delayed": "delayed furlough",
    }
    more_is_for: ClassVar[Mapping[str, Party]] = {"hours": "employee", "days": "employee"}
    one_answer: ClassVar[bool] = True

    hours: Number | None = None
    days: Count | None = None
    delayed: bool = False

    def __post_init__(self) -> None:
        if (self.hours is None) == (self.days is None):
            raise ValueError("give either hours or days")

    def says(self) -> str:
        amount = f"{self.days} days" if self.days is not None else f"{self._hours} hours"
        return f"{amount} of {'delayed ' if self.delayed else ''}furlough in a year."

    @property
    def _hours(self) -> str:
        return decimal_text(self.hours) if self.hours is not None else ""

    def hours_off_a_year(self, tours: Decimal, each: Decimal) -> Decimal:
        if self.hours is not None:
            return self.hours
        return max(tours - (YEAR_DAYS - (self.days or 0)), Decimal(0)) * each

    def settle(self, duty: Duty, first: Day, last: Day, paid: Sequence[Paid] = ()) -> Settlement:
        dates = range(first, last + 1)
        unit, a_year = (HOURS, Fraction(self.hours)) if self.hours is not None else (
            DAYS, Fraction(self.days or 0))  # fmt: skip
        share = a_year * len(dates) / YEAR_DAYS
        movements = [
            Movement(share, f"{figure(a_year)} {unit} a year, for {len(dates)} of its days.")
        ]
        for absent in duty.absences:
            if absent.tour.day in dates and _FURLOUGH in absent.kind.casefold():
                numbers = () if absent.number is None else (absent.number,)
                taken = self._in_unit(absent.tour.nominal)
                movements.append(Movement(-taken, f"Taken: {absent.tour}.", numbers))
        for number, event in duty.of(FurloughWorked):
            if event.tour.day in dates:
                put_back = self._in_unit(event.tour.length)
                why = f"Worked, to be taken later: {event.tour}."
                movements.append(Movement(put_back, why, (number,)))
        balance = sum((one.amount for one in movements), Fraction(0))
        return Settlement(unit, tuple(movements), self._outcome(balance, unit))

    def _in_unit(self, minutes: int) -> Fraction:
        return in_hours(minutes) if self.hours is not None else Fraction(1)

    def _outcome(self, balance: Fraction, unit: str) -> str:
        if balance > 0:
            return f"{figure(balance)} {unit} are still to be taken."
        if balance < 0:
            return f"{figure(balance)} {unit} more were taken than earned."
        return "Everything earned was taken."
