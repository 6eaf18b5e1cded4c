"""Demand: how many people posts need at every minute of a week, which repeats.

The only notion of need there is: staffing adds up its hours, a design asks for the most in the
hours of a tour, and coverage lays it over dates.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from watchbill.kernel.clock import DAY_MINUTES, WEEK_MINUTES, Day, Minutes, Wall, at, weekday
from watchbill.records.demand_lines import EVERY_DAY, DemandLine
from watchbill.records.people import Person, Scope

LONGEST_NEED = 7
"""Days before a date on which a need may have begun that lasts into it."""


class Piece(NamedTuple):
    """``people`` are needed from ``start`` until ``end``, in minutes after Monday's midnight."""

    start: int
    end: int
    people: int


@dataclass(frozen=True, slots=True)
class Demand:
    """The people needed at every minute of a week, which repeats: pieces without a gap."""

    pieces: tuple[Piece, ...]

    @property
    def minutes(self) -> Minutes:
        """Person-minutes needed in a week."""
        return _minutes(self.pieces)

    def on(self, of_week: int) -> Minutes:
        """Person-minutes needed between the two midnights of a weekday; Monday is 0."""
        return _minutes(self.between(of_week * DAY_MINUTES, (of_week + 1) * DAY_MINUTES))

    def between(self, start: int, end: int) -> list[Piece]:
        """The pieces from ``start`` until ``end``, which may lie in the week after, cut to them."""
        moved = (
            Piece(max(piece.start + later, start), min(piece.end + later, end), piece.people)
            for later in (0, WEEK_MINUTES)
            for piece in self.pieces
        )
        return [piece for piece in moved if piece.start < piece.end]

    def most(self, start: int, end: int) -> int:
        """The most people needed at any minute from ``start`` until ``end``, as in
        :meth:`between`.
        """
        return max((piece.people for piece in self.between(start, end)), default=0)

    def by_hour(self) -> tuple[tuple[int, ...], ...]:
        """For each weekday and hour of the day, the most people needed at any of its minutes."""
        return tuple(
            tuple(self.most(begin, begin + 60) for begin in range(first, first + DAY_MINUTES, 60))
            for first in range(0, WEEK_MINUTES, DAY_MINUTES)
        )

    def over(self, first: Day, last: Day) -> Iterator[tuple[Wall, Wall, int]]:
        """The need on the dates from ``first`` to ``last``: from when until when, how many."""
        for number in range(first, last + 1):
            day = Day(number)
            midnight = weekday(day) * DAY_MINUTES
            for piece in self.between(midnight, midnight + DAY_MINUTES):
                start, end = piece.start - midnight, piece.end - midnight
                yield at(day, start), at(day, end), piece.people

    def only(self, start: int, length: Minutes) -> Demand:
        """What is needed daily for ``length`` minutes (to a day) from ``start`` of the day."""
        window = demand_of([DemandLine(1, EVERY_DAY, start, length)])
        return _combined([self, window], _inside)

    def rises(self) -> frozenset[int]:
        """Minutes of the day at which, on some weekday, more people are needed than before."""
        before = (self.pieces[-1], *self.pieces)
        return frozenset(
            other.start % DAY_MINUTES
            for one, other in pairwise(before)
            if other.people > one.people
        )


def _inside(people: Sequence[int]) -> int:
    """The first figure where the second, of a window, is not nought."""
    need, inside = people
    return need if inside else 0


def demand_of(lines: Iterable[DemandLine]) -> Demand:
    """The need of one post: where lines overlap, the greatest holds.

    A line that lasts past Sunday's midnight goes on on Monday.
    """
    spans = []
    for line in lines:
        for day in line.weekdays:
            start = day * DAY_MINUTES + line.start
            spans += [
                (start + turn, start + turn + line.length, line.need) for turn in (-WEEK_MINUTES, 0)
            ]
    cuts = {cut for start, end, _ in spans for cut in (start, end) if 0 < cut < WEEK_MINUTES}
    return Demand(
        tuple(
            Piece(
                begin, until, max((n for s, e, n in spans if s <= begin and until <= e), default=0)
            )
            for begin, until in pairwise(sorted(cuts | {0, WEEK_MINUTES}))
        )
    )


def together(needs: Iterable[Demand]) -> Demand:
    """The need of several posts, which add."""
    return _combined(list(needs), sum)


def _combined(needs: Sequence[Demand], merge: Callable[[Sequence[int]], int]) -> Demand:
    """The need whose people at every minute are those of the ``needs``, merged."""
    starts = [[piece.start for piece in need.pieces] for need in needs]
    cuts = sorted({0, WEEK_MINUTES}.union(*starts))
    return Demand(
        tuple(
            Piece(
                begin,
                until,
                merge(
                    [
                        need.pieces[bisect_right(own, begin) - 1].people
                        for need, own in zip(needs, starts, strict=True)
                    ]
                ),
            )
            for begin, until in pairwise(cuts)
        )
    )


def _minutes(pieces: Iterable[Piece]) -> Minutes:
    return Minutes(sum((end - start) * people for start, end, people in pieces))


@dataclass(frozen=True)
class Post:
    """A seat that must be filled: whose seat it is, and its demand; ``station`` is where.

    Where lines overlap, the greatest need holds.
    """

    id: str
    name: str
    lines: tuple[DemandLine, ...]
    open_to: Scope
    qualification: str | None = None
    assumed: str | None = None
    station: str | None = None
    by_date: tuple[tuple[Day, Day | None, tuple[DemandLine, ...]], ...] = ()
    """Needs of given dates: first, last (``None``: until another), lines; the last that covers a
    date holds, and ``lines`` where none does."""

    def lines_on(self, day: Day) -> tuple[DemandLine, ...]:
        """What the post needs on that date."""
        for first, last, lines in reversed(self.by_date):
            if first <= day and (last is None or day <= last):
                return lines
        return self.lines

    def over(self, first: Day, last: Day) -> Iterator[tuple[Wall, Wall, int]]:
        """The need on these dates, both included: from when until when, how many. A line
        belongs to the date on which it begins, and may last into the next ones."""
        if not self.by_date:
            yield from self.demand.over(first, last)
            return
        for number in range(first - LONGEST_NEED, last + 1):
            day = Day(number)
            for line in self.lines_on(day):
                if weekday(day) in line.weekdays:
                    yield at(day, line.start), at(day, line.start + line.length), line.need

    @cached_property
    def demand(self) -> Demand:
        """What its lines ask for together."""
        return demand_of(self.lines)

    def takes(self, person: Person) -> bool:
        """Whether the person may fill it: covered, qualified, and at its station."""
        qualified = self.qualification is None or self.qualification in person.qualifications
        here = self.station is None or person.station in (None, self.station)
        return qualified and here and self.open_to.covers(person)
