"""The fewest tours of one length that meet a demand day by day.

A day is covered by tours of its own: what reaches past its end helps nobody, since tours that
start an hour later every day are no schedule. A day need not begin at midnight; it is counted from
the minute from which the fewest tours result, the service's own starts first.

So 24 hours of one post take 3 tours of 8 h, 2 of 12 h, and 3 of 10 h, of which 6 h are surplus.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from watchbill.kernel.clock import DAY_MINUTES, WEEK_MINUTES, Minutes
from watchbill.records.demand import Demand, Piece

MORNING = 7 * 60


class Start(NamedTuple):
    """``tours`` start at ``minute`` of the day, after the midnight before or, from 1440, after
    the next.
    """

    minute: int
    tours: int


@dataclass(frozen=True, slots=True)
class Cover:
    """Tours of one length that meet a need: for each weekday, Monday first, when they start."""

    length: Minutes
    starts: tuple[tuple[Start, ...], ...]

    @property
    def tours(self) -> int:
        """Tours of a week."""
        return sum(self.tours_by_weekday)

    @property
    def tours_by_weekday(self) -> tuple[int, ...]:
        """Tours of each weekday, Monday first: the seats of the day."""
        return tuple(sum(start.tours for start in day) for day in self.starts)

    @property
    def minutes(self) -> Minutes:
        """Minutes of all tours of a week."""
        return Minutes(self.tours * self.length)


def fewest_tours(need: Demand, length: Minutes, prefer: Iterable[int] = ()) -> Cover:
    """The fewest tours of ``length`` (minutes, at most a day) that meet the need day by day.

    Days are counted from a whole hour or from a minute at which the need changes; of those that
    give equally few tours, from the first in ``prefer`` (minutes of the day), or from 07:00.
    """
    hours = range(0, DAY_MINUTES, 60)
    begins = dict.fromkeys((*prefer, MORNING, *sorted(need.changes()), *hours))
    covers = (cover_from(need, length, begin) for begin in begins)
    return min(covers, key=lambda cover: cover.tours)


def cover_from(need: Demand, length: Minutes, begin: int) -> Cover:
    """The fewest tours, where days are counted from minute ``begin`` of the day."""
    days = range(begin, begin + WEEK_MINUTES, DAY_MINUTES)
    return Cover(
        length,
        tuple(
            tuple(_day(need.between(first, first + DAY_MINUTES), length, first - begin))
            for first in days
        ),
    )


def _day(pieces: Iterable[Piece], length: Minutes, midnight: int) -> list[Start]:
    """Tours for one day: each starts at the last moment, when somebody would be missing."""
    starts: list[Start] = []
    on_duty: list[tuple[int, int]] = []
    for start, end, people in pieces:
        now = start
        while now < end:
            on_duty = [(until, tours) for until, tours in on_duty if until > now]
            missing = people - sum(tours for _, tours in on_duty)
            if missing > 0:
                starts.append(Start(now - midnight, missing))
                on_duty.append((now + length, missing))
            now = min([end, *(until for until, _ in on_duty)])
    return starts
