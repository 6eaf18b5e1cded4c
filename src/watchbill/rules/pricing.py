"""The price face: what a rule claims for the time that a person worked.

Rules never subtract from each other. Each puts claims on the pay clock; one resolution, which
the agreement sets, turns claims into pay lines.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Iterator
from decimal import Decimal
from enum import IntEnum
from typing import ClassVar, NamedTuple

from watchbill.counting.counting import PaidOvertime
from watchbill.events.duty import Claim, Duty, Stretch
from watchbill.kernel.clock import Wall
from watchbill.periods.period import Period
from watchbill.rules.faces import Face

LONGEST_CALL = 24 * 60
"""Minutes up to which calls are compared."""


class Rank(IntEnum):
    """Which of two equal claims names the line: what speaks of the case before what sums up."""

    BASIC = 0
    PERIOD = 1
    CASE = 2


class Prices(Face):
    """Claims pay."""

    face: ClassVar[str] = "price"
    parts: ClassVar[tuple[str, ...]] = ("rank", "price")

    rank: ClassVar[Rank]

    @abstractmethod
    def price(self, duty: Duty) -> Iterator[Claim]:
        """What it claims for this person's duty."""


class PaysAbove(Prices):
    """Pays overtime above a threshold of hours: one that may stand beside another."""

    face: ClassVar[str] = "price"
    parts: ClassVar[tuple[str, ...]] = ("counted_over",)

    @property
    @abstractmethod
    def counted_over(self) -> Period | None:
        """The period over which its hours are counted; ``None``: each tour by itself."""

    def takes_paid_overtime(self) -> PaidOvertime | None:
        """What it does with hours that other clauses already pay as overtime; ``None``: not said,
        and they count.
        """
        return None

    @property
    def looks_at_paid(self) -> bool:
        """Whether it has to know what other clauses already pay above the basic rate."""
        return self.takes_paid_overtime() in (PaidOvertime.LEFT_OUT, PaidOvertime.CREDITED)


class PaysByLength(Face):
    """Its pay depends on how long a call was, and on nothing else."""

    face: ClassVar[str] = "price"
    parts: ClassVar[tuple[str, ...]] = ("case", "paid_for")

    case: ClassVar[str]
    """What happened: ``Call-in``."""

    @abstractmethod
    def paid_for(self, worked: int) -> tuple[int, Decimal] | None:
        """Minutes paid and the multiple for so many minutes worked; ``None``: not by this."""

    def pays_no_less_than(self, other: PaysByLength) -> bool:
        """Whether it pays as much as the other, however long the call."""
        return all(_value(self, worked) >= _value(other, worked) for worked in range(LONGEST_CALL))


class Paid(NamedTuple):
    """Something that was paid: minutes at a multiple of the basic rate, from a local time on, and
    the entries it rests on.
    """

    start: Wall
    minutes: int
    multiple: Decimal
    numbers: tuple[int, ...] = ()


class AddsToPay(Face):
    """Pays something on top of whatever is paid."""

    face: ClassVar[str] = "price"
    parts: ClassVar[tuple[str, ...]] = ("rank", "added")

    rank: ClassVar[Rank]

    @abstractmethod
    def added(self, duty: Duty, paid: Iterable[Paid]) -> Iterator[Claim]:
        """Hours on top of what was paid."""


class LeavesUnpaid(Face):
    """Takes time for no work of its own, or for work that is paid otherwise."""

    face: ClassVar[str] = "price"
    parts: ClassVar[tuple[str, ...]] = ("unpaid",)

    @abstractmethod
    def unpaid(self, duty: Duty) -> Iterator[tuple[int, int]]:
        """Stretches of the pay clock that are not paid as work."""


def _value(rule: PaysByLength, worked: int) -> Decimal:
    paid = rule.paid_for(worked)
    return Decimal(0) if paid is None else paid[0] * paid[1]


def last_of(stretches: Iterable[Stretch], minutes: int) -> Iterator[tuple[Stretch, int, int]]:
    """The last ``minutes`` of these stretches: each stretch with from and to, latest first."""
    for stretch in sorted(stretches, key=lambda one: one.start, reverse=True):
        if minutes <= 0:
            return
        taken = min(minutes, stretch.end - stretch.start)
        yield stretch, stretch.end - taken, stretch.end
        minutes -= taken


def own_number(stretch: Stretch) -> tuple[int, ...]:
    """The entry that brought the stretch about, where one did."""
    return () if stretch.number is None else (stretch.number,)
