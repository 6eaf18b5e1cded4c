"""What was understood of an agreement's file, and what its arithmetic says."""

from __future__ import annotations

from typing import Any, Literal

from watchbill.contract.record import VERSION, Version, record


@record
class RuleRecord:
    """A rule of the reading in force."""

    kind: str
    """The kind of rule."""
    says: str
    """The rule as a person would say it."""
    soft: bool
    """Whether it is an effort and not a limit."""
    faces: tuple[str, ...]
    """How it is asked: check, constrain, price, decide, settle, leave; or recorded alone."""


@record
class ClauseRecord:
    """One clause with its rules in force."""

    clause: str
    """Number of the clause."""
    heading: str
    """Its heading."""
    reading: str
    """What it says, in plain words."""
    assumed: str | None
    """Why it is assumed; none for a text that somebody signed."""
    line: int
    """Line of the file."""
    chosen: str | None
    """The reading in force, where there is more than one."""
    readings: dict[str, str]
    """What each reading says, by its name."""
    rules: tuple[RuleRecord, ...]
    """Its rules in force; none where it is recorded only."""


@record
class RemarkRecord:
    """A remark on what the text's arithmetic says."""

    check: str
    """What was looked for."""
    severity: Literal["error", "warning", "note"]
    """The text contradicts itself, is doubtful, or only worth knowing."""
    clauses: tuple[str, ...]
    """Numbers of the clauses concerned."""
    line: int
    """Line of the first of them in the file."""
    sentence: str
    """The remark."""
    figures: tuple[str, ...]
    """What was measured and what is stated, with units."""
    reading: str | None
    """The reading that has it, where it is not the chosen one."""


@record
class AgreementRecord:
    """An agreement as it was read."""

    version: Version = VERSION
    agreement: str
    """Id of the agreement."""
    name: str
    """Its name."""
    parties: dict[str, str]
    """The parties, by the side they are on."""
    time_zone: str
    """Name of its zone in the IANA database."""
    settings: dict[str, Any]
    """What it leaves open, as chosen; exact figures are texts."""
    clauses: tuple[ClauseRecord, ...]
    """In the order of the file."""
    remarks: tuple[RemarkRecord, ...]
    """What its arithmetic says, the gravest first."""


PUBLISHED = {"reading": AgreementRecord}
