"""Which tours of a length a demand is covered with.

The service's and its agreement's own tours of that length come first, at their own starting times:
where they can cover the demand, nothing else is looked at. Where they cannot, the field's usual
tours stand beside them; and tours that begin where the need rises, if that takes fewer people.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from watchbill.design.lengths.cover import LengthCover, cover_with
from watchbill.design.lengths.usual import refuse_length, round_the_clock, tour_at_start
from watchbill.kernel.clock import DAY_MINUTES, Minutes
from watchbill.records.demand import Demand, together
from watchbill.records.tours import TourType
from watchbill.service.model import Service


def demand_of_service(service: Service) -> Demand:
    """What all posts need together."""
    return together(post.demand for post in service.posts)


def cover_of_service(service: Service, length: Minutes) -> LengthCover:
    """The tours of that length that the service's posts are covered with, and the people on them.

    Raises :class:`BadInput` for a length that no tour has.
    """
    return cover_of(demand_of_service(service), length, tuple(service.tours.values()))


@lru_cache(maxsize=256)
def cover_of(demand: Demand, length: Minutes, own: tuple[TourType, ...]) -> LengthCover:
    """The tours of that length that a demand is covered with, where ``own`` are customary.

    Raises :class:`BadInput` for a length that no tour has.
    """
    refuse_length(length)
    customary = _of_length(length, own)
    cover = cover_with(demand, customary)
    if cover is not None:
        return cover
    first = min((tour.start for tour in customary), default=None)
    tours = _joined(customary, round_the_clock(length, first))
    cover = cover_with(demand, tours)
    assert cover is not None  # these leave no minute of the day
    peaks = cover_with(demand, _joined(tours, _begun_where_it_rises(demand, length, tours)))
    return peaks if peaks is not None and peaks.turns < cover.turns else cover


def _of_length(length: Minutes, own: Iterable[TourType]) -> tuple[TourType, ...]:
    """Those of that length, one for each start."""
    by_start: dict[int, TourType] = {}
    for tour in own:
        if tour.length == length:
            by_start.setdefault(tour.start, tour)
    return tuple(sorted(by_start.values(), key=lambda tour: tour.start))


def _joined(own: tuple[TourType, ...], more: Iterable[TourType]) -> tuple[TourType, ...]:
    """Both, without a start or a letter twice."""
    tours = list(own)
    for tour in more:
        taken = {one.code for one in tours}
        if tour.start in {one.start for one in tours}:
            continue
        new = tour_at_start(tour.start, tour.length, taken) if tour.code in taken else tour
        tours.append(new)
    return tuple(tours)


def _begun_where_it_rises(
    demand: Demand, length: Minutes, tours: Iterable[TourType]
) -> Iterator[TourType]:
    taken = {tour.code for tour in tours}
    for start in sorted(demand.rises()):
        made = tour_at_start(start % DAY_MINUTES, length, taken)
        taken.add(made.code)
        yield made
