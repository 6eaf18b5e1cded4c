"""The same facts priced under two agreements: the difference by clause, person and month."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from watchbill.agreement.computed import Computed, computed
from watchbill.agreement.counts import otherwise_worded
from watchbill.agreement.model import Agreement
from watchbill.agreement.succession import OutsideTerm, succession
from watchbill.asking.asking import Texts
from watchbill.events.schedule import Schedule
from watchbill.kernel.clock import day_of, to_date
from watchbill.ledger.duties import duty
from watchbill.pay.lines import PayLine, total
from watchbill.pay.price import Pricer
from watchbill.pay.pricing import Pricing, of_spells
from watchbill.pay.unpriced import unpriced


@dataclass(frozen=True, slots=True)
class Shift:
    """What a clause, a person or a month comes to under each, in money."""

    name: str
    before: Decimal
    after: Decimal

    @property
    def difference(self) -> Decimal:
        """After less before."""
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class Replay:
    """Both sets of lines, and the differences. Clauses and people without one are left out; every
    month that is paid is there, so that a chart has them all. ``notes`` say which dates are not
    computed, which text is priced as if it were in force, and what is not priced; ``unknown`` say
    what changes from the one to the other and is not priced, so that it is no difference of nought.
    """

    before: tuple[PayLine, ...]
    after: tuple[PayLine, ...]
    by_clause: tuple[Shift, ...]
    by_person: tuple[Shift, ...]
    by_month: tuple[Shift, ...]
    notes: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def difference(self) -> Decimal:
        """In all."""
        return total(self.after) - total(self.before)


def replay(texts: Texts, other: Agreement, schedule: Schedule) -> Replay:
    """Prices the schedule as it stands under what is in force and under another agreement.

    The facts are the same for both, and so are the dates, those for which an agreement is in
    force. The other one is priced as if it were in force on them. Raises :class:`BadInput` where
    nothing is laid out, and where nothing is in force on any of the dates.
    """
    held = computed(texts, *schedule.dates)
    agreement = held.at_first
    pricing = Pricing(texts, schedule)
    priced_before = [pricing.priced(person) for person in schedule.people.values()]
    before = tuple(line for one in priced_before for line in one.lines)
    beyond = [line for one in priced_before for line in one.beyond]
    pricer = Pricer(other)
    priced = (
        line
        for person in schedule.people.values()
        for line in pricer.price(duty(other, schedule, person))
    )
    after = tuple(of_spells(priced, held.spells))
    clause = _clause_names(agreement, other)
    return Replay(
        before,
        after,
        _shifts(before, after, *clause),
        _shifts(before, after, _person, _person),
        _sums(before, after, _month, _month),
        (*held.notes, *_as_if(other, held), *unpriced((*pricing.agreements, other), beyond)),
        otherwise_worded(agreement, other),
    )


def _as_if(other: Agreement, held: Computed) -> Iterator[str]:
    """That the other one is priced on dates for which it is not in force."""
    spells = succession(other).over(held.first, held.last)
    outside = [one for one in spells if isinstance(one.answer, OutsideTerm)]
    if outside and other.term != held.at_first.term:
        dates = ", ".join(map(str, outside))
        yield f"{other.id} is priced as if it were in force: its own term leaves out {dates}."


Key = Callable[[PayLine], str]


def _clause_names(agreement: Agreement, other: Agreement) -> tuple[Key, Key]:
    """What clauses are called before and after.

    A number means the same in an agreement and in what is proposed to it; in another agreement
    altogether it means something else, so that each clause has its agreement's id with it.
    """
    if (agreement.on or agreement.id) == (other.on or other.id):
        return _clause, _clause
    return (
        lambda line: _clause(line) if line.clause is None else f"{agreement.id} {_clause(line)}",
        lambda line: _clause(line) if line.clause is None else f"{other.id} {_clause(line)}",
    )


def _clause(line: PayLine) -> str:
    return line.clause_number


def _person(line: PayLine) -> str:
    return line.person.label


def _month(line: PayLine) -> str:
    return to_date(day_of(line.start)).strftime("%Y-%m")


def _shifts(
    before: Iterable[PayLine], after: Iterable[PayLine], old: Key, new: Key
) -> tuple[Shift, ...]:
    return tuple(row for row in _sums(before, after, old, new) if row.difference)


def _sums(
    before: Iterable[PayLine], after: Iterable[PayLine], old: Key, new: Key
) -> tuple[Shift, ...]:
    sums: tuple[dict[str, Decimal], dict[str, Decimal]] = (
        defaultdict(Decimal),
        defaultdict(Decimal),
    )
    for lines, amounts, key in zip((before, after), sums, (old, new), strict=True):
        for line in lines:
            amounts[key(line)] += line.amount
    names = sorted({*sums[0], *sums[1]})
    return tuple(Shift(name, sums[0][name], sums[1][name]) for name in names)
