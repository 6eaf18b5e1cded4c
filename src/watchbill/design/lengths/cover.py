"""The fewest people on given tours of one length that cover a demand in full, week after week."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from watchbill.design.tours.problem import Family, TourNeed, Weights
from watchbill.design.tours.search import design_tours
from watchbill.kernel.clock import DAY_MINUTES, WEEK_MINUTES, Minutes
from watchbill.records.demand import Demand
from watchbill.records.tours import TourType
from watchbill.solve.settings import Settings

WEEK = 7
EFFORT = 2.0
"""CP-SAT's deterministic seconds for one cover; nearly all take some hundredths."""
FEWEST_TOURS = Weights(under=1, over=1, duties=0, tours=1)
"""Of one length, the least time to spare is the fewest people; among equals, the fewest tours."""


@dataclass(frozen=True, slots=True)
class LengthCover:
    """Tours of one length that cover a demand: how many people start each on each weekday.

    ``people[t][w]`` start tour ``t`` on weekday ``w``, Monday is 0.
    """

    length: Minutes
    tours: tuple[TourType, ...]
    people: tuple[tuple[int, ...], ...]

    @property
    def turns(self) -> int:
        """Tours that are worked in a week, by all people together."""
        return sum(map(sum, self.people))

    @property
    def turns_by_weekday(self) -> tuple[int, ...]:
        """Tours that begin on each weekday, Monday first: the seats of the day."""
        return tuple(sum(row[day] for row in self.people) for day in range(WEEK))

    @property
    def minutes(self) -> Minutes:
        """Minutes of all tours of a week."""
        return Minutes(self.turns * self.length)


@lru_cache(maxsize=256)
def cover_with(demand: Demand, tours: tuple[TourType, ...]) -> LengthCover | None:
    """The fewest people on ``tours``, all of one length; ``None`` where they leave out a minute
    in which somebody is needed.
    """
    if not tours or not _reach(demand, tours):
        return None
    length = tours[0].length
    need = _need_of(demand, tours)
    staffed = design_tours(need, Settings(effort=EFFORT)).staffed
    if not staffed and any(need.demand):
        people = {tour: _most(demand, tour) for tour in tours}
    else:
        by_start = {one.tour.start * need.slot: one.people for one in staffed}
        people = {tour: by_start.get(tour.start, (0,) * WEEK) for tour in tours}
    used = tuple(tour for tour in tours if any(people[tour])) or tours[:1]
    return LengthCover(length, used, tuple(people[tour] for tour in used))


def _need_of(demand: Demand, tours: Sequence[TourType]) -> TourNeed:
    """The demand by slots, which are as long as the tours and the demand's changes allow."""
    times = [time for tour in tours for time in (tour.start, tour.length)]
    slot = math.gcd(DAY_MINUTES, *times, *(piece.start for piece in demand.pieces))
    slots = [piece.people for piece in demand.pieces
             for _ in range(piece.start, piece.end, slot)]  # fmt: skip
    families = tuple(
        Family(tour.start // slot, tour.start // slot, tour.length // slot, tour.length // slot)
        for tour in tours
    )
    any_duties = Fraction(0), Fraction(WEEK_MINUTES)
    return TourNeed(
        slot, WEEK, tuple(slots), families, any_duties, WEEK_MINUTES, FEWEST_TOURS, bounded=True
    )


def _reach(demand: Demand, tours: Sequence[TourType]) -> bool:
    """Whether at every minute in which somebody is needed some tour can be under way."""
    covered = [False] * DAY_MINUTES
    for tour in tours:
        for minute in range(tour.start, tour.start + tour.length):
            covered[minute % DAY_MINUTES] = True
    return all(
        covered[minute % DAY_MINUTES]
        for piece in demand.pieces
        if piece.people
        for minute in range(piece.start, min(piece.end, piece.start + DAY_MINUTES))
    )


def _most(demand: Demand, tour: TourType) -> tuple[int, ...]:
    """On each weekday as many as are needed at any minute of the tour: enough by itself."""
    return tuple(
        demand.most(first + tour.start, first + tour.start + tour.length)
        for first in range(0, WEEK_MINUTES, DAY_MINUTES)
    )
