"""What a call to work outside the schedule is paid at least."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from watchbill.events.call_in import CallIn
from watchbill.events.duty import Claim, Duty
from watchbill.kernel.clock import Minutes, Wall, decimal_text, length_text, wall_text
from watchbill.kernel.fields import LengthField, Number
from watchbill.rules.base import Rule
from watchbill.rules.pricing import PaysByLength, Prices, Rank

NO_TIME = Minutes(0)


@dataclass(frozen=True, kw_only=True)
class MinimumCall(Rule, Prices, PaysByLength):
    """Whoever is called in is paid at least so many hours at a multiple of the rate.

    With ``worked_at_most`` the minimum holds where no start was required or no more than that
    was worked, and a longer call is paid by other rules. Without it the multiple holds for the
    whole call. ``paid_before`` is the time before reporting from which the call is paid. The
    minimum is a stretch of time from there on: where it runs into a tour, no hour is paid twice.
    """

    words: ClassVar[Mapping[str, str]] = {
        "hours": "time paid at least",
        "multiple": "times the basic rate",
        "worked_at_most": "for calls up to",
        "paid_before": "paid before reporting",
    }

    hours: LengthField
    multiple: Number
    worked_at_most: LengthField | None = None
    paid_before: LengthField = NO_TIME

    rank: ClassVar[Rank] = Rank.CASE
    case: ClassVar[str] = "Call-in"

    def says(self) -> str:
        when = "Called in"
        if self.worked_at_most is not None:
            when += f" and not required to start, or worked {length_text(self.worked_at_most)} or"
            when += " less"
        before = ""
        if self.paid_before:
            before = f", from {length_text(self.paid_before)} before reporting"
        times = decimal_text(self.multiple)
        return f"{when}: at least {length_text(self.hours)} at {times} times the rate{before}."

    def price(self, duty: Duty) -> Iterator[Claim]:
        for number, call in duty.of(CallIn):
            # The end is one of the wall clock: through a clock change the pay clock's is another.
            reported, ended = duty.at(call.report), duty.at(Wall(call.report + call.worked))
            if self.worked_at_most is not None and ended - reported > self.worked_at_most:
                continue
            start = reported - self.paid_before
            end = max(ended, start + self.hours)
            yield Claim(start, end, self.multiple, self._why(call), (number,))

    def _why(self, call: CallIn) -> str:
        worked = f"worked {length_text(call.worked)}" if call.worked else "not required to start"
        return (
            f"Called in for {wall_text(call.report)} and {worked};"
            f" at least {length_text(self.hours)} are paid."
        )

    def paid_for(self, worked: int) -> tuple[int, Number] | None:
        if self.worked_at_most is not None and worked > self.worked_at_most:
            return None
        return max(worked + self.paid_before, self.hours), self.multiple

    def left_idle_by(self, strict: Rule) -> str | None:
        outdone = isinstance(strict, MinimumCall) and strict.pays_no_less_than(self)
        return "" if outdone else None
