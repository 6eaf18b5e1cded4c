"""Duty without a break, and the time off that a long stretch of it must be followed by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from watchbill.kernel.clock import DAY_MINUTES, WEEK_MINUTES, Wall, hours, length_text, wall_text
from watchbill.kernel.fields import LengthField
from watchbill.records.timeline import Frame, Timeline
from watchbill.rules.base import Breach, ChecksPerson, Measure, Party, Rule
from watchbill.rules.plan import Constrains, Plan
from watchbill.rules.reading import Gives, Topic
from watchbill.rules.spans import judged, within_starts


@dataclass(frozen=True, kw_only=True)
class UnbrokenDuty(Rule, ChecksPerson, Constrains):
    """At most so long on duty without a break, and so long off after a long stretch.

    Tours that touch are one stretch. One of ``after`` (``at_most`` where nothing is said) or more
    is followed by ``then_free``, which is time that really passes.
    """

    topic: ClassVar[Topic | None] = Topic.REST
    gives: ClassVar[Gives | None] = Gives("at_most", 60)
    words: ClassVar[Mapping[str, str]] = {
        "at_most": "on duty without a break at most",
        "then_free": "time off after it",
        "after": "after so long",
    }
    more_is_for: ClassVar[Mapping[str, Party]] = {"at_most": "employer", "then_free": "employee"}

    all_duty: bool = True
    at_most: LengthField
    then_free: LengthField | None = None
    after: LengthField | None = None

    @property
    def _after(self) -> int:
        return self.at_most if self.after is None else self.after

    def hours_a_week(self) -> Decimal | None:
        every_long_one = self._after >= self.at_most  # and no shorter ones, time off after each
        if self.then_free is None or not self.at_most or not every_long_one:
            return None
        return hours(WEEK_MINUTES) * self.at_most / (self.at_most + self.then_free)

    def left_idle_by(self, strict: Rule) -> str | None:
        if not isinstance(strict, UnbrokenDuty):
            return None
        return "" if strict.at_most <= self.at_most and self.then_free is None else None

    def says(self) -> str:
        text = f"At most {length_text(self.at_most)} of duty without a break"
        if self.then_free is not None:
            text += f"; {length_text(self._after)} of it are followed by"
            text += f" {length_text(self.then_free)} off"
        return f"{text}."

    def reaches_back(self) -> int:
        return (self.at_most + (self.then_free or 0)) // DAY_MINUTES + 2

    def check(self, line: Timeline, frame: Frame) -> Iterator[Breach]:
        first = 0
        for place in range(len(line)):
            goes_on = place + 1 < len(line) and line.starts[place + 1] <= line.ends[place]
            if goes_on:
                continue
            length = line.work_ends[place] - line.work_starts[first]
            start, end = Wall(line.wall_starts[first]), Wall(line.wall_ends[place])
            if line.days[place] >= frame.first and length > self.at_most:
                yield Breach(
                    start,
                    end,
                    Measure(hours(length), "h"),
                    Measure(hours(self.at_most), "h"),
                    f"{length_text(length)} of duty without a break from {wall_text(start)}; at"
                    f" most {length_text(self.at_most)} are allowed.",
                )
            if place + 1 < len(line):
                yield from self._too_soon(line, frame, place, length)
            first = place + 1

    def _too_soon(self, line: Timeline, frame: Frame, place: int, length: int) -> Iterator[Breach]:
        if self.then_free is None or length < self._after:
            return
        free = line.starts[place + 1] - line.ends[place]
        if free < self.then_free and line.days[place + 1] >= frame.first:
            end, back = Wall(line.wall_ends[place]), Wall(line.wall_starts[place + 1])
            yield Breach(
                end,
                back,
                Measure(hours(free), "h"),
                Measure(hours(self.then_free), "h"),
                f"{length_text(length)} of duty ended {wall_text(end)} and were followed by"
                f" {length_text(free)} off, where {length_text(self.then_free)} are owed.",
            )

    def constrain(self, plan: Plan) -> None:
        line = plan.possible
        ending: dict[int, list[int]] = {}
        for place in range(len(line)):
            ending.setdefault(line.ends[place], []).append(place)
        places = judged(line, plan.frame)
        for place in places:
            for chain in self._chains(line, ending, [place], self.at_most + 1):
                plan.not_all(chain)
        if self.then_free is None:
            return
        for place in range(len(line)):
            end = line.ends[place]
            # Where a tour goes on from this one, the stretch ends later, and is judged there.
            goes_on = within_starts(line, end, end)
            soon = within_starts(line, end + 1, end + self.then_free - 1)
            back = [other for other in soon if other in places]
            for chain in self._chains(line, ending, [place], self._after):
                plan.none_after_all([[one] for one in chain], back, goes_on)

    def _chains(
        self, line: Timeline, ending: dict[int, list[int]], chain: list[int], least: int
    ) -> Iterator[list[int]]:
        """The shortest chains of touching tours that end as ``chain`` does and last so long."""
        first = chain[0]
        if line.work_ends[chain[-1]] - line.work_starts[first] >= least:
            yield chain
            return
        for before in ending.get(line.starts[first], []):
            yield from self._chains(line, ending, [before, *chain], least)
