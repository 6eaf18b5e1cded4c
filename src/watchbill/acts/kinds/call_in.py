"""Somebody is called in to work outside the schedule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from watchbill.acts.base import Act, WorkedOut, local
from watchbill.acts.roles import DESK, ActingRole, Who
from watchbill.events import call_in as events
from watchbill.kernel.clock import Instant
from watchbill.kernel.fields import LengthField, Text, WallField
from watchbill.ledger.book import Book


@dataclass(frozen=True, kw_only=True)
class EnterCallIn(Act):
    """Call somebody in to work outside the schedule.

    ``told`` is when the person was called, where not when it became known; ``worked`` is nought
    where no start was required.
    """

    roles: ClassVar[frozenset[ActingRole]] = DESK

    person: Text
    report: WallField
    worked: LengthField
    told: WallField | None = None

    def work_out(self, book: Book, who: Who, known: Instant) -> WorkedOut:
        event = events.CallIn(
            person=self.person,
            told=local(book, known) if self.told is None else self.told,
            report=self.report,
            worked=self.worked,
        )
        return WorkedOut(book.with_entry(event, known, who.name, self.why))
