"""What rules state of hours, people and tours, for those who read them: interfaces that several
kinds share, so that a reader need not know which kind states it.
"""

from __future__ import annotations

from abc import abstractmethod

from watchbill.kernel.clock import Minutes
from watchbill.kernel.fields import Number
from watchbill.records.people import Scope


class StatesRotation:
    """States a rotation and the figures that the text claims for it.

    ``pattern`` is any notation or name of a rotation; its letters mean the agreement's own tours,
    or tours of length ``tour``. A year has ``year_days`` days.
    """

    pattern: str | None
    tour: Minutes | None
    platoons: int | None
    cycle_days: int | None
    hours_per_cycle: Number | None
    hours_per_week: Number | None
    hours_per_year: Number | None
    year_days: int


class StatesCeiling:
    """Pays overtime above ``ceiling`` hours in periods of ``days`` days from ``begins``."""

    days: int
    begins: int | None

    @property
    @abstractmethod
    def ceiling(self) -> int:
        """Hours in a period that are paid at the plain rate."""


class SpeaksOf:
    """Speaks of some of the people whom its clause covers: those whom ``who`` covers."""

    who: Scope


class WithinTours:
    """Speaks of what lies within tours of ``in_tour``; ``None``: within every tour."""

    in_tour: Minutes | None
