"""The same facts priced under two agreements: the difference by clause, person and month."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal

from watchbill.agreement.model import Agreement
from watchbill.kernel.clock import day_of, to_date
from watchbill.ledger.duties import duties
from watchbill.pay.lines import PayLine, total
from watchbill.pay.price import Pricer
from watchbill.records.duty import Known
from watchbill.roster.model import Roster


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
    """Both sets of lines, and the differences; rows without one are left out."""

    before: tuple[PayLine, ...]
    after: tuple[PayLine, ...]
    by_clause: tuple[Shift, ...]
    by_person: tuple[Shift, ...]
    by_month: tuple[Shift, ...]

    @property
    def difference(self) -> Decimal:
        """In all."""
        return total(self.after) - total(self.before)


def replay(
    agreement: Agreement, other: Agreement, roster: Roster, events: Iterable[Known]
) -> Replay:
    """Prices the events under both. Clauses go by their numbers.

    The schedule is laid out under the first agreement: the facts are the same for both.
    """
    known = tuple(events)
    facts = list(duties(agreement, roster, known))
    before, after = (
        tuple(line for duty in facts for line in pricer.price(duty))
        for pricer in (Pricer(agreement), Pricer(other))
    )
    return Replay(
        before,
        after,
        _shifts(before, after, lambda line: line.clause_number),
        _shifts(before, after, lambda line: line.person.name),
        _shifts(before, after, _month),
    )


def _month(line: PayLine) -> str:
    return to_date(day_of(line.start)).strftime("%Y-%m")


def _shifts(
    before: Iterable[PayLine], after: Iterable[PayLine], key: Callable[[PayLine], str]
) -> tuple[Shift, ...]:
    sums: tuple[dict[str, Decimal], dict[str, Decimal]] = (
        defaultdict(Decimal),
        defaultdict(Decimal),
    )
    for lines, amounts in zip((before, after), sums, strict=True):
        for line in lines:
            amounts[key(line)] += line.amount
    names = sorted({*sums[0], *sums[1]})
    rows = (Shift(name, sums[0][name], sums[1][name]) for name in names)
    return tuple(row for row in rows if row.difference)
