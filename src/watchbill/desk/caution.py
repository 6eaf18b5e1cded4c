"""What is said of a request and is no finding."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Caution:
    """A sentence of one person's schedule, by name, and where it comes from: the number of a
    clause, or a published source.
    """

    person: str
    sentence: str
    source: str
