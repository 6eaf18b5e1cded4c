"""Decisions frozen: the whole answer as canonical text, with what it looked at.

An answer is worked out from the service and the entries up to a number, and from nothing else,
so it can be worked out again at any time; what was looked at is sealed by a digest.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from typing import Any

from watchbill.desk.able import LeftOut
from watchbill.desk.exchange import ExchangeDecision, judge
from watchbill.desk.vacancy import OfferOrder, offer_order
from watchbill.events.decided import Decided
from watchbill.events.exchange import Exchange
from watchbill.events.vacancy import Vacancy
from watchbill.kernel.clock import wall_text
from watchbill.kernel.problems import BadInput, Problem
from watchbill.ledger.book import Book
from watchbill.ledger.chain import GENESIS, seal_all
from watchbill.ledger.entry import as_of, event_data
from watchbill.rules.deciding import Ranked


def decide(book: Book, about: int) -> Decided:
    """The answer to the exchange or vacancy of entry ``about``, on all that the book knows.

    Raises :class:`BadInput` where the entry asks for neither, or cannot be judged.
    """
    answer = _answer(book, about)
    text = json.dumps(answer, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    upto = len(book.entries)
    return Decided(about=about, upto=upto, looked_at=looked_at(book, upto), answer=text)


def looked_at(book: Book, upto: int) -> str:
    """SHA-256 over the service's texts and the first ``upto`` entries, in hexadecimal."""
    rows = seal_all(book.entries[:upto])
    head = rows[-1].digest if rows else GENESIS
    return hashlib.sha256(f"{book.service.digest}\n{head}".encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Again:
    """A frozen decision worked out once more.

    ``same_facts``: it looked at this very service and these very entries; ``same_answer``: the
    text came out the same to the letter.
    """

    number: int
    decided: Decided
    same_facts: bool
    same_answer: bool

    @property
    def data(self) -> dict[str, Any]:
        """The frozen answer."""
        answer: dict[str, Any] = json.loads(self.decided.answer)
        return answer


def again(book: Book, about: int) -> Again:
    """The first decision on entry ``about``, worked out again on what was known then.

    Raises :class:`BadInput` where the ledger has none.
    """
    for entry in book.entries:
        event = entry.event
        if isinstance(event, Decided) and event.about == about:
            then = book.until(event.upto)
            same_facts = looked_at(book, event.upto) == event.looked_at
            try:
                same = decide(then, about).answer == event.answer
            except BadInput:
                same = False
            return Again(entry.number, event, same_facts, same)
    message = f"no decision on entry {about} is in the ledger"
    raise BadInput([Problem("ledger", None, "", message)])


def _answer(book: Book, about: int) -> dict[str, Any]:
    agreement, roster = book.service.agreement, book.roster
    before = [one for one in as_of(book.entries) if one.number < about]
    asked = next((one.event for one in book.known() if one.number == about), None)
    if isinstance(asked, Vacancy):
        return _offers(offer_order(agreement, roster, before, asked))
    if isinstance(asked, Exchange):
        asked = replace(asked, written=book.in_writing(about))
        return _exchange(book, judge(agreement, roster, before, asked))
    message = f"entry {about} asks for no exchange and opens no vacancy"
    raise BadInput([Problem("ledger", None, "", message)])


def _offers(order: OfferOrder) -> dict[str, Any]:
    return {
        "asked": event_data(order.vacancy),
        "clause": order.clause.number if order.clause else None,
        "order": [_place(one) for one in order.ranked],
        "left_out": [_left_out(one) for one in order.left_out],
        "mandatory": [_place(one) for one in order.mandatory],
        "spared": [_left_out(one) for one in order.spared],
    }


def _left_out(one: LeftOut) -> dict[str, Any]:
    clause = one.clause.number if one.clause else None
    return {"person": one.person.name, "reason": one.reason, "clause": clause}


def _place(one: Ranked) -> dict[str, Any]:
    return {"person": one.person.name, "step": one.step, "reason": one.reason}


def _exchange(book: Book, decision: ExchangeDecision) -> dict[str, Any]:
    wall = book.roster.zone.wall
    before, after = decision.cost
    return {
        "asked": event_data(decision.exchange),
        "verdict": str(decision.verdict),
        "conditions": [
            {
                "clause": one.clause.number,
                "condition": one.condition.name,
                "met": one.condition.met,
                "evidence": one.condition.evidence,
            }
            for one in decision.conditions
        ],
        "coverage": [
            {
                "post": part.post.name,
                "from": wall_text(wall(part.start)),
                "to": wall_text(wall(part.end)),
                "need": part.need,
                "before": part.before,
                "after": part.after,
            }
            for part in decision.coverage
        ],
        "cost": {"before": str(before), "after": str(after)},
    }
