"""The tours that may be worked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from watchbill.kernel.clock import (
    DAY_MINUTES,
    WEEKDAYS,
    Day,
    Wall,
    hours,
    length_text,
    time_text,
    weekday,
)
from watchbill.kernel.fields import LengthField, TimeField, WeekdayName
from watchbill.records.timeline import Frame, Timeline
from watchbill.rules.base import Breach, Measure, Party, Rule
from watchbill.rules.plan import Plan
from watchbill.rules.spans import judged


@dataclass(frozen=True, kw_only=True)
class ToursAllowed(Rule):
    """Tours start at one of ``starts``, have one of ``lengths``, and last ``at_most`` so long.

    They start on one of ``weekdays``. What is left out is open. Lengths are by the wall clock.
    ``margin`` is how far a start may lie from those given. With ``of_length`` only tours of that
    length are judged.
    """

    words: ClassVar[Mapping[str, str]] = {
        "starts": "starts",
        "lengths": "lengths",
        "at_most": "length at most",
        "margin": "starts may move by",
        "weekdays": "on these days",
        "of_length": "for tours of",
    }
    about: ClassVar[tuple[str, ...]] = ("of_length",)
    more_is_for: ClassVar[Mapping[str, Party]] = {"at_most": "employer", "margin": "employer"}

    starts: tuple[TimeField, ...] = ()
    lengths: tuple[LengthField, ...] = ()
    at_most: LengthField | None = None
    margin: LengthField | None = None
    weekdays: tuple[WeekdayName, ...] = ()
    of_length: LengthField | None = None

    def says(self) -> str:
        parts = []
        if self.starts:
            near = f", give or take {length_text(self.margin)}" if self.margin else ""
            parts.append(f"start at {_words(map(time_text, self.starts))}{near}")
        if self.lengths:
            parts.append(f"last {_words(map(length_text, self.lengths))}")
        if self.at_most is not None:
            parts.append(f"last {length_text(self.at_most)} at most")
        if self.weekdays:
            parts.append(f"start on {_words(name.capitalize() for name in self.weekdays)}")
        of = f" of {length_text(self.of_length)}" if self.of_length else ""
        text = " and ".join(parts) if parts else "have any start and length"
        return f"Tours{of} {text}."

    def not_judged(self, frame: Frame) -> str | None:
        return None

    def check(self, line: Timeline, frame: Frame) -> Iterator[Breach]:
        for place in judged(line, frame):
            reason = self._reason(line, place)
            if reason is None:
                continue
            length = line.wall_ends[place] - line.wall_starts[place]
            limit = self.at_most or max(self.lengths, default=length)
            yield Breach(
                Wall(line.wall_starts[place]),
                Wall(line.wall_ends[place]),
                Measure(hours(length), "h"),
                Measure(hours(limit), "h"),
                f"A tour of {length_text(length)} from"
                f" {time_text(line.wall_starts[place])}: {reason}.",
            )

    def _reason(self, line: Timeline, place: int) -> str | None:
        start = line.wall_starts[place] % DAY_MINUTES
        length = line.wall_ends[place] - line.wall_starts[place]
        if self.of_length is not None and length != self.of_length:
            return None
        if self.at_most is not None and length > self.at_most:
            return f"at most {length_text(self.at_most)} are allowed"
        if self.lengths and length not in self.lengths:
            return f"tours last {_words(map(length_text, self.lengths))}"
        if self.starts and all(_apart(start, one) > (self.margin or 0) for one in self.starts):
            return f"tours start at {_words(map(time_text, self.starts))}"
        if self.weekdays and WEEKDAYS[weekday(Day(line.days[place]))] not in self.weekdays:
            return f"tours start on {_words(name.capitalize() for name in self.weekdays)}"
        return None

    def constrain(self, plan: Plan) -> None:
        for place in judged(plan.possible, plan.frame):
            if self._reason(plan.possible, place) is not None:
                plan.not_all([place])


def _apart(one: int, other: int) -> int:
    """Minutes between two times of day, the shorter way round."""
    apart = abs(one - other)
    return min(apart, DAY_MINUTES - apart)


def _words(texts: Iterable[str]) -> str:
    *most, last = texts
    return f"{', '.join(most)} or {last}" if most else last
