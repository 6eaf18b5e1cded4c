"""Overtime on every hour outside the schedule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from watchbill.events.duty import Claim, Duty
from watchbill.kernel.clock import decimal_text, wall_text
from watchbill.kernel.fields import Number
from watchbill.rules.base import Party, Rule
from watchbill.rules.pricing import Prices, Rank, own_number


@dataclass(frozen=True, kw_only=True)
class OutsideSchedule(Rule, Prices):
    """Every hour worked outside the schedule is paid at a multiple of the rate.

    A tour beyond the schedule, a call and time held over count, whatever of the schedule was lost
    in the meantime. An exchanged tour is of the schedule.
    """

    words: ClassVar[Mapping[str, str]] = {"multiple": "times the basic rate"}
    more_is_for: ClassVar[Mapping[str, Party]] = {"multiple": "employee"}

    multiple: Number

    rank: ClassVar[Rank] = Rank.PERIOD

    def says(self) -> str:
        return f"Every hour outside the schedule: {decimal_text(self.multiple)} times the rate."

    def price(self, duty: Duty) -> Iterator[Claim]:
        for stretch in duty.work:
            if not stretch.scheduled:
                why = f"Outside the schedule, from {wall_text(stretch.wall_start)}."
                yield Claim(stretch.start, stretch.end, self.multiple, why, own_number(stretch))
