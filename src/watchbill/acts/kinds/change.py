"""A tour, or a day off, of the posted schedule becomes another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from watchbill.acts.base import Act, WorkedOut, local
from watchbill.acts.roles import DESK, ActingRole, Who
from watchbill.events import change as events
from watchbill.events.base import Side
from watchbill.kernel.clock import Instant
from watchbill.kernel.fields import Text, WallField
from watchbill.ledger.book import Book
from watchbill.records.local_tour import PlaceField, TourOrOffField


@dataclass(frozen=True, kw_only=True)
class ChangeTour(Act):
    """Change a tour, or a day off, of the posted schedule.

    ``told`` is when the person was told, where not when it became known.
    """

    roles: ClassVar[frozenset[ActingRole]] = DESK

    person: Text
    tour: PlaceField
    to: TourOrOffField
    told: WallField | None = None
    asked_by: Side = "employer"

    def work_out(self, book: Book, who: Who, known: Instant) -> WorkedOut:
        event = events.Change(
            person=self.person,
            tour=self.tour,
            to=self.to,
            told=local(book, known) if self.told is None else self.told,
            asked_by=self.asked_by,
        )
        return WorkedOut(book.with_entry(event, known, who.name, self.why))
