"""From a service to the need of its rotation: people, tours of a length, demand by weekday."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from itertools import combinations

from watchbill.agreement.model import Agreement
from watchbill.asking.asking import applying, rules_of
from watchbill.design.cycles.candidate import Heat
from watchbill.design.cycles.need import SOMEBODY, WEEK, CycleNeed, Seats
from watchbill.design.lengths.choice import cover_of_service, demand_of_service
from watchbill.design.lengths.cover import LengthCover, cover_with
from watchbill.kernel.clock import Day, Minutes, weekday
from watchbill.records.demand import Post, together
from watchbill.records.people import Person
from watchbill.service.model import Service

UNLIMITED = Decimal(24 * WEEK)
FULL_TIME, ROOM = Decimal(40), Decimal(2)
"""Hours of a week that each works at least, where nobody says; and by how much less than the
agreement's limit that has to be, since few rotations come to a limit exactly.
"""
Sorts = Counter[frozenset[Post]]
"""How many people there are who may fill just these posts."""


def demand_by_hour(service: Service) -> Heat:
    """How many people all posts need together, by weekday and hour; the most of any minute."""
    return demand_of_service(service).by_hour()


def brief(
    service: Service,
    length: Minutes,
    people: int | None = None,
    least_hours: Decimal | None = None,
    platoons: int | None = None,
) -> CycleNeed:
    """The need of a rotation of tours of that length for the service.

    ``people`` are those who have a place in a rotation, and ``platoons`` as many as suit, where
    nobody says. Raises :class:`BadInput`.
    """
    cover = cover_of_service(service, length)
    in_rotation = people_in_rotation(service)
    members = _sorts(service.agreement, in_rotation) or (SOMEBODY,)
    if least_hours is None:
        most = most_hours(service.agreement, members)
        least_hours = max(Decimal(0), min(FULL_TIME, most - ROOM))
    begins = Day(service.starts - weekday(service.starts))
    count = len(in_rotation) if people is None else people
    sorts = _sorts_by_posts(service, in_rotation)
    return CycleNeed(
        cover.tours,
        cover.people,
        count,
        least_hours,
        begins,
        members,
        tuple(_seats(service, cover, sorts)),
        tuple(sorts.values()),
        platoons,
    )


def people_in_rotation(service: Service) -> list[Person]:
    """Those who have a place in a rotation."""
    return [person for person in service.people if person.platoon is not None]


def _sorts_by_posts(service: Service, people: list[Person]) -> Sorts:
    """The people by the posts that they may fill; nobody where all may fill all."""
    sorts: Sorts = Counter(
        frozenset(post for post in service.posts if post.takes(person)) for person in people
    )
    return Counter() if set(sorts) == {frozenset(service.posts)} else sorts


def _seats(service: Service, cover: LengthCover, sorts: Sorts) -> Iterable[Seats]:
    """The needs of posts that not everybody may fill.

    All posts are filled where for every set of them enough are on duty who may fill any of the
    set (the marriage theorem). Of sets for which the same people come, the largest will do.
    """
    for posts in _sets_of_posts(service.posts, sorts):
        who = [place for place, sort in enumerate(sorts) if not sort.isdisjoint(posts)]
        if len(who) == len(sorts):
            continue
        demand = together(post.demand for post in posts)
        own = cover_with(demand, cover.tours)
        assert own is not None  # these tours cover the demand of all posts
        rows = dict(zip(own.tours, own.people, strict=True))
        yield Seats(
            tuple(post.name for post in posts),
            tuple(rows.get(tour, (0,) * WEEK) for tour in cover.tours),
            demand.by_hour(),
            tuple(who),
        )


def _sets_of_posts(posts: tuple[Post, ...], sorts: Sorts) -> list[tuple[Post, ...]]:
    """For each set of sorts of people, all posts that nobody else may fill; each once."""
    kinds = list(sorts)
    found: dict[tuple[Post, ...], None] = {}
    for count in range(1, len(kinds) + 1):
        for who in combinations(kinds, count):
            own = tuple(
                post for post in posts if all(post not in sort for sort in kinds if sort not in who)
            )
            if own:
                found[own] = None
    return list(found)


def _sorts(agreement: Agreement, people: Iterable[Person]) -> tuple[Person, ...]:
    """One of each sort of people to whom the same rules apply."""
    rules = rules_of(agreement)
    sorts: dict[tuple[bool, ...], Person] = {}
    for person in people:
        sorts.setdefault(tuple(one.covers(person) for one in rules), person)
    return tuple(sorts.values())


def most_hours(agreement: Agreement, members: Iterable[Person]) -> Decimal:
    """The least of the agreement's limits on hours a week in the long run; 168 where none is."""
    limits = [
        week
        for one in applying(rules_of(agreement), members)
        if one.binds and (week := one.rule.hours_a_week()) is not None
    ]
    return min(limits, default=UNLIMITED)
