"""Platoons and leave: what a schedule is laid out from."""

from __future__ import annotations

from dataclasses import dataclass

from watchbill.kernel.clock import Day


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
    """A person's leave from one date to another, both included; ``person`` is their key."""

    person: str
    first: Day
    last: Day
    kind: str
