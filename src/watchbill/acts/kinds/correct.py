"""An earlier entry gives way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

from pydantic import Field

from watchbill.acts.base import Act, Aftermath, Next, WorkedOut
from watchbill.acts.event_field import EventField
from watchbill.acts.roles import DESK, ActingRole, Who
from watchbill.desk.leave import refuse_unknown_leave
from watchbill.events.exchange_answer import ExchangeAnswer
from watchbill.events.offer_answer import OfferAnswer
from watchbill.kernel.clock import Instant
from watchbill.ledger.book import Book


@dataclass(frozen=True, kw_only=True)
class CorrectEntry(Act):
    """Put what is right in the place of an earlier entry, or take it back."""

    roles: ClassVar[frozenset[ActingRole]] = DESK

    entry: Annotated[int, Field(ge=1)]
    event: EventField | None = None

    def work_out(self, book: Book, who: Who, known: Instant) -> WorkedOut:
        if self.event is not None:
            refuse_unknown_leave(book.service.agreement, self.event)
        return WorkedOut(book.with_correction(self.entry, self.event, known, who.name, self.why))

    @classmethod
    def offered(cls, left: Aftermath) -> Iterator[Next]:
        """What was entered and is no part of an exchange or an offer, which have their own acts."""
        own = (ExchangeAnswer, OfferAnswer)
        rests = left.decided is not None or any(isinstance(one.event, own) for one in left.added)
        for entry in left.added:
            if entry.event is not None and entry.corrects is None and not rests:
                yield Next(cls(entry=entry.number), "to take it back")
