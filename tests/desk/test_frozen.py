"""Decisions kept in the ledger, and worked out again to the letter."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.books import entered, event
from tests.desk.stage import EMPTY, NEXT, asking, vacancy
from tests.rules.stage import Story, person
from watchbill.desk.contract import offer_record
from watchbill.desk.frozen import again, decide
from watchbill.desk.reasons import place_in
from watchbill.desk.vacancy import offer_order
from watchbill.desk.why import why
from watchbill.events.duty import Known
from watchbill.events.vacancy import Vacancy
from watchbill.kernel.clock import Day, day_of, day_text, wall_text
from watchbill.kernel.problems import BadInput
from watchbill.ledger.book import Book
from watchbill.ledger.entry import read_entry, written
from watchbill.ledger.rosters import roster_of
from watchbill.ledger.simulate import simulate

YEAR = simulate(roster_of(EMPTY.now), seed=3, after=len(EMPTY.entries))
TOURS = ("2024-05-16 19:00 +12h", "2024-05-20 07:00 +12h", "2024-06-03 10:00 +8h24")
NAMES = list(EMPTY.now.people)


@given(
    upto=st.integers(0, len(YEAR)),
    ahead=st.integers(1, 6),
    tour=st.sampled_from(("19:00 +12h", "07:00 +12h", "10:00 +8h24")),
    volunteers=st.lists(st.sampled_from(NAMES), max_size=3, unique=True),
    exchange=st.booleans(),
)
@settings(max_examples=25, deadline=None)
def test_a_decision_worked_out_again_later_has_the_same_bytes(
    upto: int, ahead: int, tour: str, volunteers: list[str], exchange: bool
) -> None:
    book = Book.of((*EMPTY.entries, *YEAR[:upto]))
    at = max(book.latest, YEAR[0].known)
    now = EMPTY.now.facts.zone.wall(at)
    assume(day_of(now) < EMPTY.last)  # after the schedule nothing is offered or exchanged
    day = min(max(day_of(now) + ahead, EMPTY.first), EMPTY.last)
    asked = vacancy(f"{day_text(Day(day))} {tour}", *volunteers, at=wall_text(now))
    if exchange:
        starts = sorted(start for start in book.now.people["Aitken"].held if start > now)
        assume(starts)
        asked = asking("Aitken", "Calloway", [wall_text(starts[-1]), None], asked=wall_text(now))
    book = book.with_entry(asked, at, "desk", "asked")
    about = len(book.entries)
    book = book.with_entry(decide(book, about), at, "desk", "decided")
    # Months later: what became known since, and a ledger written and read again.
    sick = event(emergency={"from": "2024-06-01 00:00", "to": "2024-06-02 00:00"})
    later = book.with_entry(sick, at, "chief", "flood")
    read = Book.of([read_entry(written(one), "x") for one in later.entries])
    found = again(read, about)
    assert found.same_facts
    assert found.same_answer
    assert found.decided == again(book, about).decided


def test_why_is_answered_from_what_was_kept_and_says_before_whom_and_why() -> None:
    book = entered(EMPTY, "2024-05-10 09:00", vacancy(TOURS[0], "Keane", "Calloway"))
    book = entered(book, "2024-05-10 09:00", decide(book, NEXT))
    sentences = why(book, again(book, NEXT), "Calloway")
    assert sentences[1].startswith("Calloway was number 2 of 17 in the order of offer")
    assert sentences[2].startswith("Before: Keane (step 1): volunteer")
    (out,) = [one for one in why(book, again(book, NEXT), "Aitken") if "left out" in one]
    assert out == "Aitken was left out: Works 2024-05-16 19:00 +12 h night then."


def test_other_facts_are_told_and_the_answer_that_was_given_stays() -> None:
    book = entered(EMPTY, "2024-05-10 09:00", vacancy(TOURS[0], "Keane"))
    book = entered(book, "2024-05-10 09:00", decide(book, NEXT))
    found = again(book, NEXT)
    assert found.same_facts
    first = replace(book.entries[0], why="in other words")
    changed = Book.of((first, *book.entries[1:]))
    assert not again(changed, NEXT).same_facts
    assert again(changed, NEXT).decided.answer == found.decided.answer


def test_a_vacancy_without_a_decision_is_told() -> None:
    book = entered(EMPTY, "2024-05-10 09:00", vacancy(TOURS[0]))
    with pytest.raises(BadInput, match="no decision on entry"):
        again(book, NEXT)


def test_why_somebody_was_spared_is_told_of_nobody_else() -> None:
    rule = "mandatory-extra: {at_most: 1}"
    story = Story(rule, first="2024-05-06", last="2024-05-19", staff=((person("Bell"), ()),))
    ordered = event(extra={"person": "Bell", "tour": "2024-05-15 08:00 +8h", "list": "ordered"})
    asked = vacancy("2024-05-16 08:00 +8h", post="crew")
    assert isinstance(asked, Vacancy)
    found = offer_order(story.agreement, story.schedule_after([Known(1, ordered)]), asked)
    told = {name: " ".join(place_in(offer_record(found), name, str)) for name in ("Ames", "Bell")}
    assert "Ames was number 1 of 1 to be ordered in" in told["Ames"]
    assert "not to be ordered in" not in told["Ames"]
    assert "Bell was not to be ordered in: Ordered in already on 2024-05-15." in told["Bell"]
