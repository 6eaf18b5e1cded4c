"""The other of the two agrees to an exchange, in writing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

from pydantic import Field

from watchbill.acts.base import Act, Aftermath, Next, WorkedOut, key_of, local
from watchbill.acts.roles import DESK, ActingRole, Who
from watchbill.desk.frozen import decide
from watchbill.events.exchange import Exchange
from watchbill.events.exchange_answer import ExchangeAnswer
from watchbill.kernel.clock import Instant
from watchbill.kernel.fields import Text
from watchbill.ledger.book import Book


@dataclass(frozen=True, kw_only=True)
class AgreeExchange(Act):
    """Agree in writing to an exchange that the other asked for."""

    roles: ClassVar[frozenset[ActingRole]] = DESK
    own: ClassVar[bool] = True

    exchange: Annotated[int, Field(ge=1)]
    person: Text

    def is_of(self, who: Who, book: Book) -> bool:
        return key_of(book, self.person) == who.person

    def work_out(self, book: Book, who: Who, known: Instant) -> WorkedOut:
        book.exchange(self.exchange)
        answer = ExchangeAnswer(
            exchange=self.exchange, answer="agreed", at=local(book, known), by=self.person
        )
        after = book.with_entry(answer, known, who.name, self.why)
        return WorkedOut(after, decide(after, self.exchange))

    @classmethod
    def offered(cls, left: Aftermath) -> Iterator[Next]:
        if left.decided is None:
            return
        book, about = left.after, left.decided.about
        asked = book.now.asked.get(about)
        if not isinstance(asked, Exchange) or book.answer_to(about) is not None:
            return
        for key in asked.between:
            if key not in book.in_writing(about):
                yield Next(cls(exchange=about, person=key))
