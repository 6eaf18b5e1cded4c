"""Whether given people suffice, for all hours and for part of the day.

A service that has been staffed for 16 hours of the day and is asked for 24 with the same people
sees here, by length of tour, whether they can do it, and how much of the tours they fill.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from watchbill.design.staffing.absences import Absences
from watchbill.design.staffing.staffing import Group, Staffing, staffing
from watchbill.kernel.clock import Minutes, time_text
from watchbill.rotation.figures import YEAR_DAYS

FIRST_HOUR, SIXTEEN_HOURS = 7 * 60, Minutes(16 * 60)


@dataclass(frozen=True, slots=True)
class Enough:
    """``have`` people against a staffing of ``hours_of_day`` (``07:00-23:00``, ``all hours``)."""

    hours_of_day: str
    have: int
    needed: Staffing

    @property
    def suffices(self) -> bool:
        """Whether they are as many as are needed, rounded up in each group."""
        return self.have >= self.needed.people

    @property
    def missing(self) -> int:
        """How many are missing."""
        return max(0, self.needed.people - self.have)

    @property
    def tours_needed(self) -> Fraction:
        """Tours of a year that the demand needs."""
        return sum((group.tours_a_year for group in self.needed.groups), Fraction(0))

    @property
    def tours_filled(self) -> int:
        """Whole tours of a year that they can work, shared over the groups by their need."""
        if self.suffices:
            return math.floor(self.tours_needed)
        share = min(self.have / self.needed.exact, Fraction(1))
        return math.floor(self.tours_needed * share)

    @property
    def tours_a_day(self) -> Fraction:
        """Tours of a day, on average, that they fill."""
        return Fraction(self.tours_filled, YEAR_DAYS)


def enough(
    groups: Sequence[Group],
    length: Minutes,
    absences: Absences,
    have: int,
    part: tuple[int, Minutes] = (FIRST_HOUR, SIXTEEN_HOURS),
) -> tuple[Enough, Enough]:
    """``have`` people against the demand within ``part`` of the day (first minute and length)
    and against all of it, with tours of ``length`` minutes.

    Raises :class:`BadInput` as :func:`staffing` does.
    """
    start, minutes = part
    within = [replace(group, need=group.need.only(start, minutes)) for group in groups]
    return (
        Enough(f"{time_text(start)}-{time_text(start + minutes)}", have,
               staffing(within, length, absences)),
        Enough("all hours", have, staffing(groups, length, absences)),
    )  # fmt: skip
