"""From a service to the need of its rotation: people, tours of a length, demand by weekday."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from watchbill.agreement.model import Agreement
from watchbill.design.cycles.candidate import Heat
from watchbill.design.cycles.need import SOMEBODY, WEEK, CycleNeed, whole_hours
from watchbill.kernel.clock import Day, Minutes, length_text, weekday
from watchbill.kernel.problems import BadInput, Problem
from watchbill.records.demand import DemandLine
from watchbill.records.people import Person
from watchbill.records.tours import TourType
from watchbill.rotation.cycle import make_rotation
from watchbill.rotation.notation import Pattern
from watchbill.rules.average_hours import AverageHours
from watchbill.service.model import Service

SHORTEST, LONGEST = Minutes(8 * 60), Minutes(24 * 60)
FULL_TIME = Decimal(40)
"""Hours of a week that each works at least, where nobody says and the agreement allows it."""


def tours_of(service: Service, length: Minutes) -> tuple[TourType, ...]:
    """Tours of that length around the clock: the service's own, or the field's usual ones.

    Raises :class:`BadInput` for a length of which three do not make a day, or none does.
    """
    if not SHORTEST <= length <= LONGEST:
        message = "a tour that covers the day with one, two or three of its like"
        raise BadInput([Problem("--hours", None, "", message, length_text(length), "8 to 24 h")])
    count = -(-LONGEST // length)
    letters = {1: "D", 2: "DN", 3: "DEN"}[count]
    own = {tour.code: tour for tour in service.tours.values() if tour.length == length}
    if set(letters) <= set(own):
        return tuple(own[letter] for letter in letters)
    usual = make_rotation(Pattern((*letters, "-")), length).tours
    return tuple(usual[letter] for letter in letters)


def demand_of(service: Service) -> Heat:
    """How many people all posts need together, by weekday and hour; the most of any minute."""
    table = [[0] * 24 for _ in range(WEEK)]
    for post in service.posts:
        for day, row in enumerate(_post_demand(post.lines)):
            for hour, count in enumerate(row):
                table[day][hour] += count
    return tuple(map(tuple, table))


def _post_demand(lines: Iterable[DemandLine]) -> list[list[int]]:
    table = [[0] * 24 for _ in range(WEEK)]
    for line in lines:
        for day in line.weekdays:
            first, last = line.start // 60, -(-(line.start + line.length) // 60)
            for hour in range(first, last):
                row = table[(day + hour // 24) % WEEK]
                row[hour % 24] = max(row[hour % 24], line.need)
    return table


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
    tours, demand = tours_of(service, length), demand_of(service)
    need = tuple(
        tuple(
            max(demand[(day + hour // 24) % WEEK][hour % 24] for hour in whole_hours(tour))
            for day in range(WEEK)
        )
        for tour in tours
    )
    members = [person for person in service.people if person.platoon is not None]
    member = members[0] if members else SOMEBODY
    if least_hours is None:
        least_hours = min(FULL_TIME, most_hours(service.agreement, member))
    begins = Day(service.starts - weekday(service.starts))
    count = len(members) if people is None else people
    return CycleNeed(tours, need, count, least_hours, begins, member)


def most_hours(agreement: Agreement, member: Person) -> Decimal:
    """The least of the agreement's limits on average hours a week; 168 where it has none."""
    limits = [
        one.rule.at_most
        for one in agreement.rules()
        if isinstance(one.rule, AverageHours) and one.covers(member)
    ]
    return min(limits, default=Decimal(24 * WEEK))
