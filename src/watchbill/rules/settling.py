"""The settle face: what an account comes to over some dates, and what then happens.

An account is no pay line: it is settled once a year, in time off or in money.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import ClassVar

from watchbill.events.duty import Duty
from watchbill.kernel.clock import Day, decimal_text
from watchbill.rules.faces import Face
from watchbill.rules.pricing import Paid

HOURS, DAYS = "h", "days"


@dataclass(frozen=True, slots=True)
class Movement:
    """What goes into an account, or out of it where it is negative, and why.

    ``numbers`` are the ledger entries that it rests on.
    """

    amount: Fraction
    why: str
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Settlement:
    """An account's movements, in ``unit`` (hours or days), and what is done with the balance.

    A balance above nought is the employee's, below it the employer's.
    """

    unit: str
    movements: tuple[Movement, ...]
    outcome: str

    @property
    def balance(self) -> Fraction:
        """The sum of the movements."""
        return sum((one.amount for one in self.movements), Fraction(0))


class Settles(Face):
    """Keeps an account."""

    face: ClassVar[str] = "settle"
    parts: ClassVar[tuple[str, ...]] = ("settle",)

    @abstractmethod
    def settle(self, duty: Duty, first: Day, last: Day, paid: Sequence[Paid] = ()) -> Settlement:
        """The account over these dates, both included; ``paid`` is what was paid for them."""


def figure(amount: Fraction) -> str:
    """The amount to two decimals, without its sign."""
    exact = Decimal(abs(amount).numerator) / abs(amount).denominator
    return decimal_text(exact.quantize(Decimal("0.01"), ROUND_HALF_UP))


def in_hours(minutes: int | Fraction) -> Fraction:
    """Minutes as hours, exact."""
    return Fraction(minutes) / 60


def counted(number: int, what: str) -> str:
    """``1 tour``, ``3 tours``."""
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
