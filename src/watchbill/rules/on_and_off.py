"""Tours of the schedule with so long off between them: 24 hours on, 48 off."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from watchbill.kernel.clock import (
    DAY_MINUTES,
    WEEK_MINUTES,
    Minutes,
    Wall,
    hours,
    length_text,
    time_text,
    wall_text,
)
from watchbill.kernel.fields import LengthField, TimeField
from watchbill.records.timeline import Frame, Timeline
from watchbill.rules.base import Breach, ChecksPerson, Measure, Party, Rule
from watchbill.rules.plan import Constrains, Plan
from watchbill.rules.reading import Gives, Topic
from watchbill.rules.spans import judged


@dataclass(frozen=True, kw_only=True)
class OnAndOff(Rule, ChecksPerson, Constrains):
    """Tours of the schedule last ``on``, and ``off`` or more lies between one and the next.

    ``starts_at`` is when they start, where the text says. All is by the wall clock, as such a
    schedule is written. It binds what is scheduled, posted or designed: a tour beyond the
    schedule, one that came by an exchange and one moved at the member's own request are not
    held to it.
    """

    topic: ClassVar[Topic | None] = Topic.REST
    gives: ClassVar[Gives | None] = Gives("off", -60, 0)
    words: ClassVar[Mapping[str, str]] = {
        "on": "length of a tour",
        "off": "off between two tours",
        "starts_at": "tours start at",
    }
    more_is_for: ClassVar[Mapping[str, Party]] = {"off": "employee"}

    on: LengthField
    off: LengthField
    starts_at: TimeField | None = None

    def says(self) -> str:
        start = "" if self.starts_at is None else f" from {time_text(self.starts_at)}"
        return (
            f"Scheduled tours of {length_text(self.on)}{start}, with {length_text(self.off)} or"
            " more off between them."
        )

    def hours_a_week(self) -> Decimal | None:
        return hours(WEEK_MINUTES) * self.on / (self.on + self.off) if self.on else None

    def longest_tour(self) -> int | None:
        return self.on

    def lengths_named(self) -> tuple[Minutes, ...]:
        return (self.on,)

    def lengths_worked(self) -> tuple[Minutes, ...]:
        return (self.on,)

    def starts_named(self) -> tuple[int, ...]:
        return () if self.starts_at is None else (self.starts_at,)

    def check(self, line: Timeline, frame: Frame) -> Iterator[Breach]:
        own = [i for i in range(len(line)) if line.wall_starts[i] not in frame.own_wish]
        places = judged(line, frame)
        before: int | None = None
        for place in own:
            if place in places:
                yield from self._other_tour(line, place)
                if before is not None and self._too_close(line, before, place):
                    yield self._too_soon(line, before, place)
            before = place

    def constrain(self, plan: Plan) -> None:
        # Of two tours that are too close, those worked between them are closer still.
        line, places = plan.possible, judged(plan.possible, plan.frame)
        lengths = (line.wall_ends[i] - line.wall_starts[i] for i in range(len(line)))
        reach = max(lengths, default=0) + self.off
        for later in places:
            if self._wrong(line, later) is not None:
                plan.not_all([later])
            first = bisect_right(line.wall_starts, line.wall_starts[later] - reach)
            for earlier in range(first, later):
                if self._too_close(line, earlier, later):
                    plan.not_all((earlier, later))

    def _too_close(self, line: Timeline, earlier: int, later: int) -> bool:
        return line.wall_starts[later] - line.wall_ends[earlier] < self.off

    def _wrong(self, line: Timeline, place: int) -> str | None:
        """What is wrong with the tour by itself; ``None`` where nothing is."""
        start = line.wall_starts[place] % DAY_MINUTES
        length = line.wall_ends[place] - line.wall_starts[place]
        if length != self.on:
            return f"tours last {length_text(self.on)}"
        if self.starts_at is not None and start != self.starts_at:
            return f"tours start at {time_text(self.starts_at)}"
        return None

    def _other_tour(self, line: Timeline, place: int) -> Iterator[Breach]:
        wrong = self._wrong(line, place)
        if wrong is None:
            return
        start, end = Wall(line.wall_starts[place]), Wall(line.wall_ends[place])
        yield Breach(
            start,
            end,
            Measure(hours(end - start), "h"),
            Measure(hours(self.on), "h"),
            f"A scheduled tour of {length_text(end - start)} from {wall_text(start)}: {wrong}.",
        )

    def _too_soon(self, line: Timeline, earlier: int, later: int) -> Breach:
        end, start = Wall(line.wall_ends[earlier]), Wall(line.wall_starts[later])
        off = max(start - end, 0)
        return Breach(
            end,
            Wall(line.wall_ends[later]),
            Measure(hours(off), "h"),
            Measure(hours(self.off), "h"),
            f"{length_text(off)} off between the scheduled tour that ends {wall_text(end)} and the"
            f" one that starts {wall_text(start)}, where {length_text(self.off)} are owed.",
        )
