"""A service as the rest of the program sees it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from watchbill.agreement.model import Agreement
from watchbill.kernel.clock import Day, Wall
from watchbill.records.demand import Post
from watchbill.records.facts import TextInForce
from watchbill.records.loans import Loan
from watchbill.records.people import Person
from watchbill.records.platoons import Platoon, ServiceLeave
from watchbill.records.tours import Tour, TourType


@dataclass(frozen=True, slots=True)
class Service:
    """Everything that a schedule is built from.

    ``starts``, ``weeks`` and ``posted`` are those of the schedule the file describes;
    ``assumptions`` says what in it is assumed and why. ``in_force`` is the text of its
    agreement with what was chosen in it; ``stations`` are ids and names;
    people are at their own, and ``lent`` says who works at another for a time.
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
    in_force: TextInForce
    stations: Mapping[str, str] = field(default_factory=dict)
    lent: tuple[Loan, ...] = ()

    def tour_name(self, tour: Tour) -> str:
        """What the tour is called: as its type, or by its kind where it is of no type of ours."""
        known = self.tours.get(tour.code)
        return str(tour.kind).capitalize() if known is None else known.name
