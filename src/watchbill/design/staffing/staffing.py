"""From a demand to the people it needs, every step a record.

The one reckoning of heads there is. The absence factor is contracted hours over available hours:
how many people stand behind one who would never be away. The relief factor is the field's: how many
people one post at all times takes. Reckoned in exact fractions over a year of 365 days, 365/7
weeks; rounding up is the last step.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from watchbill.design.lengths.choice import cover_of
from watchbill.design.lengths.cover import LengthCover, cover_with
from watchbill.design.staffing.absences import KINDS, LABELS, Absences
from watchbill.design.staffing.contracted import Contracted
from watchbill.kernel.clock import Minutes, decimal_text
from watchbill.kernel.exact import as_decimal
from watchbill.kernel.problems import BadInput, Problem
from watchbill.records.demand import Demand, together
from watchbill.records.tours import TourType
from watchbill.rotation.figures import YEAR_DAYS

WEEKS = Fraction(YEAR_DAYS, 7)
YEAR_HOURS = YEAR_DAYS * 24
ABSENCE_FACTOR, NOBODY_AWAY = "Absence factor", "People if nobody were away"


@dataclass(frozen=True, slots=True)
class Group:
    """Posts that the same people may fill, whose need adds; ``contracted`` is one person's year.

    ``own`` are the tours, of any length, that service and agreement have.
    """

    posts: tuple[str, ...]
    need: Demand
    contracted: Contracted
    own: tuple[TourType, ...] = ()


@dataclass(frozen=True, slots=True)
class StaffingStep:
    """One step of the reckoning: its name, how it is found in words, and what it comes to.

    ``clause`` is the clause it rests on; ``assumed`` says that it, or its clause, is an assumption.
    """

    name: str
    formula: str
    value: Fraction
    unit: str
    clause: str | None = None
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class GroupStaffing:
    """The people that one group of posts needs with tours of one length, and how it is found."""

    group: Group
    cover: LengthCover
    rostered: Fraction
    """Hours of a year that must be rostered."""
    seats: Fraction
    """People if nobody were away."""
    available: Fraction
    exact: Fraction
    steps: tuple[StaffingStep, ...]

    @property
    def people(self) -> int:
        """Whole people."""
        return math.ceil(self.exact)

    @property
    def tours_a_year(self) -> Fraction:
        """Tours that must be worked in a year."""
        return self.cover.turns * WEEKS


@dataclass(frozen=True, slots=True)
class Staffing:
    """The people that a demand needs with tours of one length."""

    length: Minutes
    groups: tuple[GroupStaffing, ...]

    @property
    def exact(self) -> Fraction:
        """People, unrounded."""
        return sum((group.exact for group in self.groups), Fraction(0))

    @property
    def seats(self) -> Fraction:
        """People if nobody were away, unrounded."""
        return sum((group.seats for group in self.groups), Fraction(0))

    @property
    def hours_a_week(self) -> Fraction:
        """Hours of a week that must be rostered."""
        return sum((group.rostered for group in self.groups), Fraction(0)) / WEEKS

    @property
    def people(self) -> int:
        """People, rounded up in each group, since one group does not relieve another."""
        return sum(group.people for group in self.groups)


def staffing(groups: Sequence[Group], length: Minutes, absences: Absences) -> Staffing:
    """The people that the groups' posts need with tours of ``length`` minutes.

    The tours are those that cover the need of all groups together. Raises :class:`BadInput` for a
    length that no tour has, and where absences leave nothing of the contracted hours.
    """
    own = tuple(dict.fromkeys(tour for group in groups for tour in group.own))
    chosen = cover_of(together(group.need for group in groups), length, own)
    return Staffing(length, tuple(_staffed(group, chosen, absences) for group in groups))


def _staffed(group: Group, chosen: LengthCover, absences: Absences) -> GroupStaffing:
    cover = cover_with(group.need, chosen.tours)
    assert cover is not None  # what covers the need of all covers that of some
    rostered, steps = _rostered(group.need, cover)
    available, more = _available(group.contracted, absences)
    hours = group.contracted.hours
    factor, seats = hours / available, rostered / hours
    exact = seats * factor
    steps += [
        *more,
        StaffingStep(ABSENCE_FACTOR, "contracted hours / available hours", factor, ""),
        StaffingStep(NOBODY_AWAY, "rostered hours / contracted hours", seats, "people"),
        StaffingStep("People", "people if nobody were away x absence factor", exact, "people"),
        StaffingStep("People, whole", "rounded up", Fraction(math.ceil(exact)), "people"),
    ]
    if rostered:
        posts = Fraction(group.need.minutes, 60) * WEEKS / YEAR_HOURS
        formula = f"people / posts needed on average ({_text(posts)})"
        steps.append(StaffingStep("Relief factor", formula, exact / posts, "people a post"))
    return GroupStaffing(group, cover, rostered, seats, available, exact, tuple(steps))


def _rostered(need: Demand, cover: LengthCover) -> tuple[Fraction, list[StaffingStep]]:
    """Hours of a year that must be rostered."""
    week = Fraction(need.minutes, 60)
    year, tours = week * WEEKS, cover.turns * WEEKS
    rostered = tours * cover.length / 60
    return rostered, [
        StaffingStep("Demand a week", "hours that the posts need, Monday to Sunday", week, "h"),
        StaffingStep("Demand a year", "demand a week x 365 / 7", year, "h"),
        StaffingStep("Tours a week", "the fewest that cover it", Fraction(cover.turns), "tours"),
        StaffingStep("Tours a year", "tours a week x 365 / 7", tours, "tours"),
        StaffingStep("Rostered hours a year", "tours a year x hours of a tour", rostered, "h"),
        StaffingStep("Of them surplus", "rostered hours - demand a year", rostered - year, "h"),
    ]


def _available(contract: Contracted, absences: Absences) -> tuple[Fraction, list[StaffingStep]]:
    """Hours of a year that one person is there to work."""
    week = contract.hours / WEEKS
    day = absences.hours_of_day(week)
    fifth = "a fifth of the contracted week" if absences.day_hours is None else "as given"
    steps = [
        StaffingStep(
            "Contracted hours a year",
            contract.says,
            contract.hours,
            "h",
            contract.clause,
            contract.assumed,
        ),
        StaffingStep("Contracted hours a week", "contracted hours a year x 7 / 365", week, "h"),
        StaffingStep("A day of absence", fifth, day, "h", None, absences.day_hours is None),
    ]
    available = contract.hours
    for kind in KINDS:
        days = absences.days(kind)
        lost = Fraction(days) * day
        available -= lost
        formula = f"{decimal_text(days)} days x a day of absence"
        steps.append(StaffingStep(LABELS[kind], formula, -lost, "h", None, absences.assumed(kind)))
    if available <= 0:
        message = "absences leave nothing of the contracted hours"
        found = f"{_text(contract.hours - available)} h away of {_text(contract.hours)} h"
        raise BadInput([Problem("absences", None, "", message, found)])
    steps.append(
        StaffingStep("Available hours a year", "contracted hours - absences", available, "h")
    )
    return available, steps


def _text(value: Fraction) -> str:
    return decimal_text(as_decimal(value))
