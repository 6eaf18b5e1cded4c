"""Free weekends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from pydantic import Field

from watchbill.kernel.clock import SATURDAY, Day, weekday
from watchbill.kernel.fields import Count, DayField
from watchbill.records.timeline import Frame, Timeline
from watchbill.rules.base import Breach, Measure, Rule, whole_blocks
from watchbill.rules.plan import Plan
from watchbill.rules.spans import blocks, midnight, overlapping


@dataclass(frozen=True, kw_only=True)
class FreeWeekends(Rule):
    """One weekend in so many free of duty, on average over each period of ``in_days`` days.

    A weekend lasts from Saturday 00:00 to Monday 00:00, by the wall clock; those that leave
    touches are left out. Periods are laid end to end from ``begins``, or the schedule's anchor.
    """

    one_in: Annotated[Count, Field(ge=1)]
    in_days: Count = 28
    begins: DayField | None = None

    def says(self) -> str:
        often = "Every weekend" if self.one_in == 1 else f"One weekend in {self.one_in}"
        return f"{often} is free, on average over {self.in_days} days."

    def not_judged(self, frame: Frame) -> str | None:
        begins = frame.anchor if self.begins is None else self.begins
        return whole_blocks(frame, self.in_days, begins)

    def _weekends(self, line: Timeline, frame: Frame, first: int) -> list[list[int]]:
        """For each weekend that counts, the tours that touch it."""
        saturdays = (
            day for day in range(first, first + self.in_days - 1) if weekday(Day(day)) == SATURDAY
        )
        return [
            overlapping(line, midnight(day), midnight(day + 2))
            for day in saturdays
            if not frame.leave & {Day(day), Day(day + 1)}
        ]

    def _owed(self, weekends: int) -> int:
        return weekends // self.one_in

    def check(self, line: Timeline, frame: Frame) -> Iterator[Breach]:
        for first in blocks(frame, self.in_days, self.begins):
            weekends = self._weekends(line, frame, first)
            free = sum(not touched for touched in weekends)
            owed = self._owed(len(weekends))
            if free < owed:
                yield Breach(
                    midnight(first),
                    midnight(first + self.in_days),
                    Measure(Decimal(free), "free weekends"),
                    Measure(Decimal(owed), "free weekends"),
                    f"{free} of {len(weekends)} weekends free in {self.in_days} days, where"
                    f" {owed} are owed.",
                )

    def constrain(self, plan: Plan) -> None:
        for first in blocks(plan.frame, self.in_days, self.begins):
            weekends = self._weekends(plan.possible, plan.frame, first)
            plan.at_most(weekends, len(weekends) - self._owed(len(weekends)))
