"""What one person did, as pay reads it: tours as they stand, time worked, and what happened.

All times of a :class:`Duty` but dates are minutes on one clock, the *pay clock*: instants where
the agreement pays the hours worked through a clock change, the wall clock where it pays the
nominal ones. Only :meth:`Duty.at` knows which, so no rule has to.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from operator import itemgetter
from typing import NamedTuple, TypeVar

from watchbill.events.base import Event
from watchbill.kernel.clock import Day, Wall, at, day_of
from watchbill.records.dated import Dated
from watchbill.records.people import Person
from watchbill.records.tours import Tour

Happened = TypeVar("Happened", bound=Event)


@dataclass(frozen=True, slots=True)
class Known:
    """An event with its number in the ledger."""

    number: int
    event: Event


class Stretch(NamedTuple):
    """Time worked without a break, on the pay clock and on the wall, and the tour it belongs to.

    ``scheduled`` is false beyond the posted schedule (an extra tour, a call, time held over);
    ``number`` is the entry that brought it about. A tuple, for there are many of them.
    """

    start: int
    end: int
    wall_start: Wall
    wall_end: Wall
    tour: Tour
    scheduled: bool = True
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Changed:
    """A change of the schedule: what stood on which date before, what after.

    ``day_off`` says that the date on which ``after`` lies was a day off before.
    """

    before: Tour | None
    after: Tour | None
    day_off: bool
    told: Wall
    by_employee: bool
    number: int

    @property
    def day(self) -> Day:
        """The first date that is touched: notice is counted to it."""
        return min(tour.day for tour in (self.before, self.after) if tour is not None)


@dataclass(frozen=True, slots=True)
class Absent:
    """A tour lost to leave."""

    tour: Tour
    kind: str
    number: int | None


@dataclass(frozen=True, slots=True)
class Posting:
    """A posting: when, and the dates that it covers, both included."""

    at: Wall
    first: Day
    last: Day


@dataclass(frozen=True, kw_only=True)
class Record:
    """What happened to one person's schedule, in the order in which it became known.

    ``tours`` stand on the schedule at the end.
    """

    person: Person
    tours: Sequence[Tour]
    changes: Sequence[Changed]
    events: Sequence[Known]
    postings: Sequence[Posting]

    def of(self, kind: type[Happened]) -> Iterator[tuple[int, Happened]]:
        """Events of that kind, each with its number."""
        for known in self.events:
            if isinstance(known.event, kind):
                yield known.number, known.event

    def was_posted(self, day: Day, told: Wall) -> bool:
        """Whether the date lay in a schedule already posted; where nobody says, it did."""
        return not self.postings or any(
            posting.first <= day <= posting.last and posting.at <= told for posting in self.postings
        )


class Premium(NamedTuple):
    """Time on the pay clock that other clauses pay at a multiple above the basic rate."""

    start: int
    end: int
    multiple: Decimal


@dataclass(frozen=True, kw_only=True)
class Duty(Record):
    """One person's duty over some dates, everything sorted by time.

    ``work`` is what was really worked. ``premiums`` is what other clauses already pay above the
    basic rate, no minute of it twice, in the order of time: known to the rules alone that ask.
    """

    work: Sequence[Stretch]
    absences: Sequence[Absent]
    first: Day
    last: Day
    anchor: Day
    at: Callable[[Wall], int]
    """The pay clock's minute at a local time."""

    wall: Callable[[int], Wall]
    """The local time at a minute of the pay clock."""

    premiums: Sequence[Premium] = ()
    people: Dated[Person] = field(default_factory=Dated)
    """The person by date, where they are another on some of the dates."""

    def person_on(self, day: Day) -> Person:
        """The person as of that date."""
        return self.people.on(day) or self.person

    @cached_property
    def turns(self) -> tuple[tuple[int, Person], ...]:
        """From which minute of the pay clock the person is another, and who they are then.

        A tour belongs to the date on which it starts: what is under way at that midnight is done
        first. Empty where they are the same throughout.
        """
        return tuple((self._turn(day), person) for day, person in self.people.steps[1:])

    def person_at(self, minute: int) -> Person:
        """The person at a minute of the pay clock, by the date of the tour it belongs to."""
        place = bisect_right(self.turns, minute, key=itemgetter(0)) if self.turns else 0
        return self.turns[place - 1][1] if place else self.person

    @property
    def persons(self) -> tuple[Person, ...]:
        """The person, as they are on some of the dates each."""
        return (self.person, *(person for _, person in self.turns))

    def _turn(self, day: Day) -> int:
        midnight = self.at(at(day, 0))
        ends = [one.end for one in self.work if one.tour.day < day and one.end > midnight]
        ends += (self.at(one.tour.wall_end) for one in self.absences if one.tour.day < day)
        return max(midnight, *ends) if ends else midnight

    def tour_at(self, start: Wall) -> Tour | None:
        """The tour that starts then, as the schedule stands; also one lost to leave."""
        for tour in self.tours:
            if tour.wall_start == start:
                return tour
        return next((one.tour for one in self.absences if one.tour.wall_start == start), None)


@dataclass(frozen=True, slots=True)
class Claim:
    """What a pricing rule asks for: a multiple of the basic rate on a stretch of the pay clock.

    ``minutes`` is set where the claim is for hours on top, tied to a moment and not to the
    stretch: they compete with nothing. ``numbers`` are the entries it rests on.
    """

    start: int
    end: int
    multiple: Decimal
    why: str
    numbers: tuple[int, ...] = ()
    minutes: int | None = None


def notice_days(told: Wall, day: Day) -> int:
    """Calendar days between the day on which a person was told and ``day``."""
    return day - day_of(told)
