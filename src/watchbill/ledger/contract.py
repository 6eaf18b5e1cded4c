"""Entries of a ledger as records of the contract."""

from __future__ import annotations

from collections.abc import Iterable

from watchbill.contract.entry import EntriesRecord, EntryRecord
from watchbill.contract.fields import moment
from watchbill.kernel.clock import Zone
from watchbill.ledger.entry import Entry
from watchbill.service.model import Service


def entries_record(service: Service, entries: Iterable[Entry]) -> EntriesRecord:
    """Entries of the service's ledger, in the order given."""
    zone = service.agreement.zone
    return EntriesRecord(
        service=service.id, entries=tuple(entry_record(zone, one) for one in entries)
    )


def entry_record(zone: Zone, entry: Entry) -> EntryRecord:
    """One entry; when it became known is told on the agreement's clock."""
    return EntryRecord(
        number=entry.number,
        known=moment(zone, entry.known),
        by=entry.by,
        why=entry.why,
        corrects=entry.corrects,
        event=None if entry.event is None else entry.event.data(),
    )
