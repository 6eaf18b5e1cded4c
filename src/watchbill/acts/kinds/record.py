"""Something happened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from watchbill.acts.base import Act, WorkedOut
from watchbill.acts.event_field import EventField
from watchbill.acts.roles import DESK, ActingRole, Who
from watchbill.desk.leave import refuse_unknown_leave
from watchbill.kernel.clock import Instant
from watchbill.ledger.book import Book


@dataclass(frozen=True, kw_only=True)
class RecordEvent(Act):
    """Enter what happened, of any kind."""

    roles: ClassVar[frozenset[ActingRole]] = DESK

    event: EventField

    def work_out(self, book: Book, who: Who, known: Instant) -> WorkedOut:
        refuse_unknown_leave(book.service.agreement, self.event)
        return WorkedOut(book.with_entry(self.event, known, who.name, self.why))
