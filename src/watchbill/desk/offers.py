"""Answers to offers: what is entered when somebody accepts, refuses or is ordered in.

Nobody is skipped: an acceptance stands once all before in the order have answered, and somebody
is ordered in once all who were to be asked have declined. Which answer was before which goes by
their own times, and not by when they were entered.
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
from watchbill.events.offer_answer import FILLS, OfferAnswer
from watchbill.kernel.clock import Wall
from watchbill.kernel.problems import BadInput, Problem
from watchbill.ledger.book import Book

UNREACHED = "no answer"


def answered(book: Book, answer: OfferAnswer) -> list[Event]:
    """The answer, and the tour for whoever accepts or is ordered.

    Raises :class:`BadInput` where the person was not among those to be asked, or has the tour
    before their turn.
    """
    answer = replace(answer, person=key_in(book.now, answer.person))
    vacancy = book.vacancy(answer.vacancy)
    decision = offered(book, answer.vacancy)
    order, key = decision.names, answer.person
    said = answers(book, answer.vacancy, answer.at)
    if answer.answer == ORDERED:
        _refuse_skipping(book, [one for one in order if one not in said], key)
        _refuse_out_of_turn(book, decision.ordered, said, key)
    elif key not in order:
        who = book.now.name(key)
        raise _cannot(f"{who} is not among those to be asked: watchbill why says why")
    elif answer.answer == "accepted":
        _refuse_skipping(book, _unasked(order, said, key), key)
    if answer.answer not in FILLS:
        return [answer]
    on = ORDERED if answer.answer == ORDERED else VOLUNTARY
    extra = Extra(person=answer.person, tour=vacancy.tour, list=on, occasion=vacancy.occasion)
    return [answer, extra]


def out_of_turn(book: Book, answer: OfferAnswer) -> str | None:
    """What to ask whoever enters that somebody declined before all ahead of them were asked: it
    would be charged as an offer had. ``None`` where it was their turn."""
    if answer.answer in FILLS:
        return None
    key = key_in(book.now, answer.person)
    said = answers(book, answer.vacancy, answer.at)
    unasked = _unasked(offered(book, answer.vacancy).names, said, key)
    if not unasked:
        return None
    name = book.now.name(key)
    names = ", ".join(map(book.now.name, unasked))
    ahead = f"{names} {'stands' if len(unasked) == 1 else 'stand'} before {name}"
    return f"{ahead} and had not answered by then. Was {name} really asked?"


def to_ask(book: Book, vacancy: int) -> str | None:
    """The key of whom to ask next; nobody where it is filled, or all have answered."""
    said = answers(book, vacancy)
    if set(FILLS) & set(said.values()):
        return None
    return next((name for name in offered(book, vacancy).names if name not in said), None)


def to_order(book: Book, vacancy: int) -> str | None:
    """The key of whom to order in, where all have declined; nobody otherwise."""
    said = answers(book, vacancy)
    decision = offered(book, vacancy)
    if set(FILLS) & set(said.values()) or any(name not in said for name in decision.names):
        return None
    return next(iter(_reached(decision.ordered, said)), None)


def offered(book: Book, vacancy: int) -> OfferDecisionRecord:
    """The order of offer that was kept for the vacancy. Raises :class:`BadInput`."""
    decision = again(book, vacancy).answer
    if not isinstance(decision, OfferDecisionRecord):
        raise _cannot(f"entry {vacancy} opens no vacancy")
    return decision


def answers(book: Book, vacancy: int, until: Wall | None = None) -> dict[str, str]:
    """By key what was answered to the offer of the vacancy, in the order of their own times;
    until that local time, where one is given."""
    given = [
        known.event
        for known in book.answers_to(vacancy)
        if isinstance(known.event, OfferAnswer) and (until is None or known.event.at <= until)
    ]
    return {one.person: one.answer for one in sorted(given, key=lambda one: one.at)}


def _unasked(order: Sequence[str], said: Mapping[str, str], person: str) -> list[str]:
    """Those before the person in the order who had not answered."""
    return [name for name in order[: order.index(person)] if name not in said]


def _reached(order: Sequence[str], said: Mapping[str, str]) -> Sequence[str]:
    """Those who could be reached; where nobody could, all of them."""
    return [name for name in order if said.get(name) != UNREACHED] or order


def _refuse_skipping(book: Book, unasked: Sequence[str], person: str) -> None:
    if unasked:
        names, who = ", ".join(map(book.now.name, unasked)), book.now.name(person)
        raise _cannot(f"before {who}, an answer of {names} is needed: refused, or no answer")


def _refuse_out_of_turn(
    book: Book, order: Sequence[str], said: Mapping[str, str], person: str
) -> None:
    """The first in the order who could be reached; where nobody could, the first."""
    if person not in order:
        who = book.now.name(person)
        raise _cannot(f"{who} may not be ordered in: watchbill offer show says who may")
    first = _reached(order, said)[0]
    if person != first:
        before, who = book.now.name(first), book.now.name(person)
        raise _cannot(f"{before} is to be ordered in before {who}")


def _cannot(message: str) -> BadInput:
    return BadInput([Problem("ledger", None, "", message)])
