"""An exchange is refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

from pydantic import Field

from watchbill.acts.base import Act, Aftermath, Next, WorkedOut, local
from watchbill.acts.roles import DESK, ActingRole, Who
from watchbill.contract.decision import ExchangeDecisionRecord
from watchbill.desk.frozen import answer_of, decide
from watchbill.events.exchange_answer import ExchangeAnswer
from watchbill.kernel.clock import Instant
from watchbill.ledger.book import Book


@dataclass(frozen=True, kw_only=True)
class RefuseExchange(Act):
    """Refuse an exchange, and keep what the conditions came to."""

    roles: ClassVar[frozenset[ActingRole]] = DESK

    exchange: Annotated[int, Field(ge=1)]

    def work_out(self, book: Book, who: Who, known: Instant) -> WorkedOut:
        book.exchange(self.exchange)
        decided = decide(book, self.exchange)
        answer = ExchangeAnswer(exchange=self.exchange, answer="refused", at=local(book, known))
        return WorkedOut(book.with_entries([decided, answer], known, who.name, self.why), decided)

    @classmethod
    def offered(cls, left: Aftermath) -> Iterator[Next]:
        if left.decided is None or left.after.answer_to(left.decided.about) is not None:
            return
        answer = answer_of(left.decided)
        if isinstance(answer, ExchangeDecisionRecord) and answer.verdict == "refused":
            yield Next(cls(exchange=left.decided.about), say=("why",))
