"""Exchanges: asked in one's own name, agreed by the other, approved by the conditions or for a
reason.
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.acts.stage import NEXT, POSTED, asked, done, member
from watchbill.acts.outcome import NotAllowed
from watchbill.audit.audit import audit
from watchbill.desk.frozen import judged
from watchbill.kernel.problems import BadInput
from watchbill.ledger.book import Book
from watchbill.ledger.rosters import roster_of

CLEAN = ["2024-05-24 19:00", "2024-05-24 07:00"]
BREAKS = ["2024-05-22 07:00", "2024-05-25 07:00"]
"""Calloway would work four tours in a row and have three days free after them, not four."""


def requested(gives: list[str]) -> Book:
    book = done("exchange-ask", "2024-05-13 09:00", between=["Aitken", "Calloway"], gives=gives)
    return done("exchange-agree", "2024-05-13 09:30", book, exchange=NEXT, person="Calloway")


def test_who_asks_is_entered_as_having_asked_in_writing_and_nobody_else() -> None:
    outcome = asked("exchange-ask", "2024-05-13 09:00", between=["Aitken", "Calloway"], gives=CLEAN)
    assert outcome.after.in_writing(NEXT) == ("Aitken",)
    assert outcome.decided is not None
    unmet = [one.condition for one in judged(outcome.decided).conditions if not one.met]
    assert unmet == ["written"]
    names = [(one.act.name(), getattr(one.act, "person", None)) for one in outcome.next]
    assert names == [("exchange-agree", "Calloway"), ("exchange-refuse", None)]


def test_the_findings_that_would_follow_are_said_when_it_is_asked_for() -> None:
    outcome = asked(
        "exchange-ask", "2024-05-13 09:00", between=["Aitken", "Calloway"], gives=BREAKS
    )
    assert outcome.decided is not None
    answer = judged(outcome.decided)
    assert answer.verdict == "refused"
    assert [one.clause for one in answer.conditions if one.condition == "findings"] == ["12.02"]
    assert {(one.clause, one.person) for one in answer.findings} == {("12.02", "Calloway")}


def test_what_breaks_a_clause_is_held_back_and_nothing_of_it_is_in_the_book() -> None:
    book = requested(BREAKS)
    outcome = asked("exchange-approve", "2024-05-13 10:00", book, exchange=NEXT)
    assert outcome.added == ()
    (sentence,) = outcome.held_back
    assert sentence.startswith("12.02, findings: Calloway: ")
    (other,) = outcome.next
    assert (other.act.name(), other.say) == ("exchange-approve", ("why",))


def test_approved_all_the_same_it_takes_effect_for_its_reason_and_the_audit_finds_it() -> None:
    book = requested(BREAKS)
    with pytest.raises(BadInput, match="to approve it all the same, say why"):
        asked("exchange-approve", "2024-05-13 10:00", book, exchange=NEXT, all_the_same=True)
    outcome = asked("exchange-approve", "2024-05-13 10:00", book, exchange=NEXT,
                    all_the_same=True, why="both wish it")  # fmt: skip
    assert {entry.why for entry in outcome.added} == {"both wish it"}
    assert "2024-05-25 07:00 +12 h day" in [
        str(one.tour) for one in outcome.after.now.people["Aitken"].held.values()
    ]
    said = {(one.clause.number, one.sentence) for one in outcome.consequences.findings}
    before, after = (
        {(one.clause.number, one.sentence) for one in audit(book.texts, roster_of(each)).breaches}
        for each in (book.now, outcome.after.now)
    )
    assert said == after - before
    assert len(said) == 2


def test_what_is_clean_is_approved_with_hours_money_and_whom_to_tell() -> None:
    outcome = asked("exchange-approve", "2024-05-13 10:00", requested(CLEAN), exchange=NEXT)
    follows = outcome.consequences
    assert not follows.findings
    assert not follows.short
    assert follows.difference == 0
    assert [(one.person, one.by % 1440) for one in follows.to_tell] == [
        ("Aitken", 7 * 60), ("Calloway", 7 * 60)
    ]  # fmt: skip
    assert [one.act.name() for one in outcome.next] == ["exchange-undo"]
    undone = asked("exchange-undo", "2024-05-13 11:00", outcome.after, exchange=NEXT)
    assert undone.after.now.people["Aitken"].held == POSTED.now.people["Aitken"].held


def test_a_member_asks_and_agrees_in_their_own_name_and_approves_nothing() -> None:
    fields: dict[str, Any] = {"between": ["Aitken", "Calloway"], "gives": CLEAN}
    book = done("exchange-ask", "2024-05-13 09:00", who=member("Aitken"), **fields)
    both: dict[str, Any] = fields | {"written": ["Aitken", "Calloway"]}
    for who, said in ((member("Calloway"), fields), (member("Aitken"), both)):
        with pytest.raises(NotAllowed):
            asked("exchange-ask", "2024-05-13 09:00", who=who, **said)
    with pytest.raises(NotAllowed):
        asked("exchange-agree", "2024-05-13 09:30", book, member("Aitken"), exchange=NEXT,
              person="Calloway")  # fmt: skip
    book = done("exchange-agree", "2024-05-13 09:30", book, member("Calloway"), exchange=NEXT,
                person="Calloway")  # fmt: skip
    assert book.in_writing(NEXT) == ("Aitken", "Calloway")
    with pytest.raises(NotAllowed, match="Calloway may not ask for exchange-approve: manager, sup"):
        asked("exchange-approve", "2024-05-13 10:00", book, member("Calloway"), exchange=NEXT)
