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
    noted: int | None
    """Number of the entry whose digest was asked after; none where none has it or none was."""


PUBLISHED = {"verification": VerificationRecord}
