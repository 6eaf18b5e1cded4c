"""A long stretch off after at most so many days of work."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from watchbill.kernel.clock import DAY_MINUTES, Wall, length_text
from watchbill.kernel.fields import Count, LengthField
from watchbill.records.timeline import Frame, Timeline
from watchbill.rules.base import Breach, ChecksPerson, Measure, Party, Rule
from watchbill.rules.plan import Constrains, FreeSpan, Plan
from watchbill.rules.reading import Gives
from watchbill.rules.spans import by_day


@dataclass(frozen=True, kw_only=True)
class FreePeriod(Rule, ChecksPerson, Constrains):
    """At least so long free of duty after at most so many days of work.

    Days of work are those on which a tour starts, counted since the last such stretch. The
    stretch is time that really passes.
    """

    gives: ClassVar[Gives | None] = Gives("after_days", 1)
    words: ClassVar[Mapping[str, str]] = {
        "at_least": "time free at least",
        "after_days": "after so many days of work",
    }
    more_is_for: ClassVar[Mapping[str, Party]] = {"at_least": "employee", "after_days": "employer"}

    all_duty: bool = True
    at_least: LengthField
    after_days: Count

    def says(self) -> str:
        return (
            f"{length_text(self.at_least)} free of duty after at most {self.after_days} days of"
            " work."
        )

    def reaches_back(self) -> int:
        return self.after_days * (self.at_least // DAY_MINUTES + 1) + 1

    def check(self, line: Timeline, frame: Frame) -> Iterator[Breach]:
        first, worked, last_day = 0, 0, None
        for place in range(len(line)):
            if place and line.starts[place] - line.ends[place - 1] >= self.at_least:
                yield from self._judge(line, frame, first, place - 1, worked)
                first, worked, last_day = place, 0, None
            if line.days[place] != last_day:
                worked, last_day = worked + 1, line.days[place]
        if len(line):
            yield from self._judge(line, frame, first, len(line) - 1, worked)

    def _judge(
        self, line: Timeline, frame: Frame, first: int, last: int, worked: int
    ) -> Iterator[Breach]:
        if worked > self.after_days and line.days[last] >= frame.first:
            yield Breach(
                Wall(line.wall_starts[first]),
                Wall(line.wall_ends[last]),
                Measure(Decimal(worked), "days of work"),
                Measure(Decimal(self.after_days), "days of work"),
                f"{worked} days of work without {length_text(self.at_least)} free, where at most"
                f" {self.after_days} are allowed.",
            )

    def constrain(self, plan: Plan) -> None:
        """Too many days of work, the first and the last at the edges, need a stretch between.

        A breach has a first day of work and, so many days of work later, a last one; no stretch
        as long as ``at_least`` lies between them. A stretch that does lie between begins where a
        tour that is worked ends.
        """
        line, days = plan.possible, by_day(plan.possible)
        dates = list(days)
        # Days of work without such a stretch between them are not further apart than it is.
        furthest = self.after_days * (self.at_least // DAY_MINUTES + 2) + 1
        for begin, first in enumerate(dates):
            for end in range(begin + self.after_days, len(dates)):
                last = dates[end]
                if last - first > furthest:
                    break
                if last < plan.frame.first:
                    continue
                groups = [days[day] for day in dates[begin : end + 1]]
                places = [place for group in groups for place in group]
                latest = max(line.starts[place] for place in days[last])
                spans = [
                    FreeSpan(
                        [
                            other
                            for other in places
                            if line.ends[place] <= line.starts[other]
                            and line.starts[other] < line.ends[place] + self.at_least
                        ],
                        worked=place,
                    )
                    for place in places
                    if line.ends[place] + self.at_least <= latest
                ]
                plan.at_most_unless(groups, self.after_days, spans)
