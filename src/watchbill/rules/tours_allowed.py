"""The tours that may be worked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import ClassVar, Self

from watchbill.kernel.clock import (
    DAY_MINUTES,
    WEEKDAYS,
    Day,
    Minutes,
    Wall,
    hours,
    length_text,
    time_text,
    weekday,
)
from watchbill.kernel.fields import LengthField, TimeField, WeekdayName
from watchbill.records.timeline import Frame, Timeline
from watchbill.rules.base import Breach, ChecksPerson, Measure, Party, Rule
from watchbill.rules.plan import Constrains, Plan
from watchbill.rules.reading import Doubt, Gives, Gravity, Topic
from watchbill.rules.spans import judged
from watchbill.rules.unbroken_duty import UnbrokenDuty


@dataclass(frozen=True, kw_only=True)
class ToursAllowed(Rule, ChecksPerson, Constrains):
    """Tours start at one of ``starts``, have one of ``lengths``, and last ``at_most`` so long.

    They start on one of ``weekdays``. What is left out is open. Lengths are by the wall clock.
    ``margin`` is how far a start may lie from those given. With ``of_length`` only tours of that
    length are judged.
    """

    topic: ClassVar[Topic | None] = Topic.TOURS
    gives: ClassVar[Gives | None] = Gives("at_most", 60)
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

    def longest_tour(self) -> int | None:
        limits = [self.at_most] if self.at_most is not None else []
        if self.lengths:
            limits.append(max(self.lengths))
        return min(limits, default=None)

    def lengths_named(self) -> tuple[Minutes, ...]:
        return self.lengths

    def lengths_worked(self) -> tuple[Minutes, ...]:
        return self.lengths

    def starts_named(self) -> tuple[int, ...]:
        return self.starts

    def allowing(self, length: Minutes) -> Self:
        too_long = self.at_most is not None and length > self.at_most
        if not too_long and (not self.lengths or length in self.lengths):
            return self
        return replace(
            self,
            lengths=(length,) if self.lengths else (),
            at_most=length if too_long else self.at_most,
        )

    def doubts_with(self, other: Rule) -> Iterator[Doubt]:
        why = None
        if isinstance(other, UnbrokenDuty):
            why = self._too_long(other.at_most)
        elif isinstance(other, ToursAllowed):
            why = self._nothing_in_common(other) or other._too_long(self.at_most)
        if why is not None and not (self.soft or other.soft):
            said = "; ".join(one.says().rstrip(".") for one in (self, other))
            yield Doubt("contradictions", Gravity.ERROR, f"{why} ({said}).")

    def _nothing_in_common(self, other: ToursAllowed) -> str | None:
        """Why no tour can follow both."""
        if self.lengths and other.lengths and not set(self.lengths) & set(other.lengths):
            lists = (_words(map(length_text, one.lengths)) for one in (self, other))
            return f"Tours of {' and of '.join(lists)} have no length in common"
        exact = not self.margin and not other.margin
        if exact and self.starts and other.starts and not set(self.starts) & set(other.starts):
            lists = (_words(map(time_text, one.starts)) for one in (self, other))
            return f"Starts at {' and at '.join(lists)} have none in common"
        return self._too_long(other.at_most)

    def _too_long(self, most: Minutes | None) -> str | None:
        if most is None or not self.lengths or min(self.lengths) <= most:
            return None
        shortest, longest = length_text(min(self.lengths)), length_text(most)
        return f"No tour is shorter than {shortest}, and none may be longer than {longest}"

    def check(self, line: Timeline, frame: Frame) -> Iterator[Breach]:
        for place in judged(line, frame):
            rule = self._of_wish if line.wall_starts[place] in frame.own_wish else self
            reason = rule._reason(line, place)
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

    @property
    def _of_wish(self) -> Self:
        """What it says of a tour as the person wished it, such as a part taken in an exchange:
        how long one may be at most, and not which starts and lengths the employer may set."""
        return replace(self, starts=(), lengths=(), weekdays=())

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
