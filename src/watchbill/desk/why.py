"""A person's place in an offer order, in sentences made of the frozen answer alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from watchbill.contract.decision import OfferDecisionRecord
from watchbill.contract.why import WhyRecord
from watchbill.desk.frozen import Again
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
    placed = tuple(_place(answer, person))
    out = [one for one in answer.left_out if one.person == person]
    yield from placed
    for one in out:
        clause = f" Clause {one.clause}." if one.clause else ""
        yield f"{person} was left out: {one.reason}{clause}"
    yield from _ordering_in(answer, person)
    if not placed and not out:
        yield f"{person} was not in the service when this was decided."
    yield from _answers(book, found.decided.about)


def _place(answer: OfferDecisionRecord, person: str) -> Iterator[str]:
    """The person's place in the order of offer, and everybody before them."""
    if person not in answer.names:
        return
    place = answer.names.index(person)
    rule = f"Clause {answer.clause}" if answer.clause else "Equal chances (assumed)"
    own = answer.order[place]
    yield (
        f"{person} was number {place + 1} of {len(answer.order)} in the order of offer"
        f" ({rule}, step {own.step}): {own.reason}."
    )
    for earlier in answer.order[:place]:
        yield f"Before: {earlier.person} (step {earlier.step}): {earlier.reason}."


def _ordering_in(answer: OfferDecisionRecord, person: str) -> Iterator[str]:
    """The person's place in the order of ordering in, or why they were spared."""
    if person in answer.ordered:
        place = answer.ordered.index(person)
        yield (
            f"Where all declined, {person} was number {place + 1} of {len(answer.mandatory)} to be"
            f" ordered in: {answer.mandatory[place].reason}."
        )
    for one in answer.spared:
        if one.person == person:
            yield f"{person} was not to be ordered in: {one.reason} Clause {one.clause}."


def _answers(book: Book, vacancy: int) -> Iterator[str]:
    for known in book.answers_to(vacancy):
        event = known.event
        if isinstance(event, OfferAnswer):
            yield f"Entry {known.number}: {event.person}, {wall_text(event.at)}: {event.answer}."
