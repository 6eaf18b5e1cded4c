"""Accounts that an agreement keeps for a person: debit tours, furlough, averaged hours."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from watchbill.contract.fields import ExactFraction
from watchbill.contract.record import VERSION, Version, record
from watchbill.contract.term import InForceRecord
from watchbill.kernel.fields import DayField


@record
class MovementRecord:
    """What goes into an account, or out of it."""

    amount: ExactFraction
    """In the account's unit; below nought it goes out."""
    why: str
    """The reason, in a sentence."""
    entries: tuple[int, ...]
    """Numbers of the ledger entries that it rests on."""


@record
class AccountRecord:
    """One person's account under one clause."""

    person: str
    """Whose it is, by number, or by name where they have none."""
    name: str
    """What the person is called."""
    clause: str
    """Number of the clause that keeps it."""
    unit: str
    """``h`` or ``days``."""
    balance: ExactFraction
    """The sum of the movements: above nought it is the employee's, below it the employer's."""
    outcome: str
    """What is done with the balance, in a sentence."""
    movements: tuple[MovementRecord, ...]
    """In order of time."""


@record
class AccountsRecord:
    """The accounts of some dates, settled."""

    version: Version = VERSION
    service: str
    """Id of the service."""
    agreement: str
    """Id of the agreement."""
    first: Annotated[DayField, Field(alias="from")]
    """First date."""
    last: Annotated[DayField, Field(alias="to")]
    """Last date, included."""
    in_force: InForceRecord
    """Which text goes on after its term, and dates left out for want of one."""
    accounts: tuple[AccountRecord, ...]
    """By person and clause."""


PUBLISHED = {"accounts": AccountsRecord}
