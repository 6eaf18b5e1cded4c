"""A person's place in an offer order, in sentences made of the frozen answer alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from watchbill.contract.decision import OfferDecisionRecord
from watchbill.contract.why import WhyRecord
from watchbill.desk.frozen import Again
from watchbill.desk.reasons import place_in
from watchbill.events.offer_answer import OfferAnswer
from watchbill.kernel.clock import wall_text
from watchbill.kernel.problems import BadInput, Problem
from watchbill.ledger.book import Book


def why(book: Book, found: Again, person: str) -> tuple[str, ...]:
    """Why the person stood where they stood, or was left out, and what was answered until then.

    Raises :class:`BadInput` where the decision does not speak of the person.
    """
    return tuple(_sentences(book, found, person))


def why_record(found: Again, person: str, sentences: Sequence[str]) -> WhyRecord:
    """The answer to ``person`` as a record of the contract."""
    return WhyRecord(
        person=person,
        vacancy=found.decided.about,
        why=tuple(sentences),
        decision=found.number,
        looked_at=found.decided.looked_at,
        same_facts=found.same_facts,
        same_answer=found.same_answer,
    )


def _sentences(book: Book, found: Again, person: str) -> Iterator[str]:
    answer = found.answer
    if not isinstance(answer, OfferDecisionRecord):
        message = f"entry {found.decided.about} is no vacancy"
        raise BadInput([Problem("VACANCY", None, "", message)])
    yield f"Vacancy of entry {found.decided.about}: {answer.asked.post}, {answer.asked.tour}."
    yield from place_in(answer, person, book.now.name)
    yield from _answers(book, found.decided.about)


def _answers(book: Book, vacancy: int) -> Iterator[str]:
    for known in book.answers_to(vacancy):
        event = known.event
        if isinstance(event, OfferAnswer):
            who = book.now.name(event.person)
            yield f"Entry {known.number}: {who}, {wall_text(event.at)}: {event.answer}."
