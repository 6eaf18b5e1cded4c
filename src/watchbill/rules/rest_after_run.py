"""Days off after a long run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from watchbill.kernel.clock import Wall
from watchbill.kernel.fields import Count
from watchbill.records.timeline import Frame, Timeline
from watchbill.rules.base import Breach, Measure, Rule
from watchbill.rules.plan import Plan
from watchbill.rules.spans import by_day, midnight, runs_of_days, windows


@dataclass(frozen=True, kw_only=True)
class RestAfterRun(Rule):
    """After a run of so many tours, or of one kind, or more, so many days are free.

    A day is free where no tour starts on it.
    """

    run: Count
    free_days: Count
    of: Literal["any", "day", "evening", "night"] = "any"

    @property
    def _noun(self) -> str:
        return "tours" if self.of == "any" else f"{self.of}s"

    def says(self) -> str:
        return (
            f"After {self.run} or more {self._noun} on consecutive days the next {self.free_days}"
            " days are free."
        )

    def not_judged(self, frame: Frame) -> str | None:
        return None

    def check(self, line: Timeline, frame: Frame) -> Iterator[Breach]:
        days = by_day(line)
        for run in runs_of_days(line, self.of):
            if run.length < self.run:
                continue
            worked = [day for day in range(run.last + 1, run.last + 1 + self.free_days)
                      if day in days]  # fmt: skip
            if worked and worked[0] >= frame.first:
                free = worked[0] - run.last - 1
                place = days[worked[0]][0]
                yield Breach(
                    midnight(run.first),
                    Wall(line.wall_ends[place]),
                    Measure(Decimal(free), "free days"),
                    Measure(Decimal(self.free_days), "free days"),
                    f"{run.length} {self._noun} on consecutive days were followed by {free} free"
                    f" days, where {self.free_days} are owed.",
                )

    def constrain(self, plan: Plan) -> None:
        days = by_day(plan.possible)
        own = by_day(plan.possible, self.of)
        for groups in windows(own, self.run):
            last = plan.possible.days[groups[-1][0]]
            goes_on = own.get(last + 1, [])
            then = [
                place
                for day in range(last + 1, last + 1 + self.free_days)
                for place in days.get(day, [])
                if day >= plan.frame.first
            ]
            plan.none_after_all(groups, then, goes_on)
