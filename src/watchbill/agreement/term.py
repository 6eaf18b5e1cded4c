"""The term of a text: from when to when it holds, and that it goes on after its end."""

from __future__ import annotations

from dataclasses import dataclass

from watchbill.kernel.clock import Day, day_text


@dataclass(frozen=True, slots=True)
class Continues:
    """That a text goes on after its end until a new one: who says so, from when, and where.

    ``by`` is the text's own clause, or whoever entered it; ``since`` the first date for which it
    is said; ``source`` the letter, minute or entry in which it stands.
    """

    by: str
    since: Day
    source: str

    def __str__(self) -> str:
        """``the commission says that it goes on from 2026-01-01 until a new one (letter)``."""
        where = f" ({self.source})" if self.source else ""
        return f"{self.by} says that it goes on from {day_text(self.since)} until a new one{where}"


@dataclass(frozen=True, slots=True)
class Term:
    """First and last date of a text, both included; ``None`` where the text states none.

    ``assumed`` says why, where the days are taken and not stated. ``goes_on`` is the text's own
    word that it goes on after its end.
    """

    begins: Day | None = None
    ends: Day | None = None
    assumed: str | None = None
    goes_on: Continues | None = None

    @property
    def taken(self) -> str:
        """`` (an assumed day)`` where the days are assumed, to follow a date."""
        return " (an assumed day)" if self.assumed else ""


NO_TERM = Term()
"""A text that states no term: it is taken to hold on every date."""
