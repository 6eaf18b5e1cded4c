"""Texts in force through the ledger: in succession, beneath one another, beyond a term."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.books import book_of, entered, event, known
from watchbill.agreement.texts import gather_texts
from watchbill.events.agreement_holds import AgreementHolds
from watchbill.kernel.clock import parse_day
from watchbill.kernel.problems import BadInput
from watchbill.ledger.book import Book
from watchbill.pay.period import period_pay

WEEK = Path(__file__).parents[2] / "docs" / "proposals" / "seven-days-notice.yaml"
AT = "2024-04-10 09:00"


def holds(where: str | Path, **fields: object) -> AgreementHolds:
    texts = gather_texts(where)
    return AgreementHolds(
        id=Path(where).stem, text=texts.chain[0].text, texts=texts.beneath, **fields  # type: ignore[arg-type]
    )  # fmt: skip


def day_off_taken(book: Book, day: str, told: str) -> list[str]:
    """The clauses that pay a tour put on a day off of Aitken's."""
    change = event(change={"person": "Aitken", "tour": f"off {day}", "told": told,
                           "to": f"{day} 07:00 +12h"})  # fmt: skip
    after = entered(book, told, change)
    lines = period_pay(after, parse_day(day), parse_day(day), "Aitken").lines
    return [line.clause_number for line in lines]


def test_of_two_agreements_each_governs_the_dates_from_its_first_on() -> None:
    """Ten days of notice are short by fourteen, and enough by seven."""
    book = book_of("hsaa-station", "2024-05-06", "2024-06-30", "2024-04-05 09:00")
    both = entered(book, AT, holds(WEEK, begins=parse_day("2024-06-03")))
    for one, clauses in ((book, ["12.08(b)"]), (both, ["basic"])):
        assert day_off_taken(one, "2024-05-18", "2024-05-08 09:00") == ["12.08(b)"]
        assert day_off_taken(one, "2024-06-11", "2024-06-01 09:00") == clauses


def test_a_statute_stands_beneath_and_is_not_the_agreement() -> None:
    book = book_of("hsaa-station", "2024-05-06", "2024-06-30", "2024-04-05 09:00")
    under = entered(book, AT, holds("hsaa-ems", kind="statute"))
    assert under.service.in_force.kind == "agreement"
    assert under.agreement.id == book.agreement.id
    assert [text.kind for text in under.now.facts.texts] == ["agreement", "statute"]


def test_dates_after_a_term_are_priced_once_somebody_says_that_it_goes_on() -> None:
    book = book_of("foothills-communications", "2025-12-29", "2026-01-11")
    first, last = parse_day("2026-01-05"), parse_day("2026-01-11")
    with pytest.raises(BadInput, match="nobody has said that it goes on"):
        period_pay(book, first, last)
    said = event(agreement_goes_on={"id": "foothills-2023-2025", "by": "the commission",
                                    "since": "2026-01-01", "source": "a letter"})  # fmt: skip
    going = entered(book, AT, said)
    paid = period_pay(going, first, last)
    assert paid.amount > 0
    assert any("the commission says that it goes on" in note for note in paid.held.notes)
    before = known(book.now.facts.zone, "2024-04-10 08:59")
    assert going.schedule(before).facts.texts[0].goes_on == ()
