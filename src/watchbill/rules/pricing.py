"""The price face: what a rule claims for the time that a person worked.

Rules never subtract from each other. Each puts claims on the pay clock; one resolution, which
the agreement sets, turns claims into pay lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from enum import IntEnum
from typing import ClassVar, NamedTuple, Protocol, runtime_checkable

from watchbill.events.duty import Claim, Duty, Stretch
from watchbill.kernel.clock import Wall


class Rank(IntEnum):
    """Which of two equal claims names the line: what speaks of the case before what sums up."""

    BASIC = 0
    PERIOD = 1
    CASE = 2


@runtime_checkable
class Prices(Protocol):
    """A rule that pays."""

    rank: ClassVar[Rank]

    def price(self, duty: Duty) -> Iterator[Claim]:
        """What it claims for this person's duty."""
        ...


@runtime_checkable
class PaysByLength(Protocol):
    """A rule whose pay depends on how long a call was, and on nothing else."""

    case: ClassVar[str]
    """What happened: ``Call-in``."""

    def paid(self, worked: int) -> tuple[int, Decimal] | None:
        """Minutes paid and the multiple for so many minutes worked; ``None``: not by this."""
        ...


class Paid(NamedTuple):
    """Something that was paid: minutes at a multiple of the basic rate, from a local time on, and
    the entries it rests on.
    """

    start: Wall
    minutes: int
    multiple: Decimal
    numbers: tuple[int, ...] = ()


@runtime_checkable
class AddsToPay(Protocol):
    """A rule that pays something on top of whatever is paid."""

    rank: ClassVar[Rank]

    def added(self, duty: Duty, paid: Iterable[Paid]) -> Iterator[Claim]:
        """Hours on top of what was paid."""
        ...


@runtime_checkable
class LeavesUnpaid(Protocol):
    """A rule that takes time at the edge of a tour for no work of its own."""

    def unpaid(self, duty: Duty) -> Iterator[tuple[int, int]]:
        """Stretches of the pay clock that are not paid as work."""
        ...


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
