"""A person's place in an offer order, in sentences made of the frozen answer alone."""

from __future__ import annotations

from collections.abc import Iterator

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


def _sentences(book: Book, found: Again, person: str) -> Iterator[str]:
    answer = found.data
    if "order" not in answer:
        message = f"entry {found.decided.about} is no vacancy"
        raise BadInput([Problem("VACANCY", None, "", message)])
    asked = answer["asked"]["vacancy"]
    rule = f"Clause {answer['clause']}" if answer["clause"] else "Equal chances (assumed)"
    yield f"Vacancy of entry {found.decided.about}: {asked['post']}, {asked['tour']}."
    places = {one["person"]: place for place, one in enumerate(answer["order"], 1)}
    if person in places:
        one = answer["order"][places[person] - 1]
        yield (
            f"{person} was number {places[person]} of {len(places)} in the order of offer"
            f" ({rule}, step {one['step']}): {one['reason']}."
        )
        for earlier in answer["order"][: places[person] - 1]:
            yield f"Before: {earlier['person']} (step {earlier['step']}): {earlier['reason']}."
    out = [one for one in answer["left_out"] if one["person"] == person]
    for one in out:
        clause = f" Clause {one['clause']}." if one["clause"] else ""
        yield f"{person} was left out: {one['reason']}{clause}"
    ordered = [one["person"] for one in answer["mandatory"]]
    if person in ordered:
        place = ordered.index(person)
        reason = answer["mandatory"][place]["reason"]
        yield (
            f"Where all declined, {person} was number {place + 1} of {len(ordered)} to be ordered"
            f" in: {reason}."
        )
    for one in answer.get("spared", ()):
        if one["person"] == person:
            yield f"{person} was not to be ordered in: {one['reason']} Clause {one['clause']}."
    if person not in places and not out:
        yield f"{person} was not in the service when this was decided."
    yield from _answers(book, found.decided.about)


def _answers(book: Book, vacancy: int) -> Iterator[str]:
    for known in book.known():
        event = known.event
        if isinstance(event, OfferAnswer) and event.vacancy == vacancy:
            yield f"Entry {known.number}: {event.person}, {wall_text(event.at)}: {event.answer}."
