"""Minutes before the usual start of a tour."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from watchbill.events.duty import Claim, Duty
from watchbill.kernel.clock import DAY_MINUTES, decimal_text, length_text, time_text, wall_text
from watchbill.kernel.fields import LengthField, Number, TimeField
from watchbill.rules.base import Party, Rule
from watchbill.rules.pricing import Prices, Rank, own_number


@dataclass(frozen=True, kw_only=True)
class EarlyStart(Rule, Prices):
    """The first minutes of a tour that starts early, for a hand-over, are paid at a multiple.

    ``starts`` are the times of such a start; up to ``at_most`` from it is paid so. The minutes are
    not ordinary hours: they come to a tour beside its length.
    """

    words: ClassVar[Mapping[str, str]] = {
        "starts": "tours that start at",
        "at_most": "from the start, at most",
        "multiple": "times the basic rate",
    }
    more_is_for: ClassVar[Mapping[str, Party]] = {"multiple": "employee"}

    starts: tuple[TimeField, ...]
    at_most: LengthField
    multiple: Number

    rank: ClassVar[Rank] = Rank.CASE

    def says(self) -> str:
        times = " or ".join(time_text(start) for start in self.starts)
        return (
            f"The first {length_text(self.at_most)} of a tour from {times}:"
            f" {decimal_text(self.multiple)} times the rate."
        )

    def price(self, duty: Duty) -> Iterator[Claim]:
        for stretch in duty.work:
            start = stretch.wall_start
            begins = start == stretch.tour.wall_start and start % DAY_MINUTES in self.starts
            if stretch.scheduled and begins:
                end = min(stretch.end, stretch.start + self.at_most)
                why = f"Started {wall_text(start)} for the hand-over."
                yield Claim(stretch.start, end, self.multiple, why, own_number(stretch))
