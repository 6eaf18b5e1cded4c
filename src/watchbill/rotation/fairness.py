"""Who of a rotation's platoons has more of what, over a year.

Over a whole cycle every platoon has the same hours and nights. A year is no number of whole
cycles, so in it the platoons differ by who starts where. Weekends even out over as many cycles as
make whole weeks; but where the cycle itself is whole weeks and the platoons do not start whole
weeks apart, each has its own weekends for ever.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from watchbill.kernel.clock import DAY_MINUTES, SATURDAY, SUNDAY, Minutes
from watchbill.records.tours import TourKind
from watchbill.rotation.cycle import Rotation
from watchbill.rotation.figures import YEAR_DAYS
from watchbill.rotation.notation import OFF

MEASURES = ("minutes", "tours", "nights", "weekends_off", "weekend_days")


@dataclass(frozen=True, slots=True)
class Share:
    """What one platoon has of a number of days.

    A tour counts wholly on the day on which it starts: its ``minutes``, as one of the ``tours``
    and of the ``nights``, and as one of the ``weekend_days`` (tours that start on a Saturday or
    Sunday). Of the weekends whose Saturday and Sunday both lie in the days, nothing is worked on
    ``weekends_off``, not even the end of Friday's tour after midnight.
    """

    platoon: int
    minutes: Minutes
    tours: int
    nights: int
    weekends_off: int
    weekend_days: int


@dataclass(frozen=True, slots=True)
class Fairness:
    """The shares of all platoons over ``days`` days.

    ``equal_after`` so many days all have the same of everything; ``None`` where they never do.
    """

    days: int
    equal_after: int | None
    shares: tuple[Share, ...]

    def spread(self, measure: str) -> tuple[int, int]:
        """The least and the most that a platoon has of one of :data:`MEASURES`."""
        values = [getattr(share, measure) for share in self.shares]
        return min(values), max(values)


def fairness(rotation: Rotation, days: int = YEAR_DAYS) -> Fairness:
    """The shares of the rotation's platoons in the first ``days`` days, day 0 being a Monday."""
    span = math.lcm(rotation.days, 7)
    whole = Fairness(span, span, _shares(rotation, span))
    equal = all(least == most for least, most in map(whole.spread, MEASURES))
    return Fairness(days, span if equal else None, _shares(rotation, days))


def _shares(rotation: Rotation, days: int) -> tuple[Share, ...]:
    return tuple(_share(rotation, platoon, days) for platoon in range(rotation.platoons))


def _share(rotation: Rotation, platoon: int, days: int) -> Share:
    minutes = tours = nights = weekend_days = 0
    touched = set()
    for day in range(-1, days):  # the tour of the day before may reach into the first
        code = rotation.code_on(day, platoon)
        if code == OFF:
            continue
        tour = rotation.tours[code]
        touched |= {day, day + (tour.start + tour.length - 1) // DAY_MINUTES}
        if day >= 0:
            minutes += tour.length
            tours += 1
            nights += tour.kind is TourKind.NIGHT
            weekend_days += day % 7 in (SATURDAY, SUNDAY)
    weekends_off = sum(
        saturday not in touched and saturday + 1 not in touched
        for saturday in range(SATURDAY, days - 1, 7)
    )
    return Share(platoon, Minutes(minutes), tours, nights, weekends_off, weekend_days)
