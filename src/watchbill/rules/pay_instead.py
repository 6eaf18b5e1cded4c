"""Pay in place of vacation and benefits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Literal

from watchbill.events.duty import Claim, Duty
from watchbill.kernel.clock import decimal_text
from watchbill.kernel.fields import Number, Text
from watchbill.rules.base import Party, Rule
from watchbill.rules.pricing import AddsToPay, Paid, Rank


@dataclass(frozen=True, kw_only=True)
class PayInstead(Rule, AddsToPay):
    """Percentages of pay on top, in place of vacation and of benefits.

    ``of`` says of what: of all that is ``pay``, premiums and hours on top too, or of the basic pay
    for the ``hours-worked``. ``paid_as`` names the rate that the basic pay goes by; the person's
    own rate is that rate.
    """

    words: ClassVar[Mapping[str, str]] = {
        "paid_as": "paid as",
        "vacation_percent": "per cent in lieu of vacation",
        "benefits_percent": "per cent in lieu of benefits",
        "of": "percentages of",
    }
    more_is_for: ClassVar[Mapping[str, Party]] = {
        "vacation_percent": "employee",
        "benefits_percent": "employee",
    }
    one_answer: ClassVar[bool] = True

    paid_as: Text
    vacation_percent: Number
    benefits_percent: Number
    of: Literal["pay", "hours-worked"] = "pay"

    rank: ClassVar[Rank] = Rank.CASE

    def says(self) -> str:
        vacation, benefits = map(decimal_text, (self.vacation_percent, self.benefits_percent))
        return (
            f"Paid as {self.paid_as}, with {vacation} % vacation pay and {benefits} % in place of"
            f" benefits, of {'all pay' if self.of == 'pay' else 'the hours worked'}."
        )

    def added(self, duty: Duty, paid: Iterable[Paid]) -> Iterator[Claim]:
        if self.of == "hours-worked":
            paid = [Paid(one.wall_start, one.end - one.start, Decimal(1)) for one in duty.work]
        of_what = list(paid)
        for percent, what in (
            (self.vacation_percent, "vacation"),
            (self.benefits_percent, "benefits"),
        ):
            why = f"{decimal_text(percent)} % in place of {what}."
            for one in of_what:
                at = duty.at(one.start)
                yield Claim(at, at, one.multiple * percent / 100, why, one.numbers, one.minutes)
