"""Days, runs, blocks and windows of a time line, as checks and constraints both see them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from watchbill.kernel.clock import DAY_MINUTES, Day, Wall
from watchbill.records.timeline import Frame, Timeline


def by_day(line: Timeline, kind: str = "any") -> dict[int, list[int]]:
    """Places of the tours of each date, or of those of one kind, in the order of dates."""
    days: dict[int, list[int]] = {}
    for place, day in enumerate(line.days):
        if kind == "any" or line.kinds[place] == kind:
            days.setdefault(day, []).append(place)
    return days


@dataclass(frozen=True, slots=True)
class Run:
    """Consecutive dates on each of which there is a tour: the first, the last, and the places."""

    first: int
    last: int
    places: Sequence[int]

    @property
    def length(self) -> int:
        """In days."""
        return self.last - self.first + 1


def runs_of_days(line: Timeline, kind: str = "any") -> Iterator[Run]:
    """Every run, as long as it is."""
    first = last = None
    places: list[int] = []
    for place, day in enumerate(line.days):
        if kind != "any" and line.kinds[place] != kind:
            continue
        if last is not None and day > last + 1:
            assert first is not None
            yield Run(first, last, places)
            first, places = None, []
        first = day if first is None else first
        last = day
        places.append(place)
    if last is not None and first is not None:
        yield Run(first, last, places)


def windows(days: dict[int, list[int]], length: int) -> Iterator[list[list[int]]]:
    """The groups of every stretch of ``length`` consecutive dates that all have one."""
    for first in days:
        groups = [days[day] for day in range(first, first + length) if day in days]
        if len(groups) == length:
            yield groups


def minutes_of(line: Timeline, places: Sequence[int]) -> dict[int, int]:
    """Minutes really worked in each tour."""
    return {place: line.ends[place] - line.starts[place] for place in places}


def within(line: Timeline, first: int, length: int) -> list[int]:
    """Places of the tours that belong to the ``length`` dates from ``first``."""
    return [place for place, day in enumerate(line.days) if first <= day < first + length]


def overlapping(line: Timeline, start: int, end: int) -> list[int]:
    """Places of the tours that touch the local stretch from ``start`` to ``end``."""
    return [
        place
        for place in range(len(line))
        if line.wall_starts[place] < end and start < line.wall_ends[place]
    ]


def blocks(frame: Frame, days: int, begins: Day | None) -> range:
    """First dates of whole blocks, laid end to end from ``begins`` or the schedule's anchor."""
    return frame.blocks(days, frame.anchor if begins is None else begins)


def midnight(day: int) -> Wall:
    """The start of the date."""
    return Wall(day * DAY_MINUTES)


def runs_of_free(days: dict[int, list[int]], first: int, length: int) -> Iterator[int]:
    """Lengths of the runs of dates without a tour among the ``length`` dates from ``first``."""
    run = 0
    for day in range(first, first + length):
        if day not in days:
            run += 1
        elif run:
            yield run
            run = 0
    if run:
        yield run
