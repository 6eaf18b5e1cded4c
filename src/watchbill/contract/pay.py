"""What is owed, line by line."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from watchbill.contract.fields import Exact
from watchbill.contract.record import VERSION, Version, record
from watchbill.contract.term import InForceRecord
from watchbill.kernel.fields import DayField, WallField


@record
class LostRecord:
    """A claim that another one beat, on a part or the whole of a line."""

    clause: str
    """Number of the clause that claimed; ``basic`` for the hours worked."""
    multiple: Exact
    """Of the basic rate, as claimed."""
    why: str
    """What it was claimed for."""


@record
class PayPeriodRecord:
    """The dates that are paid together."""

    first: Annotated[DayField, Field(alias="from")]
    """First date."""
    last: Annotated[DayField, Field(alias="to")]
    """Last date, included."""


@record
class PayLineRecord:
    """An amount that one person is owed, with its clause, its reason and what it rests on."""

    person: str
    """Who is paid, by number, or by name where they have none."""
    name: str
    """What the person is called."""
    clause: str
    """Number of the clause that pays; ``basic`` for hours worked without a clause of their own."""
    start: Annotated[WallField, Field(alias="from")]
    """Local time from which it is paid."""
    end: Annotated[WallField, Field(alias="to")]
    """Local time until which it is paid; for hours on top, of what brought them about."""
    minutes: int | None
    """Minutes paid; none for an amount that is not hours."""
    hours: Exact | None
    """The same in hours, to four decimals."""
    multiple: Exact | None
    """Of the basic rate; none for an amount that is no multiple of it."""
    rate: Exact | None
    """The basic rate an hour; none for an amount that does not go by it."""
    amount: Exact
    """The amount, rounded once."""
    why: str
    """The reason, in a sentence."""
    entries: tuple[int, ...]
    """Numbers of the ledger entries that it rests on."""
    on_top: bool
    """Whether it is hours on top, which have no length of their own."""
    lost: tuple[LostRecord, ...]
    """Claims on the same time that paid nothing."""
    pay_code: str | None = None
    """Code under which payroll books it; none until codes are given."""
    cost_centre: str | None = None
    """Where the cost is booked; none until centres are given."""
    pay_period: PayPeriodRecord | None = None
    """The period in which it is paid; none until periods are given."""


@record
class PayRecord:
    """The pay lines of some dates."""

    version: Version = VERSION
    service: str
    """Id of the service."""
    agreement: str
    """Id of the agreement under which they are priced."""
    first: Annotated[DayField, Field(alias="from")]
    """First date."""
    last: Annotated[DayField, Field(alias="to")]
    """Last date, included."""
    in_force: InForceRecord
    """Which text goes on after its term, and dates left out for want of one."""
    currency: str
    """Of all amounts, by ISO 4217."""
    lines: tuple[PayLineRecord, ...]
    """In the order of people and time."""
    basic_hours: Exact
    """All lines in hours at the basic rate: 12 h at 2.0 are 24."""
    amount: Exact
    """The sum of the lines."""
    assumed: tuple[str, ...] = ()
    """What no clause says and was taken to be as is usual, a sentence each."""
    unpriced: tuple[str, ...] = ()
    """Clauses that are not priced, and work at the basic rate for want of one, a sentence each."""


PUBLISHED = {"pay": PayRecord}
