"""Runs of tours, or of nights, on consecutive days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from watchbill.kernel.clock import Wall
from watchbill.kernel.fields import Count
from watchbill.records.timeline import Frame, Timeline
from watchbill.rules.base import Breach, Measure, Rule


@dataclass(frozen=True, kw_only=True)
class RunOfTours(Rule):
    """At most so many tours, or tours of one kind, on consecutive days.

    ``of`` is ``any`` or a kind of tour: a run of nights ends with the first day that has no
    night. A run that ends before the first date judged is not reported; one that goes on into
    it counts whole.
    """

    at_most: Count
    of: Literal["any", "day", "evening", "night"] = "any"

    @property
    def _noun(self) -> str:
        return "tours" if self.of == "any" else f"{self.of}s"

    def says(self) -> str:
        return f"At most {self.at_most} {self._noun} on consecutive days."

    def not_judged(self, frame: Frame) -> str | None:
        return None

    def check(self, line: Timeline, frame: Frame) -> Iterator[Breach]:
        run_from, run, last_day = 0, 0, -2
        for i in range(len(line)):
            if self.of != "any" and line.kinds[i] != self.of:
                continue
            day = line.days[i]
            if day == last_day:
                continue
            if day != last_day + 1:
                if run > self.at_most and last_day >= frame.first:
                    yield self._breach(line, run_from, last_day, run)
                run_from, run = i, 0
            run, last_day = run + 1, day
        if run > self.at_most and last_day >= frame.first:
            yield self._breach(line, run_from, last_day, run)

    def _breach(self, line: Timeline, first: int, last_day: int, run: int) -> Breach:
        ends = [line.wall_ends[i] for i in range(first, len(line)) if line.days[i] <= last_day]
        unit = f"consecutive {self._noun}"
        return Breach(
            Wall(line.wall_starts[first]),
            Wall(ends[-1]),
            Measure(Decimal(run), unit),
            Measure(Decimal(self.at_most), unit),
            f"{run} {self._noun} on consecutive days, where at most {self.at_most} are allowed.",
        )
