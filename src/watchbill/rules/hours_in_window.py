"""Hours in any stretch of days or of hours."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate
from typing import ClassVar

from watchbill.kernel.clock import WEEK_MINUTES, Wall, hours, length_text
from watchbill.kernel.fields import LengthField
from watchbill.periods.written import PeriodField
from watchbill.records.timeline import Frame, Timeline
from watchbill.rules.base import Breach, ChecksPerson, Measure, Party, Rule
from watchbill.rules.plan import Constrains, Plan
from watchbill.rules.reading import Gives, Topic
from watchbill.rules.spans import at_most_minutes_in_frame, minutes_of, within


@dataclass(frozen=True, kw_only=True)
class HoursInWindow(Rule, ChecksPerson, Constrains):
    """At most so many hours of duty in any ``period``: any 7 days, any 24h.

    In days, a tour counts whole on the date on which it starts. In hours, what lies within the
    stretch counts. A stretch is judged where one of its tours belongs to a date judged.
    """

    topic: ClassVar[Topic | None] = Topic.HOURS
    gives: ClassVar[Gives | None] = Gives("at_most", 120)
    words: ClassVar[Mapping[str, str]] = {
        "at_most": "time on duty at most",
        "period": "in",
    }
    more_is_for: ClassVar[Mapping[str, Party]] = {"at_most": "employer"}

    at_most: LengthField
    period: PeriodField

    def __post_init__(self) -> None:
        if not self.period.rolling:
            raise ValueError("the window is any such stretch: any 7 days, any 24h")

    @property
    def _window(self) -> str:
        days = self.period.days
        return f"any {days} consecutive days" if days is not None else str(self.period)

    @property
    def _length(self) -> int:
        """Minutes of the window."""
        return self.period.minutes or 0

    def hours_a_week(self) -> Decimal | None:
        return hours(WEEK_MINUTES) * self.at_most / self._length

    def says(self) -> str:
        return f"At most {length_text(self.at_most)} of duty in {self._window}."

    def idle(self) -> str | None:
        return "the stretch is no longer than the limit" if self.at_most >= self._length else None

    def left_idle_by(self, strict: Rule) -> str | None:
        if not isinstance(strict, HoursInWindow):
            return None
        if (self.period.days is None) != (strict.period.days is None):
            return None
        # A long one is covered by so many short ones, each with its limit.
        covered = -(-self._length // strict._length) * strict.at_most <= self.at_most
        return "" if covered else None

    def check(self, line: Timeline, frame: Frame) -> Iterator[Breach]:
        lengths = (end - start for start, end in zip(line.work_starts, line.work_ends, strict=True))
        total = list(accumulate(lengths, initial=0))
        over: list[tuple[int, int, int]] = []
        for places, start in self._stretches(line):
            if total[places.stop] - total[places.start] <= self.at_most:
                continue
            minutes = self._minutes(line, places, start)
            most = sum(minutes.values())
            if most > self.at_most and line.days[max(minutes)] >= frame.first:
                over.append((min(minutes), max(minutes), most))
        # Stretches that share a tour are reported once, with the fullest of them.
        over.sort()
        while over:
            first, last, most = over[0]
            joined = 0
            while joined < len(over) and over[joined][0] <= last:
                last, most = max(last, over[joined][1]), max(most, over[joined][2])
                joined += 1
            yield self._breach(line, first, last, most)
            del over[:joined]

    def _stretches(self, line: Timeline) -> Iterator[tuple[range, int]]:
        """Stretches of which one is the fullest: what tours may touch it, and when it starts.

        In days, those that start with a date that has a tour. In hours, those that start with a
        tour or end with one: between these the minutes in a sliding stretch only rise or only
        fall, also where it slides so far that it must still touch a tour that is judged.
        """
        days, length = self.period.days, self._length
        if days is not None:
            for day in dict.fromkeys(line.days):
                yield within(line, day, days), 0
        else:
            starts, ends = line.work_starts, line.work_ends
            longest = max((end - start for start, end in zip(starts, ends, strict=True)), default=0)
            for place in range(len(line)):
                for start in (starts[place], ends[place] - length):
                    first = bisect_right(starts, start - longest)
                    yield range(first, bisect_left(starts, start + length)), start

    def _minutes(self, line: Timeline, places: range, start: int) -> dict[int, int]:
        """Minutes of each tour in the stretch that starts so."""
        if self.period.days is not None:
            return minutes_of(line, places)
        end = start + self._length
        shared = {
            place: min(line.work_ends[place], end) - max(line.work_starts[place], start)
            for place in places
        }
        return {place: minutes for place, minutes in shared.items() if minutes > 0}

    def constrain(self, plan: Plan) -> None:
        # More stretches start with a possible tour than with one worked, and any that is too
        # full makes one of check's too full.
        for places, start in self._stretches(plan.possible):
            minutes = self._minutes(plan.possible, places, start)
            at_most_minutes_in_frame(plan, minutes, self.at_most)

    def _breach(self, line: Timeline, first: int, last: int, minutes: int) -> Breach:
        return Breach(
            Wall(line.wall_starts[first]),
            Wall(line.wall_ends[last]),
            Measure(hours(minutes), "h"),
            Measure(hours(self.at_most), "h"),
            f"Up to {length_text(minutes)} of duty in {self._window}, where at most"
            f" {length_text(self.at_most)} are allowed.",
        )
