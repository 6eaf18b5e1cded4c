"""From a service to the need of its rotation: people, tours of a length, demand by weekday."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from watchbill.agreement.model import Agreement
from watchbill.design.cycles.candidate import Heat
from watchbill.design.cycles.need import (
    SOMEBODY,
    WEEK,
    CycleNeed,
    around_the_clock,
)
from watchbill.kernel.clock import DAY_MINUTES, Day, Minutes, length_text, weekday
from watchbill.kernel.problems import BadInput, Problem
from watchbill.records.demand import together
from watchbill.records.people import Person
from watchbill.records.tours import TourType
from watchbill.rotation.cycle import make_rotation
from watchbill.rotation.notation import Pattern
from watchbill.service.model import Service

UNLIMITED = Decimal(24 * WEEK)
SHORTEST, LONGEST = Minutes(8 * 60), Minutes(24 * 60)
FULL_TIME, ROOM = Decimal(40), Decimal(2)
"""Hours of a week that each works at least, where nobody says; and by how much less than the
agreement's limit that has to be, since few rotations come to a limit exactly.
"""


def tours_of(service: Service, length: Minutes) -> tuple[TourType, ...]:
    """Tours of that length around the clock: the service's own, or the field's usual ones.

    Raises :class:`BadInput` for a length of which three do not make a day, or none does.
    """
    if not SHORTEST <= length <= LONGEST:
        message = "a tour that covers the day with one, two or three of its like"
        raise BadInput([Problem("--hours", None, "", message, length_text(length), "8 to 24 h")])
    count = -(-LONGEST // length)
    letters = {1: "D", 2: "DN", 3: "DEN"}[count]
    named = make_rotation(Pattern((*letters, "-")), length).tours
    usual = tuple(named[letter] for letter in letters)
    own = [tour for tour in service.tours.values() if tour.length == length]
    own.sort(key=lambda tour: (tour.code not in letters, tour.start))
    for tours in (*combinations(own, count), usual):
        if around_the_clock(tours):
            return tours
    return _evenly(usual)


def _evenly(tours: tuple[TourType, ...]) -> tuple[TourType, ...]:
    """The tours begun so that the last one ends when the first begins, the others between."""
    first = tours[0]
    rest, gaps = DAY_MINUTES - first.length, len(tours) - 1
    starts = [first.start + place * rest // gaps for place in range(len(tours))]
    return tuple(replace(tour, start=start) for tour, start in zip(tours, starts, strict=True))


def demand_by_hour(service: Service) -> Heat:
    """How many people all posts need together, by weekday and hour; the most of any minute."""
    return together(post.demand for post in service.posts).by_hour()


def brief(
    service: Service,
    length: Minutes,
    people: int | None = None,
    least_hours: Decimal | None = None,
) -> CycleNeed:
    """The need of a rotation of tours of that length for the service.

    Each tour has as many people as the greatest demand in its hours. ``people`` are those who
    have a place in a rotation, where nobody says. Raises :class:`BadInput`.
    """
    tours = tours_of(service, length)
    demand = together(post.demand for post in service.posts)
    need = tuple(
        tuple(
            demand.most(
                day * DAY_MINUTES + tour.start, day * DAY_MINUTES + tour.start + tour.length
            )
            for day in range(WEEK)
        )
        for tour in tours
    )
    in_rotation = [person for person in service.people if person.platoon is not None]
    members = _sorts(service.agreement, in_rotation) or (SOMEBODY,)
    if least_hours is None:
        most = most_hours(service.agreement, members)
        least_hours = max(Decimal(0), min(FULL_TIME, most - ROOM))
    begins = Day(service.starts - weekday(service.starts))
    count = len(in_rotation) if people is None else people
    return CycleNeed(tours, need, count, least_hours, begins, members)


def _sorts(agreement: Agreement, people: Iterable[Person]) -> tuple[Person, ...]:
    """One of each sort of people to whom the same rules apply."""
    rules = tuple(agreement.rules())
    sorts: dict[tuple[bool, ...], Person] = {}
    for person in people:
        sorts.setdefault(tuple(one.covers(person) for one in rules), person)
    return tuple(sorts.values())


def pooled(service: Service) -> tuple[str, ...]:
    """Names of the posts that not everybody with a place in a rotation may fill."""
    in_rotation = [person for person in service.people if person.platoon is not None]
    return tuple(post.name for post in service.posts if not all(map(post.takes, in_rotation)))


def most_hours(agreement: Agreement, members: Iterable[Person]) -> Decimal:
    """The least of the agreement's limits on average hours a week; 168 where it has none."""
    limits = [
        week
        for one in agreement.rules()
        if (week := one.rule.average_a_week()) is not None and any(map(one.covers, members))
    ]
    return min(limits, default=UNLIMITED)
