"""What a rotation is designed for: people, tours, how many on each, and hours of a week."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from watchbill.kernel.clock import Day, parse_day, weekday
from watchbill.kernel.problems import BadInput, Problem
from watchbill.records.people import Person
from watchbill.records.tours import TourType

WEEK = 7
ANY_MONDAY = parse_day("2024-01-01")
MOST_PEOPLE = 40
"""A rotation with a line for each of more people is no longer one that anybody reads."""
SOMEBODY = Person("a member", "", "regular full-time")


class AskedSort(StrEnum):
    """The sorts of members that a demand is made of."""

    CLAUSE = "clause"
    TOUR = "tour"
    HOURS = "hours"


@dataclass(frozen=True, slots=True, order=True)
class AskedPart:
    """A clause (by number), the need of a tour (by letter), or the hours that each works."""

    sort: AskedSort
    name: str = ""


@dataclass(frozen=True, slots=True)
class Seats:
    """The need of posts that not everybody may fill, beside that of all posts.

    ``need`` is as in :class:`CycleNeed`, ``hourly`` by weekday and hour. ``who`` are the sorts of
    people, by their place in the need's, that may fill any of these posts.
    """

    posts: tuple[str, ...]
    need: tuple[tuple[int, ...], ...]
    hourly: tuple[tuple[int, ...], ...]
    who: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CycleNeed:
    """The need that a rotation is designed for.

    ``need[t][w]`` is the least number of people on tour ``t`` of those that start on weekday
    ``w`` (Monday is 0). ``people`` work it, all in the same cycle, begun on different days; each
    of them at least ``least_hours`` a week on average over the cycle. ``begins`` is the date of
    the first cycle's first day. ``members`` are some of the people, one of each sort to whom other
    clauses apply: all of these clauses hold for the one cycle that all of them work.

    ``seats`` are needs of posts that not everybody may fill, and ``sorts`` how many people there
    are of each sort; they are spread evenly over the platoons (:mod:`.spread`). ``platoons`` is how
    many platoons there are, where that is given.
    """

    tours: tuple[TourType, ...]
    need: tuple[tuple[int, ...], ...]
    people: int
    least_hours: Decimal = Decimal(0)
    begins: Day = ANY_MONDAY
    members: tuple[Person, ...] = (SOMEBODY,)
    seats: tuple[Seats, ...] = ()
    sorts: tuple[int, ...] = ()
    platoons: int | None = None

    def __post_init__(self) -> None:
        problems = []
        if not 1 <= self.people <= MOST_PEOPLE:
            problems.append(_bad("people", f"1 to {MOST_PEOPLE} people", self.people))
        if not self.tours or len({tour.code for tour in self.tours}) < len(self.tours):
            problems.append(_bad("tours", "tours, each with a letter of its own", len(self.tours)))
        if len(self.need) != len(self.tours) or any(len(row) != WEEK for row in self.need):
            problems.append(_bad("need", "a figure a tour and weekday", len(self.need)))
        if any(count < 0 for row in self.need for count in row):
            problems.append(_bad("need", "nobody or more on a tour", "less than nobody"))
        if self.platoons is not None and not 1 < self.platoons <= self.people:
            allowed = f"2 to {self.people} platoons of these people"
            problems.append(_bad("platoons", allowed, self.platoons))
        if weekday(self.begins) != 0:
            problems.append(_bad("begins", "a rotation begins on a Monday here", self.begins))
        if problems:
            raise BadInput(problems)

    def demands(self) -> tuple[AskedPart, ...]:
        """What it asks, without the clauses."""
        tours = [AskedPart(AskedSort.TOUR, tour.code) for tour, row in zip(self.tours, self.need,
                 strict=True) if any(row)]  # fmt: skip
        hours = [AskedPart(AskedSort.HOURS)] if self.least_hours else []
        return (*tours, *hours)

    def on(self, tour: int, weekdays: frozenset[int]) -> int:
        """The greatest need of a tour on any of these weekdays."""
        return max(self.need[tour][one] for one in weekdays)

    @property
    def hours_needed(self) -> Decimal:
        """Hours of duty that the need comes to in a week."""
        minutes = sum(
            tour.length * sum(row) for tour, row in zip(self.tours, self.need, strict=True)
        )
        return Decimal(minutes) / 60

    def hourly(self) -> tuple[tuple[int, ...], ...]:
        """For each weekday and hour of the day, how many the tours needed put on duty."""
        table = [[0] * 24 for _ in range(WEEK)]
        for tour, row in zip(self.tours, self.need, strict=True):
            for day, count in enumerate(row):
                for hour in whole_hours(tour):
                    table[(day + hour // 24) % WEEK][hour % 24] += count
        return tuple(map(tuple, table))


def whole_hours(tour: TourType) -> range:
    """The hours, from midnight of its day, that a tour covers from their first minute on."""
    return range(math.ceil(tour.start / 60), -(-(tour.start + tour.length) // 60))


def _bad(field: str, message: str, found: object) -> Problem:
    return Problem("need", None, field, message, str(found))
