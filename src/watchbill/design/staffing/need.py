"""Demand laid out over a week that repeats, in people by the minute."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from watchbill.kernel.clock import DAY_MINUTES, WEEK_MINUTES, Minutes
from watchbill.records.demand import EVERY_DAY, DemandLine


class Piece(NamedTuple):
    """``people`` are needed from ``start`` until ``end``, in minutes after Monday's midnight."""

    start: int
    end: int
    people: int


@dataclass(frozen=True, slots=True)
class WeekNeed:
    """The people needed at every minute of a week, which repeats: pieces without a gap."""

    pieces: tuple[Piece, ...]

    @property
    def minutes(self) -> Minutes:
        """Person-minutes needed in a week."""
        return _minutes(self.pieces)

    def on(self, weekday: int) -> Minutes:
        """Person-minutes needed between the two midnights of a weekday; Monday is 0."""
        return _minutes(self.between(weekday * DAY_MINUTES, (weekday + 1) * DAY_MINUTES))

    def between(self, start: int, end: int) -> list[Piece]:
        """The pieces from ``start`` until ``end``, which may lie in the week after, cut to them."""
        moved = (
            Piece(max(piece.start + later, start), min(piece.end + later, end), piece.people)
            for later in (0, WEEK_MINUTES)
            for piece in self.pieces
        )
        return [piece for piece in moved if piece.start < piece.end]

    def only(self, start: int, length: Minutes) -> WeekNeed:
        """What is needed daily for ``length`` minutes (to a day) from ``start`` of the day."""
        window = week_need([DemandLine(1, EVERY_DAY, start, length)])
        return _combined([self, window], _inside)

    def changes(self) -> frozenset[int]:
        """Minutes of the day at which, on some weekday, the need changes."""
        round_ = (*self.pieces, self.pieces[0])
        return frozenset(
            one.end % DAY_MINUTES for one, other in pairwise(round_) if one.people != other.people
        )


def _inside(people: Sequence[int]) -> int:
    """The first figure where the second, of a window, is not nought."""
    need, inside = people
    return need if inside else 0


def week_need(lines: Iterable[DemandLine]) -> WeekNeed:
    """The need of one post: where lines overlap, the greatest holds.

    A line that lasts past Sunday's midnight goes on on Monday.
    """
    spans = []
    for line in lines:
        for weekday in line.weekdays:
            start = weekday * DAY_MINUTES + line.start
            spans += [
                (start + turn, start + turn + line.length, line.need) for turn in (-WEEK_MINUTES, 0)
            ]
    cuts = {cut for start, end, _ in spans for cut in (start, end) if 0 < cut < WEEK_MINUTES}
    return WeekNeed(
        tuple(
            Piece(
                begin, until, max((n for s, e, n in spans if s <= begin and until <= e), default=0)
            )
            for begin, until in pairwise(sorted(cuts | {0, WEEK_MINUTES}))
        )
    )


def together(needs: Iterable[WeekNeed]) -> WeekNeed:
    """The need of several posts, which add."""
    return _combined(list(needs), sum)


def _combined(needs: Sequence[WeekNeed], merge: Callable[[Sequence[int]], int]) -> WeekNeed:
    """The need whose people at every minute are those of the ``needs``, merged."""
    starts = [[piece.start for piece in need.pieces] for need in needs]
    cuts = sorted({0, WEEK_MINUTES}.union(*starts))
    return WeekNeed(
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
