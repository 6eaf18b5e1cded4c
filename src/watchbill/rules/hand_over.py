"""Hand-over at the edge of a tour."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal

from watchbill.events.duty import Claim, Duty
from watchbill.events.held_over import HeldOver
from watchbill.kernel.clock import decimal_text, length_text, wall_text
from watchbill.kernel.fields import LengthField, Number
from watchbill.records.tours import Tour
from watchbill.rules.base import Rule
from watchbill.rules.pricing import LeavesUnpaid, Prices, Rank


@dataclass(frozen=True, kw_only=True)
class HandOver(Rule, LeavesUnpaid, Prices):
    """Up to so long at a tour's edge is hand-over: neither overtime nor set off against it.

    Where ``paid`` is false, time held after a tour that does not exceed it is not paid. Of time
    that does exceed it, ``overtime`` says what counts: only what goes ``beyond`` it, or ``all`` of
    it from the end of the tour; that is paid ``multiple``, or the basic rate where none is given.
    """

    words: ClassVar[Mapping[str, str]] = {
        "at_most": "at the edge of a tour, at most",
        "paid": "paid",
        "overtime": "overtime, where more is worked",
        "multiple": "times the basic rate",
    }
    one_answer: ClassVar[bool] = True

    at_most: LengthField
    paid: bool = False
    overtime: Literal["beyond", "all"] = "beyond"
    multiple: Number | None = None

    rank: ClassVar[Rank] = Rank.CASE

    def says(self) -> str:
        edge = f"Up to {length_text(self.at_most)} at the edge of a tour is hand-over"
        if self.paid:
            return f"{edge}, and paid as work."
        more = "what goes beyond it" if self.overtime == "beyond" else "all of it where it is more"
        times = f" at {decimal_text(self.multiple)} times the rate" if self.multiple else ""
        return f"{edge}, neither overtime nor an offset to it; paid is {more}{times}."

    def unpaid(self, duty: Duty) -> Iterator[tuple[int, int]]:
        if self.paid:
            return
        for tour, held, _ in self._held(duty):
            more = held.until - tour.wall_end > self.at_most
            if not more or self.overtime == "beyond":
                yield duty.at(tour.wall_end), min(duty.at(held.until), self._ends(duty, tour))

    def price(self, duty: Duty) -> Iterator[Claim]:
        if self.paid or self.multiple is None:
            return
        for tour, held, number in self._held(duty):
            if held.until - tour.wall_end <= self.at_most:
                continue
            beyond = self.overtime == "beyond"
            start = self._ends(duty, tour) if beyond else duty.at(tour.wall_end)
            why = (
                f"Held until {wall_text(held.until)}, more than {length_text(self.at_most)} of"
                " hand-over."
            )
            yield Claim(start, duty.at(held.until), self.multiple, why, (number,))

    def _held(self, duty: Duty) -> Iterator[tuple[Tour, HeldOver, int]]:
        for number, held in duty.of(HeldOver):
            tour = duty.tour_at(held.tour)
            if tour is not None:
                yield tour, held, number

    def _ends(self, duty: Duty, tour: Tour) -> int:
        """When the hand-over after the tour ends, on the pay clock."""
        return duty.at(tour.wall_end) + self.at_most
