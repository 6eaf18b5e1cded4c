"""Evenings free in a period."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from watchbill.kernel.clock import DAY_MINUTES, Day, time_text, weekday
from watchbill.kernel.fields import Count, DayField, TimeField
from watchbill.records.timeline import Frame, Timeline
from watchbill.rules.base import Breach, Measure, Rule, whole_blocks
from watchbill.rules.plan import Plan
from watchbill.rules.spans import blocks, midnight, overlapping

FRIDAY = 4


@dataclass(frozen=True, kw_only=True)
class FreeEvenings(Rule):
    """At least so many weekday evenings free of duty in each period of ``in_days`` days.

    An evening lasts from ``evening_from`` to ``until`` on the next morning, by the wall clock, on
    Monday to Friday. Periods are laid end to end from ``begins``, or the schedule's anchor.
    """

    at_least: Count
    in_days: Count
    evening_from: TimeField
    until: TimeField
    begins: DayField | None = None

    def says(self) -> str:
        return (
            f"At least {self.at_least} evenings, Monday to Friday {time_text(self.evening_from)} to"
            f" {time_text(self.until)}, free in each {self.in_days} days."
        )

    def not_judged(self, frame: Frame) -> str | None:
        begins = frame.anchor if self.begins is None else self.begins
        return whole_blocks(frame, self.in_days, begins)

    def _evenings(self, line: Timeline, first: int) -> Iterator[list[int]]:
        """For each evening of the period, the tours that touch it."""
        for day in range(first, first + self.in_days):
            if weekday(Day(day)) <= FRIDAY:
                start = midnight(day) + self.evening_from
                end = midnight(day) + DAY_MINUTES + self.until
                yield overlapping(line, start, end)

    def check(self, line: Timeline, frame: Frame) -> Iterator[Breach]:
        for first in blocks(frame, self.in_days, self.begins):
            free = sum(not touched for touched in self._evenings(line, first))
            if free < self.at_least:
                yield Breach(
                    midnight(first),
                    midnight(first + self.in_days),
                    Measure(Decimal(free), "free evenings"),
                    Measure(Decimal(self.at_least), "free evenings"),
                    f"{free} free evenings in {self.in_days} days, where {self.at_least} are owed.",
                )

    def constrain(self, plan: Plan) -> None:
        for first in blocks(plan.frame, self.in_days, self.begins):
            evenings = list(self._evenings(plan.possible, first))
            plan.at_most(evenings, len(evenings) - self.at_least)
