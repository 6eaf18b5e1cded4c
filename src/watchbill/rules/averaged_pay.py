"""Ordinary hours paid at an average."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar

from watchbill.events.duty import Duty
from watchbill.kernel.clock import Day, decimal_text
from watchbill.kernel.fields import Number
from watchbill.rules.base import Party, Rule
from watchbill.rules.deemed_hours import against_average
from watchbill.rules.pricing import Paid
from watchbill.rules.settling import Settlement, Settles


@dataclass(frozen=True, kw_only=True)
class AveragedPay(Rule, Settles):
    """So many ordinary hours a week, paid at an average of ``paid_hours``.

    The pay of a week is the same whatever the rotation brings; the account shows how far the
    hours paid so are from those of the schedule, a part of a week counting by its days.
    """

    words: ClassVar[Mapping[str, str]] = {
        "ordinary_hours": "ordinary hours a week",
        "paid_hours": "hours paid a week",
    }
    more_is_for: ClassVar[Mapping[str, Party]] = {"paid_hours": "employee"}
    one_answer: ClassVar[bool] = True

    ordinary_hours: Number
    paid_hours: Number

    def says(self) -> str:
        ordinary, paid = decimal_text(self.ordinary_hours), decimal_text(self.paid_hours)
        return f"{ordinary} ordinary hours a week, paid at an average of {paid}."

    def week_paid(self) -> tuple[Decimal, str]:
        return self.paid_hours, "paid on average"

    def settle(self, duty: Duty, first: Day, last: Day, paid: Sequence[Paid] = ()) -> Settlement:
        return against_average(duty, first, last, Fraction(self.paid_hours), "paid")
