"""What is paid for a stretch of dates: the lines, and their sums by person."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from watchbill.agreement.computed import Computed, computed
from watchbill.kernel.clock import Day, day_of
from watchbill.ledger.book import Book
from watchbill.pay.leave import assumed_leave
from watchbill.pay.lines import PayLine, basic_hours, total
from watchbill.pay.pricing import Pricing
from watchbill.pay.unpriced import unpriced
from watchbill.records.people import Person


@dataclass(frozen=True, slots=True)
class PersonPay:
    """The sums of a person's lines; ``premium`` is the amount of those that a clause pays."""

    person: Person
    lines: int
    premium_lines: int
    basic_hours: Decimal
    premium: Decimal
    amount: Decimal


@dataclass(frozen=True, slots=True)
class PeriodPay:
    """The lines that begin on these dates, as far as an agreement is in force on them.

    ``assumed`` says what no clause says of their leave, and ``unpriced`` which clauses are not
    priced and what is at the basic rate for want of one, a sentence each.
    """

    held: Computed
    lines: tuple[PayLine, ...]
    assumed: tuple[str, ...] = ()
    unpriced: tuple[str, ...] = ()

    @property
    def people(self) -> tuple[PersonPay, ...]:
        """Everybody who has a line, in the order of the roster."""
        return sums_by_person(self.lines)

    @property
    def basic_hours(self) -> Decimal:
        """All lines in hours at the basic rate."""
        return basic_hours(self.lines)

    @property
    def premium(self) -> Decimal:
        """The amount of the lines that a clause pays."""
        return total(_premiums(self.lines))

    @property
    def amount(self) -> Decimal:
        """The amount of all lines: a leave that is paid has one, one that is not has none."""
        return total(self.lines)


def period_pay(book: Book, first: Day, last: Day, person: str | None = None) -> PeriodPay:
    """What is paid for duty, and for paid leave, that begins from ``first`` to ``last``.

    Everybody's, or that of the one whose key is ``person``. Raises :class:`BadInput` where no
    agreement is in force on any of the dates.
    """
    held = computed(book.texts, first, last)
    own = [one for name, one in book.now.people.items() if person in (None, name)]
    pricing = Pricing(book.texts, book.now)
    priced = [pricing.priced(standing) for standing in own]
    lines, beyond = (
        tuple(line for one in every for line in one if held.covers(day_of(line.start)))
        for every in ([one.lines for one in priced], [one.beyond for one in priced])
    )
    texts = [one.agreement for _, one in held.inside]
    return PeriodPay(held, lines, assumed_leave(held.at_first, own), unpriced(texts, beyond))


def sums_by_person(lines: Iterable[PayLine]) -> tuple[PersonPay, ...]:
    """The sums of everybody who has a line, in the order of their first lines."""
    own: dict[str, list[PayLine]] = {}
    for line in lines:
        own.setdefault(line.person.key, []).append(line)
    return tuple(_sums(one) for one in own.values())


def _sums(lines: Sequence[PayLine]) -> PersonPay:
    premiums = _premiums(lines)
    return PersonPay(
        lines[0].person,
        len(lines),
        len(premiums),
        basic_hours(lines),
        total(premiums),
        total(lines),
    )


def _premiums(lines: Iterable[PayLine]) -> list[PayLine]:
    return [line for line in lines if line.clause is not None]
