"""A service as the rest of the program sees it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from watchbill.agreement.model import Agreement
from watchbill.kernel.clock import Day, Wall
from watchbill.records.demand import Post
from watchbill.records.people import Person
from watchbill.records.tours import Tour, TourType


@dataclass(frozen=True, slots=True)
class Platoon:
    """A platoon works a rotation: ``codes`` is its cycle, a tour letter or ``-`` a day.

    ``cycle_from`` is a date on which the cycle begins for this platoon.
    """

    id: str
    rotation: str
    codes: tuple[str, ...]
    cycle_from: Day

    def code_on(self, day: Day) -> str:
        """The letter of the tour that starts on ``day``, or ``-``."""
        return self.codes[(day - self.cycle_from) % len(self.codes)]


@dataclass(frozen=True, slots=True)
class ServiceLeave:
    """A person's leave from one date to another, both included."""

    person: str
    first: Day
    last: Day
    kind: str


@dataclass(frozen=True, slots=True)
class Service:
    """Everything that a schedule is built from.

    ``starts``, ``weeks`` and ``posted`` are those of the schedule the file describes;
    ``assumptions`` says what in it is assumed and why. ``digest`` (SHA-256, hexadecimal) is that
    of the texts it was read from and of what was chosen in its agreement.
    """

    id: str
    name: str
    agreement: Agreement
    tours: Mapping[str, TourType]
    platoons: Mapping[str, Platoon]
    posts: tuple[Post, ...]
    people: tuple[Person, ...]
    leave: tuple[ServiceLeave, ...]
    starts: Day
    weeks: int
    posted: Wall | None
    currency: str
    assumptions: tuple[str, ...]
    file: str
    digest: str

    def tour_name(self, tour: Tour) -> str:
        """What the tour is called: as its type, or by its kind where it is of no type of ours."""
        known = self.tours.get(tour.code)
        return str(tour.kind).capitalize() if known is None else known.name
