"""Hand-over at the edge of a tour."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from watchbill.events.duty import Duty
from watchbill.events.held_over import HeldOver
from watchbill.kernel.clock import length_text
from watchbill.kernel.fields import LengthField
from watchbill.rules.base import Rule
from watchbill.rules.pricing import LeavesUnpaid


@dataclass(frozen=True, kw_only=True)
class HandOver(Rule, LeavesUnpaid):
    """Up to so long at a tour's edge is hand-over: neither overtime nor set off against it.

    Where ``paid`` is false, time held after a tour that does not exceed it is not paid; time
    that does exceed it is, from the end of the tour.
    """

    words: ClassVar[Mapping[str, str]] = {
        "at_most": "at the edge of a tour, at most",
        "paid": "paid",
    }
    one_answer: ClassVar[bool] = True

    at_most: LengthField
    paid: bool = False

    def says(self) -> str:
        pay = "and paid as work" if self.paid else "neither overtime nor an offset to it"
        return f"Up to {length_text(self.at_most)} at the edge of a tour is hand-over, {pay}."

    def unpaid(self, duty: Duty) -> Iterator[tuple[int, int]]:
        if self.paid:
            return
        for _, held in duty.of(HeldOver):
            tour = duty.tour_at(held.tour)
            if tour is not None and held.until - tour.wall_end <= self.at_most:
                yield duty.at(tour.wall_end), duty.at(held.until)
