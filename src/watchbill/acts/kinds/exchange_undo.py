"""An exchange is undone, alone or with all that rest on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

from pydantic import Field

from watchbill.acts.base import Act, Aftermath, Next, WorkedOut, local
from watchbill.acts.roles import DESK, ActingRole, Who
from watchbill.events.exchange_answer import ExchangeAnswer
from watchbill.kernel.clock import Instant
from watchbill.ledger.book import Book


@dataclass(frozen=True, kw_only=True)
class UndoExchange(Act):
    """Undo an exchange: each has again the tour they gave.

    Where later exchanges rest on it they are named and nothing is undone, unless ``chain``.
    """

    roles: ClassVar[frozenset[ActingRole]] = DESK

    exchange: Annotated[int, Field(ge=1)]
    chain: bool = False

    def work_out(self, book: Book, who: Who, known: Instant) -> WorkedOut:
        book.exchange(self.exchange)
        at = local(book, known)
        resting = book.resting_on(self.exchange) if self.chain else []
        events = [
            ExchangeAnswer(exchange=number, answer="undone", at=at)
            for number in (*reversed(resting), self.exchange)
        ]
        return WorkedOut(book.with_entries(events, known, who.name, self.why))

    @classmethod
    def offered(cls, left: Aftermath) -> Iterator[Next]:
        for entry in left.added:
            event = entry.event
            if isinstance(event, ExchangeAnswer) and event.answer == "approved":
                yield Next(cls(exchange=event.exchange), "to take it back")
