"""Free weekends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from watchbill.kernel.clock import SATURDAY, Day, weekday
from watchbill.kernel.fields import DayField, PositiveCount
from watchbill.records.timeline import Frame, Timeline
from watchbill.rules.base import Breach, ChecksPerson, Measure, Party, Rule, whole_blocks
from watchbill.rules.plan import Constrains, Plan
from watchbill.rules.reading import Gives
from watchbill.rules.spans import blocks, midnight, touching


@dataclass(frozen=True, kw_only=True)
class FreeWeekends(Rule, ChecksPerson, Constrains):
    """One weekend in so many free of duty, on average over each period of ``in_days`` days.

    A weekend lasts from Saturday 00:00 to Monday 00:00, by the wall clock; those that leave
    touches are left out. Periods are laid end to end from ``begins``, or the schedule's anchor.
    """

    gives: ClassVar[Gives | None] = Gives("one_in", 1)
    words: ClassVar[Mapping[str, str]] = {
        "one_in": "one weekend free in",
        "in_days": "averaged over (days)",
        "begins": "counted from",
    }
    more_is_for: ClassVar[Mapping[str, Party]] = {"one_in": "employer"}

    all_duty: bool = True
    one_in: PositiveCount
    in_days: PositiveCount = 28
    begins: DayField | None = None

    def says(self) -> str:
        often = "Every weekend" if self.one_in == 1 else f"One weekend in {self.one_in}"
        return f"{often} is free, on average over {self.in_days} days."

    def not_judged(self, frame: Frame) -> str | None:
        return whole_blocks(frame, self.in_days, self.begins)

    def _weekends(self, line: Timeline, frame: Frame) -> Iterator[tuple[int, list[list[int]]]]:
        """The first date of each period, and for each weekend that counts what touches it."""
        for first in blocks(frame, self.in_days, self.begins):
            saturday = first + (SATURDAY - weekday(Day(first))) % 7
            weekends = [
                (midnight(day), midnight(day + 2))
                for day in range(saturday, first + self.in_days - 1, 7)
                if not frame.leave & {Day(day), Day(day + 1)}
            ]
            yield first, touching(line, weekends)

    def _owed(self, weekends: int) -> int:
        return weekends // self.one_in

    def check(self, line: Timeline, frame: Frame) -> Iterator[Breach]:
        for first, weekends in self._weekends(line, frame):
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
        for _, weekends in self._weekends(plan.possible, plan.frame):
            plan.at_most(weekends, len(weekends) - self._owed(len(weekends)))
