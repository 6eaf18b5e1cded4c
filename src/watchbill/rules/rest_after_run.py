"""Days off after a long run."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Literal

from watchbill.kernel.clock import Wall
from watchbill.kernel.fields import Count, PositiveCount
from watchbill.records.timeline import Frame, Timeline
from watchbill.rules.base import Breach, ChecksPerson, Measure, Party, Rule
from watchbill.rules.plan import Constrains, Plan
from watchbill.rules.reading import Gives
from watchbill.rules.run_of_tours import RunOfTours
from watchbill.rules.spans import by_day, midnight, runs_of_days, windows


@dataclass(frozen=True, kw_only=True)
class RestAfterRun(Rule, ChecksPerson, Constrains):
    """After a run of so many tours, or of one kind, or more, so many days are free.

    A day is free where no tour starts on it.
    """

    about: ClassVar[tuple[str, ...]] = ("of",)
    gives: ClassVar[Gives | None] = Gives("free_days", -1, 0)
    words: ClassVar[Mapping[str, str]] = {
        "run": "after a run of",
        "free_days": "free days",
        "of": "which tours",
    }
    more_is_for: ClassVar[Mapping[str, Party]] = {"run": "employer", "free_days": "employee"}

    run: PositiveCount
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

    def left_idle_by(self, strict: Rule) -> str | None:
        if not isinstance(strict, RunOfTours) or strict.of not in ("any", self.of):
            return None
        return "" if self.run > strict.longest else None

    def reaches_back(self) -> int:
        return self.run + self.free_days + 1

    def check(self, line: Timeline, frame: Frame) -> Iterator[Breach]:
        days = set(line.days)
        for run in runs_of_days(line, self.of, self.run - 1, frame.first - self.free_days):
            owed = range(run.last + 1, run.last + 1 + self.free_days)
            back = next((day for day in owed if day in days and day >= frame.first), None)
            if back is not None:
                free = sum(day not in days for day in owed)
                place = bisect_left(line.days, back)
                yield Breach(
                    midnight(run.first),
                    Wall(line.wall_ends[place]),
                    Measure(Decimal(free), "free days"),
                    Measure(Decimal(self.free_days), "free days"),
                    f"{run.length} {self._noun} on consecutive days, and of the next"
                    f" {self.free_days} days {free} are free, where all are owed.",
                )

    def constrain(self, plan: Plan) -> None:
        days = by_day(plan.possible)
        own = by_day(plan.possible, self.of)
        # A run that goes on is judged where it ends.
        for groups in windows(own, self.run, plan.frame.first - self.free_days):
            after = plan.possible.days[groups[-1][0]] + 1
            then = [
                place
                for day in range(max(after, plan.frame.first), after + self.free_days)
                for place in days.get(day, ())
            ]
            plan.none_after_all(groups, then, own.get(after, ()))
