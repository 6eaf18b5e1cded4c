"""People lent to another station for a time."""

from __future__ import annotations

from dataclasses import dataclass

from watchbill.kernel.clock import Day


@dataclass(frozen=True, slots=True)
class Loan:
    """A person works at another station from one date to another, both included; ``person`` is
    their key."""

    person: str
    station: str
    first: Day
    last: Day
