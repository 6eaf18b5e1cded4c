"""Why a person stood where they stood in a decision."""

from __future__ import annotations

from watchbill.contract.record import VERSION, Version, record


@record
class WhyRecord:
    """The reason that was given then, and whether it comes out the same again."""

    version: Version = VERSION
    person: str
    """Who asks."""
    vacancy: int
    """Number of the entry that opened the vacancy."""
    why: tuple[str, ...]
    """The reason, a sentence each."""
    decision: int
    """Number of the entry that keeps the decision."""
    looked_at: str
    """Digest (SHA-256, hexadecimal) of what it looked at."""
    same_facts: bool
    """Whether the service and the entries are those that it looked at."""
    same_answer: bool
    """Whether it comes out the same, worked out again."""


PUBLISHED = {"why": WhyRecord}
