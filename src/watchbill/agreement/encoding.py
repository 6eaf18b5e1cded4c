"""Where what a file says of a clause comes from, and who last read it against the text.

``stated``: the text says it. ``derived``: it follows from what the text says. ``assumed``: nobody
has said it. ``missing``: the text says something that should be computed, and the file does not.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from watchbill.kernel.clock import Day, day_text


class Encoding(StrEnum):
    """Where what a file says of a clause comes from; of several the last one counts."""

    STATED = "stated"
    DERIVED = "derived"
    ASSUMED = "assumed"
    MISSING = "missing"


class Question(StrEnum):
    """What is asked of a clause: whether a schedule keeps it, what it pays, what it decides."""

    CHECK = "check"
    PAY = "pay"
    DECIDE = "decide"


@dataclass(frozen=True, slots=True)
class Missing:
    """What a clause says that should be computed and is not: in words, and which questions about
    it have no answer.
    """

    says: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class LastRead:
    """Who last held a clause of the file against its text, and on which date."""

    by: str
    on: Day

    def __str__(self) -> str:
        return f"read by {self.by} on {day_text(self.on)}"


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where what a file says of one clause comes from.

    ``derived`` and ``assumed`` say how and why, where it is so; ``read`` is ``None`` where nobody
    has said that they read it.
    """

    derived: str | None = None
    assumed: str | None = None
    missing: Missing | None = None
    read: LastRead | None = None

    @property
    def encoding(self) -> Encoding:
        """In one word."""
        if self.missing is not None:
            return Encoding.MISSING
        if self.assumed is not None:
            return Encoding.ASSUMED
        return Encoding.STATED if self.derived is None else Encoding.DERIVED


NOTHING_SAID = Provenance()
