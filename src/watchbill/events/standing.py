"""One person's schedule as it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from watchbill.events.duty import Absent, Changed, Known
from watchbill.events.held import Held
from watchbill.kernel.clock import DAY_MINUTES, Day, Wall, Zone, day_of
from watchbill.records.members import StaffMember
from watchbill.records.people import Person
from watchbill.records.tours import Tour, TourType

OFF = "-"
LONGEST = 3
"""Days that no tour lasts longer than."""


@dataclass(frozen=True, slots=True)
class Laid:
    """Tours that a posting laid out: a letter, or ``-``, a date from ``first`` on."""

    first: Day
    codes: tuple[str, ...]
    types: Mapping[str, TourType]
    zone: Zone
    carried: int = 0
    """So many of the dates lie before the posting, and are carried for what reaches into it."""

    @property
    def posted_from(self) -> Day:
        """The first date that was posted."""
        return Day(self.first + self.carried)

    @property
    def last(self) -> Day:
        """The last date."""
        return Day(self.first + len(self.codes) - 1)

    def tour(self, day: Day) -> Tour | None:
        """The tour that starts on that date."""
        place = day - self.first
        if not 0 <= place < len(self.codes) or self.codes[place] == OFF:
            return None
        return _on(self.types[self.codes[place]], day, self.zone)

    def tours(self, first: Day, last: Day) -> Iterator[Tour]:
        """Tours that start on these dates, both included, in the order of time."""
        for day in range(max(first, self.first), min(last, self.last) + 1):
            tour = self.tour(Day(day))
            if tour is not None:
                yield tour


@lru_cache(maxsize=100_000)
def _on(kind: TourType, day: Day, zone: Zone) -> Tour:
    """Many people work the same tour: it is placed once."""
    return kind.on(day, zone)


@dataclass(slots=True, eq=False)
class Standing:
    """One person's schedule as it stands: what postings laid out, and what came of it.

    ``gone`` are starts of laid-out tours that the person no longer holds; ``own`` are tours
    held otherwise than they were laid out, by their start. A standing is changed by the draft
    of a schedule alone; whoever reads one keeps it as it is.
    """

    member: StaffMember
    laid: tuple[Laid, ...] = ()
    gone: frozenset[Wall] = frozenset()
    own: dict[Wall, Held] = field(default_factory=dict)
    calls: tuple[Held, ...] = ()
    absences: tuple[Absent, ...] = ()
    changes: tuple[Changed, ...] = ()
    events: tuple[Known, ...] = ()
    before: tuple[Tour, ...] = ()
    """Tours before the schedule, where it was not laid out from letters."""
    cycle: tuple[int, Day] | None = None
    """Days of the rotation's cycle, and a date on which one begins, where no platoon says so."""

    def copy(self) -> Standing:
        """Another that can be changed."""
        return replace(self, own=dict(self.own))

    @property
    def person(self) -> Person:
        """Whose it is, as last known."""
        return self.member.person

    def at(self, start: Wall) -> Held | None:
        """The tour held that starts then."""
        held = self.own.get(start)
        if held is not None or start in self.gone:
            return held
        for laid in self.laid:
            tour = laid.tour(day_of(start))
            if tour is not None and tour.wall_start == start and laid.posted_from <= tour.day:
                return Held(tour)
        return None

    def during(self, time: Wall) -> Held | None:
        """The tour held that goes on then, or starts then."""
        near = self.between(Day(day_of(time) - LONGEST), day_of(time))
        return next((one for one in near if one.tour.wall_start <= time < one.tour.wall_end), None)

    def between(self, first: Day, last: Day) -> list[Held]:
        """Tours held that start on these dates, both included, in the order of time."""
        held = [one for start, one in self.own.items() if first <= day_of(start) <= last]
        for laid in self.laid:
            held += [
                Held(tour)
                for tour in laid.tours(max(first, laid.posted_from), last)
                if tour.wall_start not in self.gone and tour.wall_start not in self.own
            ]
        return sorted(held, key=lambda one: one.tour.start)

    @property
    def held(self) -> dict[Wall, Held]:
        """All tours held, by their start, in the order of time."""
        days = [day for laid in self.laid for day in (laid.posted_from, laid.last)]
        days += [day_of(start) for start in self.own]
        if not days:
            return {}
        return {one.tour.wall_start: one for one in self.between(min(days), max(days))}

    @property
    def carried(self) -> tuple[Tour, ...]:
        """Tours of the dates before the schedule, which rests and runs reach into."""
        tours = [
            tour
            for laid in self.laid
            if laid.carried
            for tour in laid.tours(laid.first, Day(laid.posted_from - 1))
        ]
        return (*self.before, *tours)

    def on(self, day: Day) -> list[Held]:
        """Tours held on that date."""
        return self.between(day, day)

    def near(self, tour: Tour) -> list[Held]:
        """Tours held that may lie over it: none is longer than three days."""
        return self.between(Day(tour.day - 3), Day(day_of(tour.wall_end) + 1))

    def gone_by(self, start: Wall) -> str | None:
        """What took the tour that started then, in words; ``None`` where nothing did."""
        for absent in self.absences:
            if absent.tour.wall_start == start:
                by = f" (entry {absent.number})" if absent.number else ""
                return f"leave, {absent.kind}{by}"
        for changed in reversed(self.changes):
            if changed.before is not None and changed.before.wall_start == start:
                becomes = f"into {changed.after}" if changed.after else "into a day off"
                return f"entry {changed.number} changed it {becomes}"
        return None

    def nearest_start(self, start: Wall) -> Wall | None:
        """The start, within three days, of the tour held nearest to that time."""
        span = (day_of(Wall(start - 3 * DAY_MINUTES)), day_of(Wall(start + 3 * DAY_MINUTES)))
        starts = [one.tour.wall_start for one in self.between(*span)]
        near = [one for one in starts if abs(one - start) < 3 * DAY_MINUTES]
        return min(near, key=lambda one: (abs(one - start), one)) if near else None
