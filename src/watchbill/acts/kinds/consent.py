"""Somebody agrees to what a clause lets be done by agreement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from watchbill.acts.base import Act, WorkedOut, key_of, local
from watchbill.acts.roles import DESK, ActingRole, Who
from watchbill.events import consent as events
from watchbill.kernel.clock import Instant
from watchbill.kernel.fields import Text, WallField
from watchbill.ledger.book import Book


@dataclass(frozen=True, kw_only=True)
class GiveConsent(Act):
    """Agree to what a clause lets be done by agreement.

    ``by`` is one of those whom the clause names; ``person`` the employee whom it concerns, where
    it concerns one. ``at`` is when, where not when it became known.
    """

    roles: ClassVar[frozenset[ActingRole]] = DESK | {ActingRole.STEWARD}
    own: ClassVar[bool] = True

    clause: Text
    by: Text
    person: Text | None = None
    at: WallField | None = None

    def is_of(self, who: Who, book: Book) -> bool:
        """A member agrees for themselves, and for no other party."""
        own = self.person is not None and key_of(book, self.person) == who.person
        return own and self.by == "employee"

    def work_out(self, book: Book, who: Who, known: Instant) -> WorkedOut:
        at = local(book, known) if self.at is None else self.at
        event = events.Consent(clause=self.clause, by=self.by, at=at, person=self.person)
        return WorkedOut(book.with_entry(event, known, who.name, self.why))
