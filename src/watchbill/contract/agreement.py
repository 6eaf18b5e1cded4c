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
    covers: str
    """Whom it applies to, within its clause's own people."""


@record
class ClauseRecord:
    """One clause with its rules in force."""

    clause: str
    """Number of the clause."""
    heading: str
    """Its heading."""
    reading: str
    """What it says, in plain words."""
    covers: str
    """Whom it applies to."""
    computes: bool
    """Whether something is worked out by one of its rules, under some reading."""
    encoding: Literal["stated", "derived", "assumed", "missing"]
    """Where what is computed of it comes from; missing: something should be and is not."""
    derived: str | None
    """How it follows from what the text says, where it does."""
    assumed: str | None
    """Why it is assumed; none for a text that somebody signed."""
    missing: str | None
    """What of it should be computed and is not; none where nothing is left out."""
    read: str | None
    """Who last held it against the text, and when; none where nobody has said."""
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
class EncodingCountsRecord:
    """How many clauses there are of each sort."""

    clauses: int
    """All of them."""
    computing: int
    """Those with a rule by which something is worked out, under some reading."""
    recorded: int
    """Those that say nothing that could be worked out."""
    missing: int
    """Those of which something should be computed and is not, whether or not they compute
    something else."""
    stated: int
    """Those whose encoding the text states."""
    derived: int
    """Those whose encoding follows from what the text states."""
    assumed: int
    """Those whose encoding is assumed."""
    figures: int
    """Open figures that are taken to be something without a source."""
    unread: int
    """Those of which nobody has said that they read them."""


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
    counts: EncodingCountsRecord
    """What of it is computed, recorded on purpose, and missing."""
    remarks: tuple[RemarkRecord, ...]
    """What its arithmetic says, the gravest first."""


PUBLISHED = {"reading": AgreementRecord}
