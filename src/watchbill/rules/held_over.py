"""Time held on duty after the end of a tour."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from watchbill.events.duty import Claim, Duty
from watchbill.events.held_over import HeldOver
from watchbill.kernel.clock import decimal_text, length_text, wall_text
from watchbill.kernel.fields import LengthField, Number
from watchbill.rules.base import Rule
from watchbill.rules.pricing import PaysByLength, Prices, Rank


@dataclass(frozen=True, kw_only=True)
class HeldOverPay(Rule, Prices, PaysByLength):
    """Held after the end of a tour: at least so long at a multiple of the rate."""

    words: ClassVar[Mapping[str, str]] = {
        "at_least": "time paid at least",
        "multiple": "times the basic rate",
    }

    at_least: LengthField
    multiple: Number

    rank: ClassVar[Rank] = Rank.CASE
    case: ClassVar[str] = "Held over"

    def says(self) -> str:
        least = f"at least {length_text(self.at_least)}" if self.at_least else "the time held"
        times = decimal_text(self.multiple)
        return f"Held after the end of a tour: {least} at {times} times the rate."

    def price(self, duty: Duty) -> Iterator[Claim]:
        for number, held in duty.of(HeldOver):
            tour = duty.tour_at(held.tour)
            if tour is None:
                continue
            start = duty.at(tour.wall_end)
            end = max(duty.at(held.until), start + self.at_least)
            why = (
                f"Held from {wall_text(tour.wall_end)} until {wall_text(held.until)};"
                f" at least {length_text(self.at_least)} are paid."
            )
            yield Claim(start, end, self.multiple, why, (number,))

    def paid_for(self, worked: int) -> tuple[int, Number] | None:
        return max(worked, self.at_least), self.multiple

    def left_idle_by(self, strict: Rule) -> str | None:
        outdone = isinstance(strict, HeldOverPay) and strict.pays_no_less_than(self)
        return "" if outdone else None
