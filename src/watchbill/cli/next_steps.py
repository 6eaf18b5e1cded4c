"""What somebody at the desk would do next, as commands to copy."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

    from watchbill.events.decided import Decided
    from watchbill.events.standing import Standing
    from watchbill.ledger.book import Book
    from watchbill.ledger.entry import Entry
    from watchbill.records.tours import Tour


def next_steps(
    where: str, book: Book, added: Sequence[Entry], short: Sequence[str] = ()
) -> list[str]:
    """Commands that follow from the entries just made; ``short`` says where coverage is worse."""
    return [step for entry in added for step in _after(where, book, entry, short)]


def show_next(out: Console, steps: Sequence[str]) -> None:
    """The commands, one a line and never folded, so that each can be copied."""
    for step in steps:
        out.print(f"Next: {step}", soft_wrap=True)


def _after(where: str, book: Book, entry: Entry, short: Sequence[str]) -> Iterator[str]:
    from watchbill.events.change import Change
    from watchbill.events.decided import Decided
    from watchbill.events.exchange_answer import ExchangeAnswer
    from watchbill.events.leave import Leave
    from watchbill.events.offer_answer import OfferAnswer

    event = entry.event
    if isinstance(event, Decided):
        yield from after_decision(where, book, event)
    elif isinstance(event, ExchangeAnswer) and event.answer == "agreed":
        yield _command("exchange", "judge", where, str(event.exchange))
    elif isinstance(event, ExchangeAnswer) and event.answer == "approved":
        yield _command("exchange", "undo", where, str(event.exchange)) + "   (to take it back)"
    elif isinstance(event, OfferAnswer):
        yield from _after_answer(where, book, event.vacancy)
    elif isinstance(event, Leave | Change) and short:
        yield from _offer(where, book, entry, short)
    elif event is not None and entry.corrects is None:
        undo = _command("record", where, "--corrects", str(entry.number))
        yield f"{undo}   (to take it back)"


def after_decision(where: str, book: Book, decided: Decided) -> Iterator[str]:
    """What follows from a decision that was kept, or worked out."""
    from watchbill.contract.decision import OfferDecisionRecord
    from watchbill.desk.frozen import answer_of
    from watchbill.events.exchange import Exchange

    number = str(decided.about)
    answer = answer_of(decided)
    if isinstance(answer, OfferDecisionRecord):
        yield from _after_answer(where, book, decided.about)
        return
    if book.answer_to(decided.about) is not None:
        return
    asked = book.now.asked[decided.about]
    missing = [
        name
        for name in (asked.between if isinstance(asked, Exchange) else ())
        if name not in book.in_writing(decided.about)
    ]
    for name in missing:
        yield _command("exchange", "agree", where, number, name)
    if answer.verdict == "approved":
        yield _command("exchange", "approve", where, number)
    elif answer.verdict == "needs consent":
        yield _command("exchange", "approve", where, number, "--consent")
    elif not missing:
        yield _command("exchange", "refuse", where, number, "--why", "REASON")


def _after_answer(where: str, book: Book, vacancy: int) -> Iterator[str]:
    """Whom to ask next, or to order in; nothing once the vacancy is filled."""
    from watchbill.desk.offers import UNREACHED, answers, offered

    said = answers(book, vacancy)
    decision = offered(book, vacancy)
    number = str(vacancy)
    if {"accepted", "ordered"} & set(said.values()):
        for name in decision.names:
            if said.get(name) in ("accepted", "ordered"):
                yield _command("why", where, name, number) + "   (the reason, now and later)"
        return
    for name in decision.names:
        if name not in said:
            words = _command("offer", "answer", where, number, name)
            yield f"{words} accepted   (or refused, no-answer)"
            return
    reached = [name for name in decision.ordered if said.get(name) != UNREACHED]
    for name in (reached or decision.ordered)[:1]:
        yield _command("offer", "answer", where, number, name, "ordered")


def _offer(where: str, book: Book, entry: Entry, short: Sequence[str]) -> Iterator[str]:
    """Opening the vacancy that somebody leaves, at each post that is short for it."""
    from watchbill.events.change import Change
    from watchbill.events.leave import Leave
    from watchbill.kernel.clock import length_written, wall_text

    event = entry.event
    if not isinstance(event, Leave | Change) or not isinstance(event.tour, int):
        return
    standing = book.now.people[event.person]
    tour = _left_tour(standing, entry.number)
    if tour is None:
        return
    words = f"{wall_text(tour.wall_start)} +{length_written(tour.nominal)}"
    for post in book.service.posts:
        if post.takes(standing.person) and any(one.startswith(post.name) for one in short):
            yield _command("offer", "open", where, words, "--post", post.id)


def _left_tour(standing: Standing, number: int) -> Tour | None:
    """The tour that the person no longer works, by that entry."""
    lost = [one.tour for one in standing.absences if one.number == number]
    lost += [one.before for one in standing.changes if one.number == number and one.before]
    return lost[0] if lost else None


def _command(*words: str) -> str:
    return shlex.join(("watchbill", *words))
