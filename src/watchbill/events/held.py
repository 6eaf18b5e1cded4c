"""A tour that a person holds, and what an exchange moves of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from watchbill.kernel.clock import Instant, Wall
from watchbill.records.tours import Tour


@dataclass(frozen=True, slots=True)
class Held:
    """A tour that a person holds.

    ``scheduled``: by the posted schedule. ``number`` is the entry that brought it. ``spells``
    are the local times worked of it, where they are not its own.
    """

    tour: Tour
    scheduled: bool = True
    number: int | None = None
    spells: tuple[tuple[Wall, Wall], ...] | None = None
    spells_number: int | None = None
    over: tuple[Wall, Wall, int] | None = None
    """Time held over after the end, and the entry."""

    @property
    def worked(self) -> tuple[tuple[Wall, Wall], ...]:
        """The local times worked."""
        return self.spells or ((self.tour.wall_start, self.tour.wall_end),)


@dataclass(frozen=True, slots=True)
class Move:
    """A tour, or a part of it, that an exchange moved.

    ``before`` is what the giver held, ``moved`` what the taker holds, ``kept`` what the giver
    kept of it.
    """

    giver: str
    taker: str
    before: Held
    moved: Held
    kept: Held | None


def parted(
    held: Held, start: Wall, part: int | None, instant: Callable[[Wall], Instant]
) -> tuple[Held, Held | None]:
    """What changes hands of a tour, and what its giver keeps.

    A ``part`` goes from ``start`` on: from the tour's own start, or to its end.
    """
    tour = held.tour
    from_start = start == tour.wall_start
    if part is None or (from_start and part >= tour.nominal):
        return held, None
    middle = Wall(start + part) if from_start else start
    first = replace(held, tour=replace(tour, wall_end=middle, end=instant(middle)))
    second = replace(held, tour=replace(tour, wall_start=middle, start=instant(middle)))
    return (first, second) if from_start else (second, first)
