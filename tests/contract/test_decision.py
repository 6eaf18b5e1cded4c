"""A decision that is kept is a record of the contract; those kept before are read too."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from tests.books import entered
from tests.desk.stage import EMPTY, NEXT, asking, vacancy
from watchbill.contract.decision import (
    ExchangeDecisionRecord,
    OfferDecisionRecord,
    read_decision,
)
from watchbill.desk.frozen import again, answer_of, decide, judged
from watchbill.desk.why import why
from watchbill.events.decided import Decided
from watchbill.kernel.problems import BadInput
from watchbill.ledger.book import Book

OFFERED = entered(EMPTY, "2024-05-10 09:00", vacancy("2024-05-16 19:00 +12h", "Keane"))
EXCHANGED = entered(
    EMPTY, "2024-05-06 09:00", asking("Aitken", "Desai", ["2024-05-14 07:00", None])
)


def before_versions(decided: Decided, asked: str) -> Decided:
    """The decision as it was written when answers had neither version nor kind."""
    data = json.loads(decided.answer)
    del data["version"], data["kind"]
    for condition in data.get("conditions", ()):
        del condition["consent"]
    data["asked"] = {asked: data["asked"]}
    return replace(decided, answer=json.dumps(data, sort_keys=True, separators=(",", ":")))


def kept(book: Book, decided: Decided) -> Book:
    return entered(book, "2024-05-10 10:00", decided)


def test_an_offer_s_decision_has_order_reasons_and_those_left_out() -> None:
    answer = answer_of(decide(OFFERED, NEXT))
    assert isinstance(answer, OfferDecisionRecord)
    assert answer.names[0] == "Keane"
    assert answer.order[0].reason.startswith("volunteer")
    assert {one.person for one in answer.left_out} & set(answer.names) == set()
    assert (str(answer.asked.tour), answer.asked.volunteers) == (
        "2024-05-16 19:00 +12h",
        ("Keane",),
    )


def test_an_exchange_s_decision_has_every_condition_with_its_evidence() -> None:
    answer = judged(decide(EXCHANGED, NEXT))
    assert isinstance(answer, ExchangeDecisionRecord)
    assert answer.verdict == "refused"
    unmet = [one for one in answer.conditions if not one.met]
    assert unmet
    assert all(one.clause and one.evidence for one in answer.conditions)


def test_a_decision_kept_before_answers_had_a_version_is_read_and_comes_out_the_same() -> None:
    now = decide(OFFERED, NEXT)
    book = kept(OFFERED, before_versions(now, "vacancy"))
    found = again(book, NEXT)
    assert found.same_answer
    assert found.answer == answer_of(now)
    assert why(book, found, "Keane")[1].startswith("Keane was number 1 of")
    old = before_versions(decide(EXCHANGED, NEXT), "exchange")
    assert judged(old).verdict == "refused"


def test_a_decision_that_was_altered_does_not_come_out_the_same() -> None:
    now = decide(OFFERED, NEXT)
    first, second, *_ = (one.person for one in answer_of(now).order)  # type: ignore[union-attr]
    text = now.answer.replace(first, "\0").replace(second, first).replace("\0", second)
    assert not again(kept(OFFERED, replace(now, answer=text)), NEXT).same_answer


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("no answer", "this is not JSON"),
        ('{"version": 0, "kind": "verdict"}', "kind"),
        ('{"asked": {"leave": {}}}', "kind"),
        ('{"asked": "vacancy"}', "kind"),
    ],
)
def test_what_is_no_decision_is_refused(text: str, message: str) -> None:
    with pytest.raises(BadInput, match=message):
        read_decision(text, "the decision on entry 1")
