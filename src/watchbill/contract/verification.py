"""Whether a ledger is as it was sealed."""

from __future__ import annotations

from watchbill.contract.record import VERSION, Version, record


@record
class BrokenRecord:
    """The first entry whose seal does not hold."""

    entry: int
    """Its number."""
    reason: str
    """What does not hold."""


@record
class WitnessRecord:
    """A line that was noted elsewhere, held against the ledger."""

    entry: int
    """Number of the entry that was the last one then."""
    digest: str
    """Its digest as noted."""
    against: str | None
    """What speaks against the ledger, or against the line; none where they agree."""
    signer: str | None
    """Fingerprint of the key whose signature holds; none where there is none."""


@record
class VerificationRecord:
    """Every seal of a ledger, checked."""

    version: Version = VERSION
    entries: int
    """How many entries there are."""
    head: str | None
    """Digest (SHA-256, hexadecimal) of the last entry; none in an empty ledger."""
    broken: BrokenRecord | None
    """The first broken seal; none where all hold."""
    unfinished: int
    """Bytes at the end of an entry that was not finished."""
    erased: tuple[int, ...]
    """Entries beside which something was erased, as may be."""
    faults: tuple[str, ...]
    """What is wrong beside the seals: what stands beside entries, or the database's own guard."""
    noted: int | None
    """Number of the entry whose digest was asked after; none where none has it or none was."""
    witnesses: tuple[WitnessRecord, ...]
    """Lines noted elsewhere, in their order."""


PUBLISHED = {"verification": VerificationRecord}
