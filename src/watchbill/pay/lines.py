"""Pay lines: hours, multiples and money, each with its clause, its reason, and what lost."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from watchbill.agreement.model import Clause
from watchbill.kernel.clock import Wall, hours
from watchbill.records.people import Person

BASIC = "basic"
"""What a line without a clause of its own is paid under: the hours worked, at the basic rate."""


@dataclass(frozen=True, slots=True)
class Lost:
    """A claim that another one beat, on a part or the whole of a line."""

    clause: str
    multiple: Decimal
    why: str


class PayLine(NamedTuple):
    """So many minutes of one person at a multiple of the basic rate.

    ``start`` and ``end`` are local; hours on top have no length of their own and ``on_top`` set.
    ``numbers`` are the ledger entries that it rests on. ``amount`` is rounded once. A
    tuple, for there are many of them.
    """

    person: Person
    clause: Clause | None
    start: Wall
    end: Wall
    minutes: int
    multiple: Decimal
    amount: Decimal
    why: str
    numbers: tuple[int, ...] = ()
    lost: tuple[Lost, ...] = ()
    on_top: bool = False

    @property
    def clause_number(self) -> str:
        """The clause's number, or ``basic``."""
        return self.clause.number if self.clause is not None else BASIC

    @property
    def hours(self) -> Decimal:
        """Hours paid."""
        return hours(self.minutes)

    @property
    def basic_hours(self) -> Decimal:
        """The line in hours at the basic rate: 12 h at 2.0 is 24."""
        return self.hours * self.multiple


def total(lines: Iterable[PayLine]) -> Decimal:
    """The sum of the lines' amounts."""
    return sum((line.amount for line in lines), Decimal(0))


def basic_hours(lines: Iterable[PayLine]) -> Decimal:
    """The sum of the lines in hours at the basic rate."""
    return sum((line.minutes * line.multiple for line in lines), Decimal(0)) / 60


def money(minutes: int, multiple: Decimal, rate: Decimal, unit: Decimal) -> Decimal:
    """What the minutes cost, rounded half up to ``unit`` (a cent)."""
    return (minutes * multiple * rate / 60).quantize(unit, ROUND_HALF_UP)
