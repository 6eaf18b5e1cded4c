"""What a person said to the offer of a vacancy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from watchbill.acts.base import Act, Aftermath, Next, WorkedOut, key_of, local
from watchbill.acts.roles import DESK, ActingRole, Who
from watchbill.desk.offers import answered, out_of_turn, to_ask, to_order
from watchbill.events import offer_answer as events
from watchbill.events.vacancy import Vacancy
from watchbill.kernel.clock import Instant
from watchbill.kernel.fields import Text
from watchbill.ledger.book import Book


@dataclass(frozen=True, kw_only=True)
class AnswerOffer(Act):
    """Enter the answer to an offer; who accepts, or is ordered, has the tour.

    A refusal, or no answer, is charged as an offer had. ``sure``: although somebody before them
    in the order has not been asked.
    """

    roles: ClassVar[frozenset[ActingRole]] = DESK
    own: ClassVar[bool] = True

    vacancy: Annotated[int, Field(ge=1)]
    person: Text
    answer: Literal["accepted", "refused", "no answer", "ordered"]
    sure: bool = False

    def is_of(self, who: Who, book: Book) -> bool:
        spoken = self.answer in ("accepted", "refused")
        return spoken and key_of(book, self.person) == who.person

    def work_out(self, book: Book, who: Who, known: Instant) -> WorkedOut:
        event = events.OfferAnswer(
            person=key_of(book, self.person),
            vacancy=self.vacancy,
            answer=self.answer,
            at=local(book, known),
        )
        after = book.with_entries(answered(book, event), known, who.name, self.why)
        question = None if self.sure else out_of_turn(book, event)
        if question is None:
            return WorkedOut(after)
        return WorkedOut(after, None, (question,), Next(replace(self, sure=True), "if they were"))

    @classmethod
    def offered(cls, left: Aftermath) -> Iterator[Next]:
        """Whom to ask next, or to order in; nobody once the vacancy is filled."""
        for number in dict.fromkeys(_vacancies(left)):
            asked = to_ask(left.after, number)
            ordered = to_order(left.after, number)
            if asked is not None:
                others = (("answer", ("refused", "no answer")),)
                accepts = cls(vacancy=number, person=asked, answer="accepted")
                yield Next(accepts, instead=others)
            elif ordered is not None:
                yield Next(cls(vacancy=number, person=ordered, answer="ordered"))


def _vacancies(left: Aftermath) -> Iterator[int]:
    """Vacancies that the entries open or answer."""
    for entry in left.added:
        if isinstance(entry.event, Vacancy):
            yield entry.number
        elif isinstance(entry.event, events.OfferAnswer):
            yield entry.event.vacancy
