"""Worked examples, tried against their agreements."""

from __future__ import annotations

from typing import Literal

from watchbill.contract.record import VERSION, Version, record

ResultName = Literal["agreed", "differs", "not judged", "impossible"]


@record
class ExpectationRecord:
    """One expectation of an example."""

    expectation: str
    """What is expected."""
    result: ResultName
    """How it came out."""
    lines: tuple[str, ...]
    """The working, a line each."""


@record
class TriedRecord:
    """One example."""

    name: str
    """What it is called."""
    file: str
    """Its file."""
    line: int
    """Its line there."""
    agreement: str
    """The agreement that it is about: an id or a file."""
    clause: str | None
    """The clause that it is about, where it says so."""
    result: ResultName
    """That of its worst expectation."""
    working: tuple[ExpectationRecord, ...]
    """Expectation by expectation."""
    readings: str
    """Readings in force of clauses that have more than one."""


@record
class ExamplesRecord:
    """Examples, in the order in which they were tried."""

    version: Version = VERSION
    examples: tuple[TriedRecord, ...]
    """In the order of their files."""


PUBLISHED = {"examples": ExamplesRecord}
