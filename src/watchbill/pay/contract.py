"""Pay, accounts, replays and what a roster costs, as records of the contract."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace as with_fields
from decimal import Decimal

from watchbill.agreement.clock_change import clock_change
from watchbill.agreement.computed import Computed
from watchbill.agreement.contract import in_force_record
from watchbill.contract.account import AccountRecord, AccountsRecord, MovementRecord
from watchbill.contract.audit import AuditRecord
from watchbill.contract.coverage import CoverRecord
from watchbill.contract.pay import LostRecord, PayLineRecord, PayRecord
from watchbill.contract.replay import DifferenceRecord, ReplayRecord
from watchbill.contract.roster import RosterRecord
from watchbill.kernel.clock import hours
from watchbill.pay.accounts import SettledAccount
from watchbill.pay.cost import cost
from watchbill.pay.lines import PayLine, basic_hours, total
from watchbill.pay.price import explained
from watchbill.pay.replay import Replay, Shift
from watchbill.roster.contract import people_records
from watchbill.roster.model import Roster
from watchbill.service.model import Service

HOURS_UNIT = Decimal("0.0001")
"""To what hours of a line are rounded; its minutes are exact."""


def pay_record(
    service: Service,
    held: Computed,
    lines: Sequence[PayLine],
    assumed: tuple[str, ...] = (),
    unpriced: tuple[str, ...] = (),
) -> PayRecord:
    """Pay lines of the dates for which an agreement is in force, what was ``assumed`` and what is
    not priced.
    """
    return PayRecord(
        service=service.id,
        agreement=service.agreement.id,
        first=held.first,
        last=held.last,
        in_force=in_force_record(held),
        currency=service.currency,
        lines=line_records(lines),
        basic_hours=basic_hours(lines),
        amount=total(lines),
        assumed=assumed,
        unpriced=unpriced,
    )


def line_records(lines: Iterable[PayLine]) -> tuple[PayLineRecord, ...]:
    """Pay lines, in the order given."""
    return tuple(map(_line, lines))


def _line(line: PayLine) -> PayLineRecord:
    return PayLineRecord(
        person=line.person.key,
        name=line.person.name,
        clause=line.clause_number,
        start=line.start,
        end=line.end,
        minutes=line.minutes,
        hours=line.hours.quantize(HOURS_UNIT),
        multiple=line.multiple,
        rate=line.person.rate,
        amount=line.amount,
        why=explained(line),
        entries=line.numbers,
        on_top=line.on_top,
        lost=tuple(
            LostRecord(clause=one.clause, multiple=one.multiple, why=one.why) for one in line.lost
        ),
    )


def accounts_record(
    service: Service, held: Computed, accounts: Iterable[SettledAccount]
) -> AccountsRecord:
    """Accounts settled over the dates for which an agreement is in force."""
    return AccountsRecord(
        service=service.id,
        agreement=service.agreement.id,
        first=held.first,
        last=held.last,
        in_force=in_force_record(held),
        accounts=tuple(map(_account, accounts)),
    )


def _account(one: SettledAccount) -> AccountRecord:
    return AccountRecord(
        person=one.person.key,
        name=one.person.name,
        clause=one.clause.number,
        unit=one.settlement.unit,
        balance=one.settlement.balance,
        outcome=one.settlement.outcome,
        movements=tuple(
            MovementRecord(amount=move.amount, why=move.why, entries=move.numbers)
            for move in one.settlement.movements
        ),
    )


def replay_record(service: Service, other: str, found: Replay) -> ReplayRecord:
    """The replay of the service's ledger; ``other`` names what it was priced under."""
    return ReplayRecord(
        service=service.id,
        agreement=service.agreement.id,
        other=other,
        currency=service.currency,
        notes=found.notes,
        unknown=found.unknown,
        before=total(found.before),
        after=total(found.after),
        difference=found.difference,
        by_clause=_differences(found.by_clause),
        by_person=_differences(found.by_person),
        by_month=_differences(found.by_month),
    )


def _differences(shifts: Iterable[Shift]) -> tuple[DifferenceRecord, ...]:
    return tuple(
        DifferenceRecord(
            name=one.name, before=one.before, after=one.after, difference=one.difference
        )
        for one in shifts
    )


def roster_record(
    service: Service, roster: Roster, audit: AuditRecord, short: tuple[CoverRecord, ...]
) -> RosterRecord:
    """The roster with its audit, where it is short, its hours and its cost."""
    priced = cost(roster, clock_change(service.agreement.settings))
    amounts = {line.person.key: line.amount for line in priced.lines}
    return RosterRecord(
        audit=audit,
        people=tuple(
            with_fields(one, cost=amounts[one.key]) for one in people_records(service, roster)
        ),
        shortages=short,
        hours=hours(priced.minutes),
        cost=priced.total,
        currency=service.currency,
    )
