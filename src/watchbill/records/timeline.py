"""One person's duty as sorted columns, which rules read in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from watchbill.kernel.clock import DAY_MINUTES, Day, Wall
from watchbill.records.tours import Tour, TourKind


@dataclass(frozen=True, slots=True)
class Timeline:
    """Columns of equal length, a tour a place, sorted by start.

    ``starts`` and ``ends`` are instants, ``wall_starts`` and ``wall_ends`` local wall minutes,
    ``days`` the dates the tours belong to. Hours of work are counted from ``work_starts`` to
    ``work_ends``: instants too, or the wall clock where the agreement counts a tour through a
    clock change as its nominal hours. Plain integers, since inner loops read them.
    """

    starts: Sequence[int]
    ends: Sequence[int]
    wall_starts: Sequence[int]
    wall_ends: Sequence[int]
    days: Sequence[int]
    kinds: Sequence[TourKind]
    work_starts: Sequence[int]
    work_ends: Sequence[int]

    @classmethod
    def of(cls, tours: Iterable[Tour], nominal: bool = False) -> Timeline:
        """The time line of these tours, in whatever order they come; ``nominal`` where hours of
        work are those of the wall clock."""
        rows = sorted(tours)
        starts, ends = [tour.start for tour in rows], [tour.end for tour in rows]
        wall_starts = [tour.wall_start for tour in rows]
        wall_ends = [tour.wall_end for tour in rows]
        return cls(
            starts,
            ends,
            wall_starts,
            wall_ends,
            [start // DAY_MINUTES for start in wall_starts],
            [tour.kind for tour in rows],
            wall_starts if nominal else starts,
            wall_ends if nominal else ends,
        )

    def __len__(self) -> int:
        return len(self.starts)


@dataclass(frozen=True, slots=True)
class Frame:
    """Within what a time line is judged.

    ``first`` and ``last`` are the dates judged, both included; averaging periods are laid end
    to end from ``anchor``. ``cycle_days`` and ``cycle_from`` (a date on which a cycle begins)
    are those of the person's rotation; ``None`` where no rotation is followed. ``leave`` are the
    dates of tours lost to leave; ``own_wish`` the local starts of tours that stand as they do
    because the person wished it, or no longer stand: what an exchange brought, took or left, and
    what was moved at the person's request, before and after. ``known_from`` and ``known_to`` are
    the first and the last date of which it is known what was worked, where those are others than
    the dates judged.
    """

    first: Day
    last: Day
    anchor: Day
    cycle_days: int | None = None
    cycle_from: Day | None = None
    leave: frozenset[Day] = frozenset()
    own_wish: frozenset[Wall] = frozenset()
    known_from: Day | None = None
    known_to: Day | None = None

    @property
    def days(self) -> int:
        """How many dates are judged."""
        return self.last - self.first + 1

    @property
    def known_first(self) -> Day:
        """The first date of which it is known what was worked."""
        return self.first if self.known_from is None else min(self.first, self.known_from)

    @property
    def known_last(self) -> Day:
        """The last such date."""
        return self.last if self.known_to is None else max(self.last, self.known_to)
