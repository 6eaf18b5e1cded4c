"""Vacancies and offers: what is doubtful is asked back, and answers go by their own times."""

from __future__ import annotations

from typing import Any

import pytest

from tests.acts.stage import NEXT, POSTED, asked, done, member
from watchbill.acts.outcome import NotAllowed
from watchbill.desk.offers import answers, offered
from watchbill.kernel.problems import BadInput
from watchbill.ledger.book import Book

SICK: dict[str, Any] = {
    "event": {"leave": {"person": "Calloway", "tour": "2024-05-16 07:00", "kind": "sick"}}
}
TOUR: dict[str, Any] = {"tour": "2024-05-16 07:00 +12h", "post": "advanced"}
VACANCY = NEXT + 1


def opened() -> Book:
    book = done("record", "2024-05-16 03:00", **SICK)
    return done("offer-open", "2024-05-16 03:00", book, **TOUR)


def answer(book: Book, person: str, said: str, at: str) -> Book:
    return done("offer-answer", at, book, vacancy=VACANCY, person=person, answer=said)


def test_a_vacancy_where_nobody_is_missing_is_asked_back_and_opened_by_who_is_sure() -> None:
    outcome = asked("offer-open", "2024-05-16 03:00", **TOUR)
    (question,) = outcome.held_back
    assert question.startswith("Nobody is missing at Advanced care then: it needs 1 and has 1.")
    (sure,) = outcome.next
    assert not asked("offer-open", "2024-05-16 03:00", **TOUR, sure=sure.act.sure).held_back  # type: ignore[attr-defined]


def test_where_somebody_is_missing_the_vacancy_is_what_to_do_next() -> None:
    outcome = asked("record", "2024-05-16 03:00", **SICK)
    (short,) = outcome.consequences.short
    assert short == (
        "Advanced care needs 1 from 2024-05-16 07:00 to 2024-05-16 19:00: 1 before, 0 after."
    )
    names = [one.act.name() for one in outcome.next]
    assert names == ["correct", "offer-open"]
    assert not asked("offer-open", "2024-05-16 03:00", outcome.after, **TOUR).held_back


def test_who_declines_before_those_ahead_were_asked_is_asked_back_and_not_charged() -> None:
    book = opened()
    first, second = offered(book, VACANCY).names[:2]
    outcome = asked("offer-answer", "2024-05-16 03:05", book, vacancy=VACANCY, person=second,
                    answer="refused")  # fmt: skip
    assert outcome.held_back == (
        f"{first} stands before {second} and had not answered by then. Was {second} really asked?",
    )
    assert answers(book, VACANCY) == {}
    book = answer(book, first, "no answer", "2024-05-16 03:04")
    assert answers(answer(book, second, "refused", "2024-05-16 03:05"), VACANCY) == {
        first: "no answer", second: "refused"
    }  # fmt: skip


def test_who_accepts_before_those_ahead_were_asked_does_not_get_the_tour() -> None:
    book = opened()
    first, second = offered(book, VACANCY).names[:2]
    with pytest.raises(BadInput, match=f"before {second}, an answer of {first} is needed"):
        answer(book, second, "accepted", "2024-05-16 03:05")


def test_answers_go_by_their_own_times_and_not_by_when_they_were_entered() -> None:
    book = opened()
    first, second, third = offered(book, VACANCY).names[:3]
    book = answer(book, first, "refused", "2024-05-16 03:05")
    # What the second said at 03:10 stood on paper, and is entered last.
    asked_back = asked("offer-answer", "2024-05-16 03:20", book, vacancy=VACANCY, person=third,
                       answer="refused", sure=True)  # fmt: skip
    book = answer(asked_back.after, second, "refused", "2024-05-16 03:10")
    assert list(answers(book, VACANCY)) == [first, second, third]
    late = answer(opened(), first, "refused", "2024-05-16 03:05")
    late = answer(late, second, "no answer", "2024-05-16 03:30")
    with pytest.raises(BadInput, match=f"an answer of {second} is needed"):
        answer(late, third, "accepted", "2024-05-16 03:20")


def test_what_was_said_before_the_tour_went_to_another_can_be_entered_after_it() -> None:
    book = opened()
    first, second, third = offered(book, VACANCY).names[:3]
    book = answer(book, first, "refused", "2024-05-16 03:05")
    book = answer(book, second, "accepted", "2024-05-16 03:30")
    with pytest.raises(BadInput, match=f"filled by {second}"):
        answer(book, third, "refused", "2024-05-16 03:40")
    done("offer-answer", "2024-05-16 03:20", book, vacancy=VACANCY, person=third,
         answer="refused", sure=True)  # fmt: skip


def test_whom_to_ask_next_is_data_with_the_other_answers_there_could_be() -> None:
    outcome = asked("offer-open", "2024-05-16 03:00", done("record", "2024-05-16 03:00", **SICK),
                    **TOUR)  # fmt: skip
    (step,) = outcome.next
    assert step.act.name() == "offer-answer"
    assert step.instead == (("answer", ("refused", "no answer")),)
    assert getattr(step.act, "person", None) == offered(outcome.after, VACANCY).names[0]


def test_a_member_answers_their_own_offer_and_orders_nobody() -> None:
    book = opened()
    first, second = offered(book, VACANCY).names[:2]
    fields: dict[str, Any] = {"vacancy": VACANCY, "person": first}
    done("offer-answer", "2024-05-16 03:05", book, member(first), **fields, answer="refused")
    for who, said in ((first, "ordered"), (first, "no answer"), (second, "refused")):
        with pytest.raises(NotAllowed):
            asked("offer-answer", "2024-05-16 03:05", book, member(who), **fields, answer=said)
    assert book.now.asked[VACANCY] != POSTED.now.asked.get(VACANCY)


def test_answers_of_one_minute_stand_in_the_order_in_which_they_are_entered() -> None:
    book = opened()
    first, second = offered(book, VACANCY).names[:2]
    book = answer(book, first, "refused", "2024-05-16 03:05")
    book = answer(book, second, "accepted", "2024-05-16 03:05")
    assert answers(book, VACANCY) == {first: "refused", second: "accepted"}
