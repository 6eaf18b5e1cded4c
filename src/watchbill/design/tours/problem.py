"""What tours must cover, what they may be, and what a design of them is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

MINUTES_A_DAY = 24 * 60


class SlotTour(NamedTuple):
    """A kind of tour: ``start`` and ``length`` in slots; the start is counted from midnight."""

    start: int
    length: int


@dataclass(frozen=True, slots=True)
class Family:
    """Tours that are allowed: any start with any length, both in slots, ends included."""

    first_start: int
    last_start: int
    shortest: int
    longest: int


@dataclass(frozen=True, slots=True)
class Weights:
    """The goal's four weights; the design with the least weighted sum is the best.

    ``under`` and ``over`` are for each person-minute short and to spare, ``duties`` for each duty
    a week outside the limits, ``tours`` for each different tour.
    """

    under: int
    over: int
    duties: int
    tours: int


@dataclass(frozen=True, slots=True)
class TourNeed:
    """Demand by the slot, and which tours may cover it.

    ``slot`` is in minutes and divides the day; ``demand`` holds people by slot over ``days`` days,
    which repeat: a tour that runs past the last midnight goes on in the first day.

    ``duties`` are the fewest and the most duties a week of a person who works ``week_minutes`` a
    week on average. So many people are needed that all minutes are worked, and the duties are
    shared among them.

    ``bounded`` is another problem with the same data: demand is covered in full and the duties
    keep their limits, whatever that costs.
    """

    slot: int
    days: int
    demand: tuple[int, ...]
    families: tuple[Family, ...]
    duties: tuple[Fraction, Fraction]
    week_minutes: int
    weights: Weights
    bounded: bool = False

    @property
    def slots_a_day(self) -> int:
        """How many slots a day has."""
        return MINUTES_A_DAY // self.slot

    def tours(self) -> list[SlotTour]:
        """Every tour that some family allows, each once, by start and length."""
        return sorted(
            {
                SlotTour(start, length)
                for family in self.families
                for start in range(family.first_start, family.last_start + 1)
                for length in range(family.shortest, family.longest + 1)
            }
        )

    def slots_of(self, tour: SlotTour, day: int) -> list[int]:
        """The slots that the tour covers when it starts on ``day``; one twice if it is so long."""
        first = day * self.slots_a_day + tour.start
        return [(first + step) % len(self.demand) for step in range(tour.length)]


@dataclass(frozen=True, slots=True)
class Staffed:
    """A tour of a design, and how many people start it on each day."""

    tour: SlotTour
    people: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Parts:
    """The four parts of the goal, before their weights.

    ``under`` and ``over`` in person-minutes, ``duties`` in duties a week outside the limits,
    ``tours`` counted.
    """

    under: int
    over: int
    duties: Fraction
    tours: int

    def goal(self, weights: Weights) -> Fraction:
        """The weighted sum."""
        return (
            weights.under * self.under
            + weights.over * self.over
            + weights.duties * self.duties
            + weights.tours * self.tours
        )


def parts_of(need: TourNeed, design: Sequence[Staffed]) -> Parts:
    """The goal's parts of a design."""
    cover = [0] * len(need.demand)
    for staffed in design:
        for day, people in enumerate(staffed.people):
            for slot in need.slots_of(staffed.tour, day) if people else ():
                cover[slot] += people
    under = sum(max(0, want - have) for want, have in zip(need.demand, cover, strict=True))
    over = sum(max(0, have - want) for want, have in zip(need.demand, cover, strict=True))
    least, most = need.duties
    a_week = duties_a_week(need, design)
    outside = Fraction(0) if a_week is None else max(least - a_week, a_week - most, Fraction(0))
    return Parts(under * need.slot, over * need.slot, outside, len(design))


def duties_a_week(need: TourNeed, design: Sequence[Staffed]) -> Fraction | None:
    """Duties a week of each person, if all the minutes are shared out; ``None`` without any."""
    duties = sum(sum(staffed.people) for staffed in design)
    minutes = need.slot * sum(staffed.tour.length * sum(staffed.people) for staffed in design)
    return Fraction(duties * need.week_minutes, minutes) if minutes else None
