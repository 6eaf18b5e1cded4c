"""Pay in place of vacation and benefits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from watchbill.events.duty import Claim, Duty
from watchbill.kernel.clock import decimal_text
from watchbill.kernel.fields import Number, Text
from watchbill.rules.base import Party, Rule
from watchbill.rules.pricing import Prices, Rank


@dataclass(frozen=True, kw_only=True)
class PayInstead(Rule, Prices):
    """Percentages of the basic pay on top, in place of vacation and of benefits.

    ``paid_as`` names the rate that the basic pay goes by; the person's own rate is that rate.
    """

    words: ClassVar[Mapping[str, str]] = {
        "paid_as": "paid as",
        "vacation_percent": "per cent in lieu of vacation",
        "benefits_percent": "per cent in lieu of benefits",
    }
    more_is_for: ClassVar[Mapping[str, Party]] = {
        "vacation_percent": "employee",
        "benefits_percent": "employee",
    }
    one_answer: ClassVar[bool] = True

    paid_as: Text
    vacation_percent: Number
    benefits_percent: Number

    rank: ClassVar[Rank] = Rank.CASE

    def says(self) -> str:
        vacation, benefits = map(decimal_text, (self.vacation_percent, self.benefits_percent))
        return (
            f"Paid as {self.paid_as}, with {vacation} % vacation pay and {benefits} % in place of"
            " benefits."
        )

    def price(self, duty: Duty) -> Iterator[Claim]:
        for percent, what in (
            (self.vacation_percent, "vacation"),
            (self.benefits_percent, "benefits"),
        ):
            for stretch in duty.work:
                minutes = stretch.end - stretch.start
                why = f"{decimal_text(percent)} % in place of {what}."
                yield Claim(stretch.start, stretch.start, percent / 100, why, (), minutes)
