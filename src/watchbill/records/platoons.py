"""Platoons and leave: what a schedule is laid out from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from watchbill.kernel.clock import Day, day_text


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

    def __str__(self) -> str:
        """``vacation from 2024-07-01 to 2024-07-14``."""
        return f"{self.kind} from {day_text(self.first)} to {day_text(self.last)}"

    def lies_over(self, other: ServiceLeave) -> bool:
        """Whether the same person has both on one date."""
        shared = self.first <= other.last and other.first <= self.last
        return self.person == other.person and shared


def over_each_other(leave: Sequence[ServiceLeave]) -> list[tuple[int, int]]:
    """The places of leave that lies over other leave of the same person, the earlier place
    first."""
    ordered = sorted(range(len(leave)), key=lambda at: (leave[at].person, leave[at].first))
    return [
        (min(pair), max(pair))
        for pair in pairwise(ordered)
        if leave[pair[0]].lies_over(leave[pair[1]])
    ]
