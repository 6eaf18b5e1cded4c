"""Vacancies: who is asked in which order, who is left out, and that nobody is skipped."""

from __future__ import annotations

import pytest

from tests.books import entered, event
from tests.desk.stage import EMPTY, NEXT, vacancy
from watchbill.desk.frozen import decide
from watchbill.desk.offers import answered
from watchbill.desk.vacancy import OfferOrder, offer_order
from watchbill.events.base import Event
from watchbill.events.offer_answer import OfferAnswer
from watchbill.events.vacancy import Vacancy
from watchbill.kernel.problems import BadInput
from watchbill.ledger.book import Book

NIGHT = "2024-05-16 19:00 +12h"


def order(asked: Event, book: Book = EMPTY) -> OfferOrder:
    assert isinstance(asked, Vacancy)
    return offer_order(book.agreement, book.now, asked)


def said(person: str, word: str, number: int = NEXT) -> OfferAnswer:
    made = event(
        offer_answer={"person": person, "vacancy": number, "answer": word, "at": "2024-05-10 10:00"}
    )
    assert isinstance(made, OfferAnswer)
    return made


def opened(*volunteers: str) -> Book:
    book = entered(EMPTY, "2024-05-10 09:00", vacancy(NIGHT, *volunteers))
    return entered(book, "2024-05-10 09:00", decide(book, NEXT))


def test_volunteers_come_first_and_whoever_works_then_is_left_out_with_the_tour() -> None:
    found = order(vacancy(NIGHT, "Teague"))
    assert found.names[0] == "Teague"
    assert found.clause is None
    out = {one.person.name: one.reason for one in found.left_out}
    assert out["Aitken"] == "Works 2024-05-16 19:00 +12 h night then."
    everybody = set(EMPTY.now.people)
    assert set(found.names) | set(out) == everybody
    assert not set(found.names) & set(out)


def test_only_those_who_may_fill_the_post_are_asked() -> None:
    found = order(vacancy(NIGHT, post="advanced"))
    assert {one.person.classification for one in found.ranked} == {"ACP"}
    assert any("Not among those who may fill Advanced care" in one.reason for one in found.left_out)


def test_chances_are_evened_out_by_offers_charged_and_by_the_time_since_the_last() -> None:
    first = order(vacancy(NIGHT)).names[0]
    book = entered(opened(), "2024-05-10 10:00", said(first, "refused"))
    later = order(vacancy("2024-05-18 19:00 +12h", at="2024-05-12 09:00"), book)
    place = later.names.index(first)
    assert place == len(later.names) - 1
    assert (
        "charged with 1 offer; last offer 2024-05-10 10:00, 47 h ago" in later.ranked[place].reason
    )


def test_hardly_any_rest_next_to_the_tour_is_told_where_no_clause_forbids_it() -> None:
    reasons = [one.reason for one in order(vacancy(NIGHT)).ranked]
    assert any("0 h free next to 2024-05-16 07:00 +12 h day" in reason for reason in reasons)


def test_an_acceptance_waits_for_those_before_and_gives_the_tour() -> None:
    book = opened("Keane", "Calloway")
    with pytest.raises(BadInput, match="before Calloway, an answer of Keane is needed"):
        answered(book, said("Calloway", "accepted"))
    book = entered(book, "2024-05-10 10:00", *answered(book, said("Keane", "no answer")))
    book = entered(book, "2024-05-10 10:05", *answered(book, said("Calloway", "accepted")))
    held = [str(one.tour) for one in book.now.people["Calloway"].held.values()]
    assert "2024-05-16 19:00 +12 h night" in held
    with pytest.raises(BadInput, match="filled by Calloway"):
        entered(book, "2024-05-10 10:06", said("Teague", "refused"))


def test_who_was_left_out_cannot_accept() -> None:
    with pytest.raises(BadInput, match="Aitken is not among those to be asked"):
        answered(opened(), said("Aitken", "accepted"))


def test_where_all_decline_the_least_senior_is_ordered_in_and_nobody_else() -> None:
    book = opened()
    found = order(vacancy(NIGHT))
    with pytest.raises(BadInput, match="an answer of"):
        answered(book, said(found.mandatory[0].person.name, "ordered"))
    for name in found.names:
        book = entered(book, "2024-05-10 10:00", *answered(book, said(name, "refused")))
    first, second = (one.person for one in found.mandatory[:2])
    assert (first.seniority or 0) > (second.seniority or 0)
    with pytest.raises(BadInput, match=f"{first.name} is to be ordered in before"):
        answered(book, said(second.name, "ordered"))
    book = entered(book, "2024-05-10 11:00", *answered(book, said(first.name, "ordered")))
    held = book.now.people[first.name].held.values()
    assert "2024-05-16 19:00 +12 h night" in [str(one.tour) for one in held]
