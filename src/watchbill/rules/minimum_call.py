"""What a call to work outside the schedule is paid at least."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal

from watchbill.events.call_in import CallIn
from watchbill.events.duty import Claim, Duty
from watchbill.kernel.clock import Minutes, Wall, decimal_text, length_text, wall_text
from watchbill.kernel.fields import LengthField, Number
from watchbill.kernel.spans import without
from watchbill.rules.base import Rule
from watchbill.rules.pricing import PaysByLength, Prices, Rank

NO_TIME = Minutes(0)


@dataclass(frozen=True, slots=True)
class _Call:
    """A call, or several taken as one stretch: the entries, when it was reported for and ended
    on the pay clock, what is paid at least until when, and why.
    """

    numbers: tuple[int, ...]
    start: int
    ended: int
    until: int
    why: str


@dataclass(frozen=True, kw_only=True)
class MinimumCall(Rule, Prices, PaysByLength):
    """Whoever is called in is paid at least so many hours at a multiple of the rate.

    With ``worked_at_most`` the minimum holds where no start was required or no more than that
    was worked, and a longer call is paid by other rules. Without it the multiple holds for the
    whole call. ``paid_before`` is the time before reporting from which the call is paid.

    ``beside_tours``: a minimum that runs into a tour is paid whole beside it; where not, no hour
    is paid twice. ``close_calls`` says what two calls within one minimum are: ``each`` has its
    own, or they are ``one-stretch`` from the first one's beginning to the later end.
    """

    words: ClassVar[Mapping[str, str]] = {
        "hours": "time paid at least",
        "multiple": "times the basic rate",
        "worked_at_most": "for calls up to",
        "paid_before": "paid before reporting",
        "beside_tours": "paid beside a tour that it runs into",
        "close_calls": "two calls within one minimum",
    }

    hours: LengthField
    multiple: Number
    worked_at_most: LengthField | None = None
    paid_before: LengthField = NO_TIME
    beside_tours: bool = True
    close_calls: Literal["each", "one-stretch"] = "each"

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
        beside = "" if self.beside_tours else "; no hour of a tour that follows is paid twice"
        close = ""
        if self.close_calls == "one-stretch":
            close = "; calls within one minimum are one stretch"
        least = length_text(self.hours)
        return f"{when}: at least {least} at {times} times the rate{before}{beside}{close}."

    def price(self, duty: Duty) -> Iterator[Claim]:
        calls = self._calls(duty)
        for place, call in enumerate(calls):
            others = [*self._worked_beside(duty, call)]
            if self.close_calls == "each":
                # Of two minimums that overlap, the later one has the time and the earlier one is
                # paid what it has there on top: each has its own, whole.
                others += [(later.start, later.until) for later in calls[place + 1 :]]
            paid, at = call.until - call.start, call.start
            for start, end in without(call.start, call.until, sorted(others)):
                yield Claim(start, end, self.multiple, call.why, call.numbers)
                paid -= end - start
            if paid:
                yield Claim(at, at, self.multiple, call.why, call.numbers, paid)

    def _calls(self, duty: Duty) -> list[_Call]:
        """Calls that have a minimum, in the order of time; those taken as one are one."""
        calls: list[_Call] = []
        for number, event in sorted(duty.of(CallIn), key=lambda one: one[1].report):
            # The end is one of the wall clock: through a clock change the pay clock's is another.
            reported, ended = duty.at(event.report), duty.at(Wall(event.report + event.worked))
            if self.worked_at_most is not None and ended - reported > self.worked_at_most:
                continue
            start = reported - self.paid_before
            call = _Call((number,), start, ended, max(ended, start + self.hours), self._why(event))
            if self.close_calls == "one-stretch" and calls and start < calls[-1].until:
                first = calls.pop()
                ended = max(first.ended, ended)
                call = _Call(
                    (*first.numbers, number),
                    first.start,
                    ended,
                    max(ended, first.start + self.hours),
                    f"{first.why} Then {call.why[0].lower()}{call.why[1:]} One stretch.",
                )
            calls.append(call)
        return calls

    def _worked_beside(self, duty: Duty, call: _Call) -> Iterator[tuple[int, int]]:
        """Stretches of other work, beside which the minimum is paid."""
        numbers = {number for number, _ in duty.of(CallIn)}
        for stretch in duty.work:
            if stretch.number in call.numbers:
                continue
            own = self.close_calls == "each" if stretch.number in numbers else self.beside_tours
            if own:
                yield stretch.start, stretch.end

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
