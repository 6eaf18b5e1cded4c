"""Entries of a ledger."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from watchbill.contract.fields import Moment
from watchbill.contract.record import VERSION, Version, record

EventData = Annotated[dict[str, dict[str, Any]], Field(min_length=1, max_length=1)]
"""An event as files write it: its kind, with its fields."""


@record
class EntryRecord:
    """One entry: an event with who said it, why, and when it became known."""

    number: int
    """Its number in the ledger, from 1."""
    known: Moment
    """When the ledger learnt of it."""
    by: str
    """Who says it."""
    why: str
    """For what reason; empty where none is given."""
    corrects: int | None
    """Number of the entry whose place it takes; none where it corrects nothing."""
    event: EventData | None
    """What happened, by kind; none where an entry is taken back."""


@record
class EntriesRecord:
    """Entries of a ledger, in the order in which they were made."""

    version: Version = VERSION
    service: str
    """Id of the service."""
    entries: tuple[EntryRecord, ...]
    """In the order of numbers."""


PUBLISHED = {"entries": EntriesRecord}
