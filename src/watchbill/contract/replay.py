"""The same facts priced under two agreements."""

from __future__ import annotations

from watchbill.contract.fields import Exact
from watchbill.contract.record import VERSION, Version, record


@record
class DifferenceRecord:
    """What a clause, a person or a month comes to under each."""

    name: str
    """The clause's number, the person's name, or the month as ``2024-05``."""
    before: Exact
    """Under the first agreement, in the currency of the replay."""
    after: Exact
    """Under the other."""
    difference: Exact
    """After less before."""


@record
class ReplayRecord:
    """A ledger priced under its agreement and under another."""

    version: Version = VERSION
    service: str
    """Id of the service."""
    agreement: str
    """Id of the agreement before."""
    other: str
    """What the other is called: its name, with what was chosen in it."""
    currency: str
    """Of all amounts, by ISO 4217."""
    notes: tuple[str, ...]
    """Dates left out, which text is priced as if it were in force, and what neither prices, a
    sentence each."""
    unknown: tuple[str, ...]
    """What changes from one to the other and is not priced, a sentence each: the difference is not
    known as long as there is any."""
    before: Exact
    """What all lines come to under the first agreement."""
    after: Exact
    """What they come to under the other."""
    difference: Exact
    """After less before."""
    by_clause: tuple[DifferenceRecord, ...]
    """Clauses that come to something else."""
    by_person: tuple[DifferenceRecord, ...]
    """People who come to something else."""
    by_month: tuple[DifferenceRecord, ...]
    """Every month that is paid."""


PUBLISHED = {"replay": ReplayRecord}
