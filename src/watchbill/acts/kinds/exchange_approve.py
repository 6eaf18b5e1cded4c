"""An exchange is approved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

from pydantic import Field

from watchbill.acts.base import Act, Aftermath, Next, WorkedOut, cannot, local
from watchbill.acts.roles import DESK, ActingRole, Who
from watchbill.contract.decision import ExchangeDecisionRecord
from watchbill.desk.frozen import answer_of, decide, judged
from watchbill.events.exchange_answer import ExchangeAnswer
from watchbill.kernel.clock import Instant
from watchbill.ledger.book import Book


@dataclass(frozen=True, kw_only=True)
class ApproveExchange(Act):
    """Approve an exchange, and keep the decision with what it looked at.

    ``consent`` is given where the agreement asks for it. ``all_the_same`` approves it although a
    condition is not met, and needs a reason: it takes effect, and the audit finds what follows.
    """

    roles: ClassVar[frozenset[ActingRole]] = DESK

    exchange: Annotated[int, Field(ge=1)]
    consent: bool = False
    all_the_same: bool = False

    def work_out(self, book: Book, who: Who, known: Instant) -> WorkedOut:
        book.exchange(self.exchange)
        decided = decide(book, self.exchange)
        verdict = judged(decided).verdict
        if self.all_the_same and not self.why.strip():
            raise cannot("to approve it all the same, say why")
        if not (
            verdict == "approved"
            or self.all_the_same
            or (self.consent and verdict == "needs consent")
        ):
            return WorkedOut(
                book, decided, tuple(_unmet(judged(decided))), self._nevertheless(verdict)
            )
        answer = ExchangeAnswer(exchange=self.exchange, answer="approved", at=local(book, known))
        after = book.with_entries([decided, answer], known, who.name, self.why)
        return WorkedOut(after, decided)

    def _nevertheless(self, verdict: str) -> Next:
        if verdict == "needs consent":
            return Next(replace(self, consent=True), "with the consent of whoever may give it")
        say = () if self.why.strip() else ("why",)
        return Next(replace(self, all_the_same=True), "all the same, with the reason", say)

    @classmethod
    def offered(cls, left: Aftermath) -> Iterator[Next]:
        if left.decided is None or left.after.answer_to(left.decided.about) is not None:
            return
        answer = answer_of(left.decided)
        if isinstance(answer, ExchangeDecisionRecord) and answer.verdict != "refused":
            consent = answer.verdict == "needs consent"
            yield Next(cls(exchange=left.decided.about, consent=consent))


def _unmet(answer: ExchangeDecisionRecord) -> Iterator[str]:
    for one in answer.conditions:
        if not one.met:
            yield f"{one.clause}, {one.condition}: {one.evidence}"
