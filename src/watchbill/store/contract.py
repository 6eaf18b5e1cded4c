"""What was verified of a ledger, as a record of the contract."""

from __future__ import annotations

from collections.abc import Iterable

from watchbill.contract.verification import BrokenRecord, VerificationRecord, WitnessRecord
from watchbill.store.verify import Verified
from watchbill.store.witness import Heard


def verification_record(
    found: Verified, noted: int | None, heard: Iterable[Heard]
) -> VerificationRecord:
    """Every seal checked; ``noted`` is the entry whose digest was asked after."""
    rows, broken = found.rows, found.broken
    return VerificationRecord(
        entries=len(rows),
        head=rows[-1].digest if rows else None,
        broken=None if broken is None else BrokenRecord(entry=broken.number, reason=broken.reason),
        unfinished=found.unfinished,
        erased=found.erased,
        faults=found.faults,
        noted=noted,
        witnesses=tuple(map(_witness_record, heard)),
    )


def _witness_record(heard: Heard) -> WitnessRecord:
    number, digest = heard.witness.head
    return WitnessRecord(entry=number, digest=digest, against=heard.against, signer=heard.signer)
