"""The schedule of some dates is posted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from watchbill.acts.base import Act, WorkedOut, local
from watchbill.acts.roles import ActingRole, Who
from watchbill.events.posted import Posted
from watchbill.kernel.clock import Instant
from watchbill.kernel.fields import DayField, WallField
from watchbill.ledger.book import Book


@dataclass(frozen=True, kw_only=True)
class PostSchedule(Act):
    """Post the schedule of some dates: from then on a change of it needs notice.

    ``at`` is when it was posted, where not when it became known.
    """

    roles: ClassVar[frozenset[ActingRole]] = frozenset({ActingRole.MANAGER})

    first: DayField
    last: DayField
    at: WallField | None = None

    def work_out(self, book: Book, who: Who, known: Instant) -> WorkedOut:
        at = local(book, known) if self.at is None else self.at
        event = Posted(at=at, first=self.first, last=self.last)
        return WorkedOut(book.with_entry(event, known, who.name, self.why))
