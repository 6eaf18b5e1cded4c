"""Decisions frozen: a record of the contract as canonical text, with what it looked at.

An answer is worked out from the service and the entries up to a number, and from nothing else,
so it can be worked out again at any time; what was looked at is sealed by a digest.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from watchbill.contract.decision import (
    DecidedRecord,
    DecisionRecord,
    ExchangeDecisionRecord,
    read_decision,
)
from watchbill.contract.record import canonical
from watchbill.desk.contract import exchange_record, offer_record
from watchbill.desk.exchange import judge
from watchbill.desk.vacancy import offer_order
from watchbill.events.decided import FIRST_BUILD, Decided
from watchbill.events.exchange import Exchange
from watchbill.events.exchange_answer import ExchangeAnswer
from watchbill.events.vacancy import Vacancy
from watchbill.kernel.problems import BadInput, Problem
from watchbill.ledger.book import Book


def decide(book: Book, about: int) -> Decided:
    """The answer to the exchange or vacancy of entry ``about``, on all that the book knows.

    Raises :class:`BadInput` where the entry asks for neither, or cannot be judged.
    """
    text = canonical(_answer(book, about))
    upto = len(book.entries)
    return Decided(about=about, upto=upto, looked_at=looked_at(book, upto), answer=text)


def looked_at(book: Book, upto: int) -> str:
    """The digest that seals the first ``upto`` entries, and so all that an answer rests on."""
    return book.head(upto)


def answer_of(decided: Decided) -> DecisionRecord:
    """The frozen answer, read. Raises :class:`BadInput` where it is none."""
    return read_decision(decided.answer, f"the decision on entry {decided.about}")


def judged(decided: Decided) -> ExchangeDecisionRecord:
    """The frozen answer to an exchange. Raises :class:`BadInput` where it answers none."""
    answer = answer_of(decided)
    if isinstance(answer, ExchangeDecisionRecord):
        return answer
    message = f"entry {decided.about} asks for no exchange"
    raise BadInput([Problem("ledger", None, "", message)])


def decided_record(decided: Decided) -> DecidedRecord:
    """The decision with what it was about and what it looked at, as a record of the contract."""
    return DecidedRecord(
        entry=decided.about, looked_at=decided.looked_at, decision=answer_of(decided)
    )


@dataclass(frozen=True, slots=True)
class Again:
    """A frozen decision worked out once more.

    ``same_facts``: it looked at this very service and these very entries; ``same_answer``: the
    answer came out the same. ``answer`` is the frozen one.
    """

    number: int
    decided: Decided
    answer: DecisionRecord
    same_facts: bool
    same_answer: bool

    @property
    def of_first_build(self) -> bool:
        """Whether it looked at a ledger of the first build, which was taken over."""
        return self.decided.looked_at.startswith(FIRST_BUILD)


def again(book: Book, about: int) -> Again:
    """The first decision on entry ``about``, worked out again on what was known then.

    Raises :class:`BadInput` where the ledger has none.
    """
    for number in book.now.decided.get(about, ())[:1]:
        event = book.entries[number - 1].event
        if isinstance(event, Decided):
            then = book.until(event.upto)
            same_facts = looked_at(book, event.upto) == event.looked_at
            answer = answer_of(event)
            try:
                same = _answer(then, about) == answer
            except BadInput:
                same = False
            return Again(number, event, answer, same_facts, same)
    message = f"no decision on entry {about} is in the ledger"
    raise BadInput([Problem("ledger", None, "", message)])


def _answer(book: Book, about: int) -> DecisionRecord:
    asked = book.now.asked.get(about)
    schedule = _before_answers(book, about).now
    if isinstance(asked, Vacancy):
        return offer_record(offer_order(book.texts, schedule, asked))
    if isinstance(asked, Exchange):
        asked = replace(asked, written=book.in_writing(about))
        return exchange_record(schedule.facts.zone, judge(book.texts, schedule, asked))
    message = f"entry {about} asks for no exchange and opens no vacancy"
    raise BadInput([Problem("ledger", None, "", message)])


def _before_answers(book: Book, about: int) -> Book:
    """The book before anybody answered, but for one of the two who agreed to an exchange."""
    answers = [
        known.number
        for known in book.answers_to(about)
        if not (isinstance(known.event, ExchangeAnswer) and known.event.answer == "agreed")
    ]
    return book.until(answers[0] - 1) if answers else book
