"""Days, runs, blocks and windows of a time line, as checks and constraints both see them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from watchbill.kernel.clock import DAY_MINUTES, Wall
from watchbill.periods.period import Block
from watchbill.records.timeline import Frame, Timeline
from watchbill.rules.plan import Group, Plan

Days = Mapping[int, Group]
"""Places of the tours of each date, in the order of dates."""


def by_day(line: Timeline, kind: str = "any") -> Days:
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


def runs_of_days(
    line: Timeline, kind: str, longer_than: int, until: int | None = None
) -> Iterator[Run]:
    """The runs, each as long as it goes, of more than so many days; where a date is given, those
    that end on it or later."""
    places: Sequence[int] = range(len(line))
    days: Sequence[int] = line.days
    if kind != "any":
        places = [place for place in places if line.kinds[place] == kind]
        days = [line.days[place] for place in places]
    begin = 0 if until is None else bisect_left(days, until)
    while 0 < begin < len(days) and days[begin] <= days[begin - 1] + 1:
        begin -= 1  # a run is seen whole, however long before it began
    for at in range(begin + 1, len(days) + 1):
        if at == len(days) or days[at] > days[at - 1] + 1:
            if days[at - 1] - days[begin] >= longer_than:
                yield Run(days[begin], days[at - 1], places[begin:at])
            begin = at


def windows(days: Days, length: int, earliest: int) -> Iterator[list[Group]]:
    """The groups of every stretch of ``length`` consecutive dates that all have one.

    Those that end before the date ``earliest`` are left out.
    """
    for first in days:
        groups = [days[day] for day in range(first, first + length) if day in days]
        if len(groups) == length and first + length > earliest:
            yield groups


def minutes_of(line: Timeline, places: Iterable[int]) -> dict[int, int]:
    """Minutes of work in each tour."""
    return {place: line.work_ends[place] - line.work_starts[place] for place in places}


def within(line: Timeline, first: int, length: int) -> range:
    """Places of the tours that belong to the ``length`` dates from ``first``."""
    return range(bisect_left(line.days, first), bisect_left(line.days, first + length))


def within_starts(line: Timeline, first: int, last: int) -> range:
    """Places of the tours that start at these instants or between them."""
    return range(bisect_left(line.starts, first), bisect_right(line.starts, last))


def judged(line: Timeline, frame: Frame) -> range:
    """Places of the tours that are judged; those before were carried into the frame."""
    return range(bisect_left(line.days, frame.first), len(line))


def touching(line: Timeline, stretches: Sequence[tuple[int, int]]) -> list[list[int]]:
    """For each of the local stretches, which come in order, the places of tours that touch it."""
    begins = [begin for begin, _ in stretches]
    ends = [end for _, end in stretches]
    touched: list[list[int]] = [[] for _ in stretches]
    for place in range(len(line)):
        first = bisect_right(ends, line.wall_starts[place])
        for index in range(first, bisect_left(begins, line.wall_ends[place])):
            touched[index].append(place)
    return touched


def close_pairs(line: Timeline, gap: int) -> Iterator[tuple[int, int]]:
    """Places of every two tours with less than ``gap`` minutes from the earlier's end."""
    longest = max((line.ends[i] - line.starts[i] for i in range(len(line))), default=0)
    for later, start in enumerate(line.starts):
        earliest = bisect_right(line.starts, start - gap - longest)
        for earlier in range(earliest, later):
            if start - line.ends[earlier] < gap:
                yield earlier, later


def at_most_minutes_in_frame(plan: Plan, minutes: Mapping[int, int], limit: int) -> None:
    """At most ``limit`` minutes where one of the tours belongs to a date judged.

    What was worked before those dates alone is done, and no plan is impossible for it.
    """
    places = judged(plan.possible, plan.frame)
    own = [place for place in minutes if place in places]
    if len(own) == len(minutes):
        plan.at_most_minutes(minutes, limit)
    elif own:
        plan.at_most_minutes_if_all([own], minutes, limit)


def in_block(line: Timeline, block: Block) -> range:
    """Places of the tours that start in the block."""
    return range(
        bisect_left(line.wall_starts, block.begin), bisect_left(line.wall_starts, block.end)
    )


def minutes_in(line: Timeline, block: Block, cut: bool) -> dict[int, int]:
    """Minutes of work of each tour in the block: of those that start in it, or what lies in it."""
    if not cut:
        return minutes_of(line, in_block(line, block))
    shared = {
        place: _shared(line, place, block)
        for place in range(len(line))
        if line.wall_starts[place] < block.end and line.wall_ends[place] > block.begin
    }
    return {place: minutes for place, minutes in shared.items() if minutes > 0}


def _shared(line: Timeline, place: int, block: Block) -> int:
    """Minutes of work of the tour within the block, its edges taken from the wall clock."""
    before = max(0, block.begin - line.wall_starts[place])
    after = max(0, line.wall_ends[place] - block.end)
    return line.work_ends[place] - line.work_starts[place] - before - after


def midnight(day: int) -> Wall:
    """The start of the date."""
    return Wall(day * DAY_MINUTES)


def runs_of_free(days: Days, first: int, length: int) -> Iterator[int]:
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
