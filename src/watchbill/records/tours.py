"""Tours of duty: one turn at work, from a start to an end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from watchbill.kernel.clock import (
    DAY_MINUTES,
    Day,
    Instant,
    Minutes,
    Wall,
    Zone,
    at,
    day_of,
    length_text,
    time_text,
    wall_text,
)


class TourKind(StrEnum):
    """What sort of tour it is; the sort decides notice premiums and runs of nights."""

    DAY = "day"
    EVENING = "evening"
    NIGHT = "night"


@dataclass(frozen=True, slots=True)
class TourType:
    """A kind of tour that a service works: letter, local start (minute of the day), length.

    The length is by the wall clock: 19:00 for 12 h ends at 07:00, also when the clocks change.
    """

    code: str
    name: str
    start: int
    length: Minutes
    kind: TourKind

    @property
    def hours_text(self) -> str:
        """``07:00-19:00``."""
        return f"{time_text(self.start)}-{time_text(self.start + self.length)}"

    def on(self, day: Day, zone: Zone) -> Tour:
        """The tour of this type that starts on ``day``."""
        return tour_at(at(day, self.start), self.length, self.kind, self.code, zone)


@dataclass(frozen=True, slots=True, order=True)
class Tour:
    """One tour of one person. ``start`` and ``end`` are instants; the wall times are local.

    It belongs to the date on which it starts.
    """

    start: Instant
    end: Instant
    wall_start: Wall
    wall_end: Wall
    kind: TourKind
    code: str

    @property
    def day(self) -> Day:
        """The date it belongs to."""
        return day_of(self.wall_start)

    @property
    def minutes(self) -> Minutes:
        """Minutes really worked: a night through a clock change has 11 or 13 hours of them."""
        return Minutes(self.end - self.start)

    @property
    def nominal(self) -> Minutes:
        """Minutes by the wall clock."""
        return Minutes(self.wall_end - self.wall_start)

    def __str__(self) -> str:
        return f"{wall_text(self.wall_start)} +{length_text(self.nominal)} {self.kind}"


def tour_at(wall: Wall, length: Minutes, kind: TourKind, code: str, zone: Zone) -> Tour:
    """The tour that starts when the wall clock shows ``wall`` and ends ``length`` later on it."""
    wall_end = Wall(wall + length)
    return Tour(zone.instant(wall), zone.instant(wall_end), wall, wall_end, kind, code)


def kind_of(start: int, length: Minutes) -> TourKind:
    """The kind of a tour of which only start (minute of the day) and length are known.

    The middle of the tour decides: from 07:00 to 17:00 it is a day, from 17:00 to 23:00 an
    evening, otherwise a night. A tour of 20 h or more counts as a day, on which it starts.
    """
    if length >= 20 * 60:
        return TourKind.DAY
    middle = (start + length // 2) % DAY_MINUTES
    if 7 * 60 <= middle < 17 * 60:
        return TourKind.DAY
    return TourKind.EVENING if 17 * 60 <= middle < 23 * 60 else TourKind.NIGHT


def tour_like(start: int, length: Minutes, types: Iterable[TourType]) -> TourType | None:
    """The type of tour with that start and length, or at least with that start."""
    same_start = [kind for kind in types if kind.start == start]
    for kind in same_start:
        if kind.length == length:
            return kind
    return same_start[0] if same_start else None
