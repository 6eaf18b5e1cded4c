"""The cost of a roster: scheduled hours times the basic rate, by person and in total."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from watchbill.agreement.clock_change import ClockChange
from watchbill.kernel.clock import Minutes
from watchbill.records.people import Person
from watchbill.roster.model import Roster

CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class CostLine:
    """One person's scheduled time and what it costs at the basic rate, to the cent."""

    person: Person
    minutes: Minutes
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Cost:
    """Cost by person in the roster's order, and in total."""

    lines: tuple[CostLine, ...]

    @property
    def minutes(self) -> Minutes:
        """All scheduled minutes."""
        return Minutes(sum(line.minutes for line in self.lines))

    @property
    def total(self) -> Decimal:
        """The sum of the lines, so that it agrees with what a person adds up."""
        return sum((line.amount for line in self.lines), Decimal(0))


def cost(roster: Roster, counted: ClockChange = ClockChange.HOURS_WORKED) -> Cost:
    """What the roster's tours cost, each at the rate of its date. A line is rounded once, half a
    cent up."""
    lines = []
    for line in roster.lines:
        minutes = line.minutes if counted is ClockChange.HOURS_WORKED else line.nominal
        exact = sum(
            (
                (tour.minutes if counted is ClockChange.HOURS_WORKED else tour.nominal)
                * line.person_on(tour.day).rate
                for tour in line.tours
            ),
            Decimal(0),
        )
        lines.append(CostLine(line.person, minutes, (exact / 60).quantize(CENT, ROUND_HALF_UP)))
    return Cost(tuple(lines))
