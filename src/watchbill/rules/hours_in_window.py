"""Hours in any stretch of days or of hours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from watchbill.kernel.clock import Wall, hours, length_text
from watchbill.kernel.fields import Count, LengthField
from watchbill.records.timeline import Frame, Timeline
from watchbill.rules.base import Breach, Measure, Rule
from watchbill.rules.plan import Plan
from watchbill.rules.spans import midnight, minutes_of, within


@dataclass(frozen=True, kw_only=True)
class HoursInWindow(Rule):
    """At most so many hours of duty in any ``days`` consecutive days, or in any ``hours``.

    In days, a tour counts whole on the date on which it starts. In hours, what lies within the
    stretch counts, by the time that really passes. Exactly one of the two is given.
    """

    at_most: LengthField
    days: Annotated[Count, Field(ge=1)] | None = None
    hours: LengthField | None = None

    def __post_init__(self) -> None:
        if (self.days is None) == (self.hours is None):
            raise ValueError("give either days or hours, the length of the window")

    @property
    def _window(self) -> str:
        if self.hours is not None:
            return f"any {length_text(self.hours)}"
        return f"any {self.days} consecutive days"

    def says(self) -> str:
        return f"At most {length_text(self.at_most)} of duty in {self._window}."

    def not_judged(self, frame: Frame) -> str | None:
        return None

    def check(self, line: Timeline, frame: Frame) -> Iterator[Breach]:
        worst: tuple[int, Wall, Wall] | None = None
        for start, end, minutes in self._windows(line):
            if minutes <= self.at_most or end <= midnight(frame.first):
                continue
            if worst is not None and start >= worst[2]:
                yield self._breach(*worst)
                worst = None
            if worst is None:
                worst = (minutes, start, end)
            else:
                worst = (max(worst[0], minutes), worst[1], max(end, worst[2]))
        if worst is not None:
            yield self._breach(*worst)

    def _windows(self, line: Timeline) -> Iterator[tuple[Wall, Wall, int]]:
        """Local start and end of each stretch that may be the fullest, and its minutes."""
        if self.days is not None:
            yield from self._day_windows(line, self.days)
        elif self.hours is not None:
            for start, end, minutes in _hour_windows(line, self.hours):
                yield start, end, sum(minutes.values())

    def _day_windows(self, line: Timeline, days: int) -> Iterator[tuple[Wall, Wall, int]]:
        lowest = minutes = 0
        for place, day in enumerate(line.days):
            minutes += line.ends[place] - line.starts[place]
            while line.days[lowest] <= day - days:
                minutes -= line.ends[lowest] - line.starts[lowest]
                lowest += 1
            yield midnight(line.days[lowest]), midnight(day + 1), minutes

    def constrain(self, plan: Plan) -> None:
        line = plan.possible
        if self.days is not None:
            for day in dict.fromkeys(line.days):
                places = within(line, day, self.days)
                plan.at_most_minutes(minutes_of(line, places), self.at_most)
        elif self.hours is not None:
            for _, _, minutes in _hour_windows(line, self.hours):
                plan.at_most_minutes(minutes, self.at_most)

    def _breach(self, minutes: int, start: Wall, end: Wall) -> Breach:
        return Breach(
            start,
            end,
            Measure(hours(minutes), "h"),
            Measure(hours(self.at_most), "h"),
            f"Up to {length_text(minutes)} of duty in {self._window}, where at most"
            f" {length_text(self.at_most)} are allowed.",
        )


def _hour_windows(line: Timeline, length: int) -> Iterator[tuple[Wall, Wall, dict[int, int]]]:
    """Stretches that begin with a tour or end with one, each with its minutes by tour.

    Between those the minutes in a sliding stretch only rise or only fall, so one of them is the
    fullest.
    """
    first = 0
    longest = max((line.ends[i] - line.starts[i] for i in range(len(line))), default=0)
    for place in range(len(line)):
        while line.starts[first] + longest <= line.starts[place] - length:
            first += 1
        for start in (line.starts[place], line.ends[place] - length):
            minutes = {}
            wall_end = line.wall_ends[place]
            wall_start = line.wall_starts[place]
            for other in range(first, len(line)):
                if line.starts[other] >= start + length:
                    break
                shared = min(line.ends[other], start + length) - max(line.starts[other], start)
                if shared > 0:
                    minutes[other] = shared
                    wall_end = max(wall_end, line.wall_ends[other])
                    wall_start = min(wall_start, line.wall_starts[other])
            yield Wall(wall_start), Wall(wall_end), minutes
