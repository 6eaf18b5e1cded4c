"""People, as an agreement sees them."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import ClassVar

from pydantic import ConfigDict

from watchbill.kernel.clock import Day
from watchbill.kernel.fields import Words


@dataclass(frozen=True, slots=True)
class Person:
    """A member of staff. ``rate`` is the basic rate an hour; ``seniority`` the seniority date.

    ``unit``, ``watch`` and ``schedule`` are where the person works (a patrol unit, first
    watch, a 4-2 schedule); an offer order may go by them. ``station`` is the station or ward
    that they work at; ``None`` where the service has one alone. ``number`` tells two of one
    name apart.
    """

    name: str
    classification: str
    status: str = "regular full-time"
    rate: Decimal = Decimal(0)
    platoon: str | None = None
    seniority: Day | None = None
    serial: int | None = None
    unit: str | None = None
    watch: int | None = None
    schedule: str | None = None
    qualifications: frozenset[str] = field(default_factory=frozenset)
    station: str | None = None
    number: str | None = None

    @property
    def key(self) -> str:
        """What the person is known by in the ledger: the number, or the name without one."""
        return self.name if self.number is None else self.number

    @property
    def label(self) -> str:
        """``Smith J. (1042)``: the name, with the number where there is one."""
        return label_of(self.key, self.name)


def label_of(key: str, name: str) -> str:
    """``Smith J. (1042)``: the name, with the key where it is a number."""
    return name if key == name else f"{name} ({key})"


@dataclass(frozen=True, slots=True)
class Scope:
    """To whom a clause or a rule applies. What is left out is open to all."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(
        extra="forbid", use_attribute_docstrings=True
    )

    classification: Words = ()
    """Only these classifications."""
    status: Words = ()
    """Only these statuses."""
    platoon: Words = ()
    """Only these platoons."""
    unit: Words = ()
    """Only these units."""
    schedule: Words = ()
    """Only who works these schedules."""
    not_classification: Words = ()
    """Not these classifications."""
    not_status: Words = ()
    """Not these statuses."""
    not_platoon: Words = ()
    """Not these platoons."""
    not_unit: Words = ()
    """Not these units."""
    not_schedule: Words = ()
    """Not who works these schedules."""

    def covers(self, person: Person) -> bool:
        """Whether the person falls under it."""
        return (
            (not self.classification or person.classification in self.classification)
            and (not self.status or person.status in self.status)
            and (not self.platoon or person.platoon in self.platoon)
            and (not self.unit or person.unit in self.unit)
            and (not self.schedule or person.schedule in self.schedule)
            and person.classification not in self.not_classification
            and person.status not in self.not_status
            and person.platoon not in self.not_platoon
            and person.unit not in self.not_unit
            and person.schedule not in self.not_schedule
        )

    def __str__(self) -> str:
        """Whom it covers, in words: ``casual``, ``constable; platoon A``."""
        parts = [", ".join(names) for names in (self.classification, self.status)]
        parts += [f"{what} {', '.join(names)}" for what, names in
                  (("platoon", self.platoon), ("unit", self.unit), ("schedule", self.schedule),
                   ("all but", self.not_classification + self.not_status),
                   ("every platoon but", self.not_platoon), ("every unit but", self.not_unit),
                   ("every schedule but", self.not_schedule)) if names]  # fmt: skip
        return "; ".join(part for part in parts if part) or "everybody"

    @property
    def is_open(self) -> bool:
        """Whether it covers everybody."""
        return self == Scope()
