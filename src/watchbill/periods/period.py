"""A stretch of time that a rule counts over: laid end to end, or any such stretch.

Stretches laid end to end (*blocks*) are so many days, weeks, months or years, or cycles of the
rotation. They begin where the period says (a date, a weekday, a day of the year, each with an
hour), else: weeks on the day on which the agreement's week begins, days at the schedule's anchor,
months and years with the calendar, cycles with the rotation.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple, Self

from watchbill.kernel.clock import (
    DAY_MINUTES,
    WEEKDAYS,
    Day,
    Minutes,
    Wall,
    at,
    day_of,
    day_text,
    from_date,
    length_text,
    time_text,
    to_date,
    wall_text,
    weekday,
)
from watchbill.records.timeline import Frame

WEEK_DAYS = 7


class Unit(StrEnum):
    """What a period is so many of."""

    MINUTES = "minutes"
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"
    CYCLES = "cycles"


WHOLE = Fraction(1)


class Block(NamedTuple):
    """One of the stretches that are laid end to end, from and to (local); the end is outside.

    ``share`` is how much of a whole one it is, where it is cut off at the edge of the dates. A
    tuple, for there are many of them.
    """

    begin: Wall
    end: Wall
    share: Fraction = WHOLE

    @property
    def first(self) -> Day:
        """The date on which it begins."""
        return day_of(self.begin)

    @property
    def last(self) -> Day:
        """The last date that begins in it."""
        return day_of(Wall(self.end - 1))

    @property
    def days(self) -> Fraction:
        """How many days long it is by the wall clock."""
        return Fraction(self.end - self.begin, DAY_MINUTES)

    def __str__(self) -> str:
        whole = self.begin % DAY_MINUTES == 0
        begin = day_text(self.first) if whole else wall_text(self.begin)
        length = self.end - self.begin
        if length % DAY_MINUTES:
            return f"the {length_text(length)} from {begin}"
        return f"the {length // DAY_MINUTES} days from {begin}"


@dataclass(frozen=True, slots=True)
class LaidBy:
    """What blocks are laid by: the schedule's anchor, and the person's cycle where there is one."""

    anchor: Day
    cycle_days: int | None = None
    cycle_from: Day | None = None

    @classmethod
    def of(cls, frame: Frame) -> Self:
        """As the frame has them."""
        return cls(frame.anchor, frame.cycle_days, frame.cycle_from)


@dataclass(frozen=True, kw_only=True)
class Period:
    """So many units, end to end or any such stretch.

    ``minute`` is the time of day at which blocks begin; ``date``, ``weekday`` and ``year_day``
    (month and day) say on which day, at most one of them. ``cut``: a tour over the edge counts in
    both blocks, to each what lies within; else it counts whole where it starts.
    ``in_proportion``: of a block cut off by the dates that are known the part is judged, by its
    share; else it is said not to be judged.
    """

    count: int
    unit: Unit
    rolling: bool = False
    date: Day | None = None
    weekday: int | None = None
    year_day: tuple[int, int] | None = None
    minute: int = 0
    cut: bool = False
    in_proportion: bool = False

    def __str__(self) -> str:
        if self.unit is Unit.MINUTES:
            text = length_text(self.count)
        elif self.count == 1 and not self.rolling:
            text = f"a {_ONE[self.unit]}"
        else:
            text = f"{self.count} {self.unit}"
        text = f"any {text}" if self.rolling else text
        return text + self._beginning()

    def _beginning(self) -> str:
        hour = f" {time_text(self.minute)}" if self.minute else ""
        if self.weekday is not None and (hour or self.unit is not Unit.WEEKS):
            return f" from {WEEKDAYS[self.weekday].capitalize()}{hour}"
        if self.date is not None:
            return f" counted from {day_text(self.date)}{hour}"
        if self.year_day is not None:
            return f" from {self.year_day[0]:02}-{self.year_day[1]:02}"
        return ""

    @property
    def days(self) -> int | None:
        """How many days it is long, where that is always the same."""
        if self.unit is Unit.DAYS:
            return self.count
        return self.count * WEEK_DAYS if self.unit is Unit.WEEKS else None

    @property
    def end_to_end(self) -> bool:
        """Whether its blocks lie end to end over the calendar, whatever anybody's rotation."""
        return not self.rolling and self.unit is not Unit.CYCLES

    @property
    def minutes(self) -> Minutes | None:
        """How long it is by the wall clock, where that is always the same."""
        if self.unit is Unit.MINUTES:
            return Minutes(self.count)
        return None if self.days is None else Minutes(self.days * DAY_MINUTES)

    def in_weeks_from(self, week_start: int) -> Self:
        """The period with its weeks begun on the day on which the agreement's week begins."""
        open_weeks = self.unit is Unit.WEEKS and self.weekday is None and self.date is None
        return replace(self, weekday=week_start) if open_weeks and not self.rolling else self

    @property
    def sees(self) -> int:
        """How many days around a date it may reach, before it and after it alike."""
        longest = {Unit.MONTHS: 31, Unit.YEARS: 366, Unit.CYCLES: 0}.get(self.unit, 1)
        length = self.minutes
        return self.count * longest if length is None else -(-length // DAY_MINUTES)

    def block_at(self, wall: Wall, laid: LaidBy) -> Block | None:
        """The block that holds the local time; ``None`` where no rotation is known that it
        follows.
        """
        if self.unit in (Unit.MONTHS, Unit.YEARS):
            return self._calendar_block(wall)
        origin, length = self._origin(laid), self.length(laid)
        if origin is None or not length:
            return None
        begin = Wall(origin + (wall - origin) // length * length)
        return Block(begin, Wall(begin + length))

    def blocks(self, frame: Frame) -> Iterator[Block]:
        """The blocks that touch the dates judged, as far as the frame knows what was worked.

        A block that is not wholly known is left out, or counts by its share.
        """
        known = (frame.known_first, frame.known_last)
        return iter(_blocks(self, LaidBy.of(frame), (frame.first, frame.last), known))

    def why_not_judged(self, frame: Frame) -> str | None:
        """Why no block is judged within the frame; ``None`` where one is."""
        if self.rolling or next(self.blocks(frame), None) is not None:
            return None
        block = self.block_at(at(frame.first, 0), LaidBy.of(frame))
        if block is None:
            return "no rotation is known whose cycle it is averaged over"
        known = frame.known_last - frame.known_first + 1
        if known < block.days:
            return f"it needs {_whole(block.days)} days and the roster has {known}"
        return (
            f"no whole period of {_whole(block.days)} days, counted from"
            f" {day_text(block.first)}, lies in these dates"
        )

    def length(self, laid: LaidBy) -> int | None:
        """Minutes of a block, where every one has as many."""
        if self.unit is Unit.CYCLES:
            return None if laid.cycle_days is None else self.count * laid.cycle_days * DAY_MINUTES
        return self.minutes

    def _origin(self, laid: LaidBy) -> Wall | None:
        if self.date is not None:
            return at(self.date, self.minute)
        if self.unit is Unit.CYCLES:
            begins = laid.anchor if laid.cycle_from is None else laid.cycle_from
            return at(begins, self.minute)
        if self.weekday is not None:
            back = (weekday(laid.anchor) - self.weekday) % WEEK_DAYS
            return at(Day(laid.anchor - back), self.minute)
        return at(laid.anchor, self.minute)

    def _calendar_block(self, wall: Wall) -> Block:
        """Months and years: groups of months, from the month and day at which the year begins."""
        months = self.count * (12 if self.unit is Unit.YEARS else 1)
        month, day = self.year_day or (1, 1)
        here = to_date(day_of(Wall(wall - self.minute)))
        number = here.year * 12 + here.month - month - (here.day < day)
        begin = number // months * months + month - 1
        return Block(self._month(begin, day), self._month(begin + months, day))

    def _month(self, number: int, day: int) -> Wall:
        return at(from_date(date(number // 12, number % 12 + 1, day)), self.minute)


@lru_cache(maxsize=1024)
def _blocks(
    period: Period, laid: LaidBy, dates: tuple[Day, Day], known: tuple[Day, Day]
) -> tuple[Block, ...]:
    """Most people have the same dates, anchor and cycle: their blocks are laid once."""
    known_from, known_to = at(known[0], 0), at(Day(known[1] + 1), 0)
    end = at(Day(dates[1] + 1), 0)
    length = period.length(laid)
    block = period.block_at(at(dates[0], 0), laid)
    blocks = []
    while block is not None and block.begin < end:
        if known_from <= block.begin and block.end <= known_to:
            blocks.append(block)
        elif period.in_proportion:
            blocks.append(_part(block, known_from, known_to))
        if length is None:
            block = period.block_at(block.end, laid)
        else:
            block = Block(block.end, Wall(block.end + length))
    return tuple(blocks)


_ONE = {
    Unit.DAYS: "day",
    Unit.WEEKS: "week",
    Unit.MONTHS: "calendar month",
    Unit.YEARS: "year",
    Unit.CYCLES: "cycle of the rotation",
}


def _part(block: Block, begin: Wall, end: Wall) -> Block:
    part = Block(max(block.begin, begin), min(block.end, end))
    share = Fraction(part.end - part.begin, block.end - block.begin)
    return part._replace(share=share)


def _whole(days: Fraction) -> str:
    return str(days.numerator) if days.denominator == 1 else f"{float(days):.1f}"
