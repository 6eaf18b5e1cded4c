"""Answers to offers: what is entered when somebody accepts, refuses or is ordered in.

Nobody is skipped: an acceptance stands once all before in the order have answered, and somebody
is ordered in once all who were to be asked have declined.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from watchbill.contract.decision import OfferDecisionRecord
from watchbill.desk.frozen import again
from watchbill.desk.mandatory import ORDERED
from watchbill.events.base import VOLUNTARY, Event
from watchbill.events.extra import Extra
from watchbill.events.names import key_in
from watchbill.events.offer_answer import OfferAnswer
from watchbill.kernel.problems import BadInput, Problem
from watchbill.ledger.book import Book

UNREACHED = "no answer"


def answered(book: Book, answer: OfferAnswer) -> list[Event]:
    """The answer, and the tour for whoever accepts or is ordered.

    Raises :class:`BadInput` where the person was not among those to be asked, or it is not
    their turn.
    """
    answer = replace(answer, person=key_in(book.now, answer.person))
    vacancy = book.vacancy(answer.vacancy)
    decision = offered(book, answer.vacancy)
    order = decision.names
    said = answers(book, answer.vacancy)
    if answer.answer == ORDERED:
        _refuse_skipping([name for name in order if name not in said], answer.person)
        _refuse_out_of_turn(decision.ordered, said, answer.person)
    elif answer.person not in order:
        raise _cannot(f"{answer.person} is not among those to be asked: watchbill why says why")
    elif answer.answer == "accepted":
        before = order[: order.index(answer.person)]
        _refuse_skipping([name for name in before if name not in said], answer.person)
    if answer.answer not in ("accepted", ORDERED):
        return [answer]
    on = ORDERED if answer.answer == ORDERED else VOLUNTARY
    extra = Extra(person=answer.person, tour=vacancy.tour, list=on, occasion=vacancy.occasion)
    return [answer, extra]


def offered(book: Book, vacancy: int) -> OfferDecisionRecord:
    """The order of offer that was kept for the vacancy. Raises :class:`BadInput`."""
    decision = again(book, vacancy).answer
    if not isinstance(decision, OfferDecisionRecord):
        raise _cannot(f"entry {vacancy} opens no vacancy")
    return decision


def answers(book: Book, vacancy: int) -> dict[str, str]:
    """By name what was answered to the offer of the vacancy, so far."""
    return {
        known.event.person: known.event.answer
        for known in book.answers_to(vacancy)
        if isinstance(known.event, OfferAnswer)
    }


def _refuse_skipping(unasked: Sequence[str], person: str) -> None:
    if unasked:
        names = ", ".join(unasked)
        raise _cannot(f"before {person}, an answer of {names} is needed: refused, or no answer")


def _refuse_out_of_turn(order: Sequence[str], said: Mapping[str, str], person: str) -> None:
    """The first in the order who could be reached; where nobody could, the first."""
    if person not in order:
        raise _cannot(f"{person} may not be ordered in: watchbill offer show says who may")
    reached = [name for name in order if said.get(name) != UNREACHED] or order
    if person != reached[0]:
        raise _cannot(f"{reached[0]} is to be ordered in before {person}")


def _cannot(message: str) -> BadInput:
    return BadInput([Problem("ledger", None, "", message)])
