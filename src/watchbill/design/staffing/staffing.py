"""From a demand to the people it needs, every step a record.

The relief factor is contracted hours over available hours: how many people stand behind one who
would never be away. Reckoned in exact fractions over a year of 365 days, 365/7 weeks; rounding up
is the last step.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from watchbill.design.staffing.absences import KINDS, LABELS, Absences
from watchbill.design.staffing.contracted import Contracted
from watchbill.design.staffing.cover import Cover, fewest_tours
from watchbill.kernel.clock import DAY_MINUTES, Minutes, decimal_text
from watchbill.kernel.exact import as_decimal
from watchbill.kernel.problems import BadInput, Problem
from watchbill.records.demand import Demand
from watchbill.rotation.figures import YEAR_DAYS

WEEKS = Fraction(YEAR_DAYS, 7)
YEAR_HOURS = YEAR_DAYS * 24


@dataclass(frozen=True, slots=True)
class Group:
    """Posts that the same people may fill, whose need adds; ``contracted`` is one person's year.

    ``prefer`` are minutes of the day at which tours start by custom.
    """

    posts: tuple[str, ...]
    need: Demand
    contracted: Contracted
    prefer: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
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
    cover: Cover
    available: Fraction
    exact: Fraction
    steps: tuple[Step, ...]

    @property
    def people(self) -> int:
        """Whole people."""
        return math.ceil(self.exact)

    @property
    def tours_a_year(self) -> Fraction:
        """Tours that must be worked in a year."""
        return self.cover.tours * WEEKS


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
    def people(self) -> int:
        """People, rounded up in each group, since one group does not relieve another."""
        return sum(group.people for group in self.groups)


def staffing(groups: Sequence[Group], length: Minutes, absences: Absences) -> Staffing:
    """The people that the groups' posts need with tours of ``length`` minutes, at most 24 h.

    Raises :class:`BadInput` for a length that no tour has, and where absences leave nothing of
    the contracted hours.
    """
    if not 0 < length <= DAY_MINUTES:
        message = "a tour is longer than nothing and at most 24 hours long"
        raise BadInput([Problem("hours", None, "", message, f"{length} min")])
    return Staffing(length, tuple(_staffed(group, length, absences) for group in groups))


def _staffed(group: Group, length: Minutes, absences: Absences) -> GroupStaffing:
    cover = fewest_tours(group.need, length, group.prefer)
    rostered, steps = _rostered(group.need, cover)
    available, more = _available(group.contracted, absences)
    hours = group.contracted.hours
    relief, seats = hours / available, rostered / hours
    exact = seats * relief
    steps += [
        *more,
        Step("Relief factor", "contracted hours / available hours", relief, ""),
        Step("People if nobody were away", "rostered hours / contracted hours", seats, "people"),
        Step("People", "people if nobody were away x relief factor", exact, "people"),
        Step("People, whole", "rounded up", Fraction(math.ceil(exact)), "people"),
    ]
    if rostered:
        posts = Fraction(group.need.minutes, 60) * WEEKS / YEAR_HOURS
        name = "People for one post at all times"
        formula = f"people / posts needed on average ({_text(posts)})"
        steps.append(Step(name, formula, exact / posts, "people"))
    return GroupStaffing(group, cover, available, exact, tuple(steps))


def _rostered(need: Demand, cover: Cover) -> tuple[Fraction, list[Step]]:
    """Hours of a year that must be rostered."""
    week = Fraction(need.minutes, 60)
    year, tours = week * WEEKS, cover.tours * WEEKS
    rostered = tours * cover.length / 60
    return rostered, [
        Step("Demand a week", "hours that the posts need, Monday to Sunday", week, "h"),
        Step("Demand a year", "demand a week x 365 / 7", year, "h"),
        Step("Tours a week", "the fewest that cover each day", Fraction(cover.tours), "tours"),
        Step("Tours a year", "tours a week x 365 / 7", tours, "tours"),
        Step("Rostered hours a year", "tours a year x hours of a tour", rostered, "h"),
        Step("Of them surplus", "rostered hours - demand a year", rostered - year, "h"),
    ]


def _available(contract: Contracted, absences: Absences) -> tuple[Fraction, list[Step]]:
    """Hours of a year that one person is there to work."""
    week = contract.hours / WEEKS
    day = absences.hours_of_day(week)
    fifth = "a fifth of the contracted week" if absences.day_hours is None else "as given"
    steps = [
        Step(
            "Contracted hours a year",
            contract.says,
            contract.hours,
            "h",
            contract.clause,
            contract.assumed,
        ),
        Step("Contracted hours a week", "contracted hours a year x 7 / 365", week, "h"),
        Step("A day of absence", fifth, day, "h", None, absences.day_hours is None),
    ]
    available = contract.hours
    for kind in KINDS:
        days = absences.days(kind)
        lost = Fraction(days) * day
        available -= lost
        formula = f"{decimal_text(days)} days x a day of absence"
        steps.append(Step(LABELS[kind], formula, -lost, "h", None, absences.assumed(kind)))
    if available <= 0:
        message = "absences leave nothing of the contracted hours"
        found = f"{_text(contract.hours - available)} h away of {_text(contract.hours)} h"
        raise BadInput([Problem("absences", None, "", message, found)])
    steps.append(Step("Available hours a year", "contracted hours - absences", available, "h"))
    return available, steps


def _text(value: Fraction) -> str:
    return decimal_text(as_decimal(value))
