"""Payslip, replay and grievance file, in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from markupsafe import escape
from playwright.sync_api import Page

from tests.books import entered
from tests.desk.stage import EMPTY, NEXT, asking, vacancy
from tests.web.conftest import violations
from watchbill.agreement.load import load_agreement
from watchbill.desk.frozen import decide
from watchbill.export.grievance import grievance_file, grievance_page
from watchbill.export.payslip import make_slip, payslip_page
from watchbill.export.replay_page import replay_page
from watchbill.kernel.clock import parse_day
from watchbill.ledger.book import Book
from watchbill.ledger.simulate import Rates, simulated
from watchbill.pay.contract import replay_record
from watchbill.pay.pricing import price_all
from watchbill.pay.replay import replay
from watchbill.service.load import load_service

FIRST, LAST = parse_day("2024-05-06"), parse_day("2024-06-30")
PROPOSAL = Path(__file__).parents[2] / "docs" / "proposals" / "seven-days-notice.yaml"


def station() -> Book:
    busy = Rates(changed_kind=0.08, changed_start=0.08, called_in=0.05, held_over=0.05)
    return simulated(load_service("hsaa-station"), FIRST, LAST, 1, busy)


def pages(book: Book) -> dict[str, str]:
    agreement = book.agreement
    lines = price_all(agreement, book.now)
    paid = next(line for line in lines if line.clause_number == "12.08(c)")
    own = [line for line in lines if line.person == paid.person]
    slip = make_slip(book, paid.person, FIRST, LAST, own)
    other = load_agreement(PROPOSAL)
    found = replay(agreement, other, book.now)
    assert found.difference
    file = grievance_file(book, paid.person.name, FIRST, LAST, ["12.08(c)"])
    return {
        "payslip": payslip_page(slip),
        "replay": replay_page(book, replay_record(book.service, other.name, found)),
        "grievance": grievance_page(file),
    }


@pytest.mark.parametrize("width", [1280, 390])
def test_they_are_readable_and_accessible(page: Page, tmp_path: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    for name, text in pages(station()).items():
        file = tmp_path / f"{name}.html"
        file.write_text(text, encoding="utf-8")
        page.goto(file.as_uri())
        assert violations(page) == [], name
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
        assert "12.08(c)" in page.inner_text("main")


def test_a_payslip_adds_up_as_a_person_would() -> None:
    book = station()
    lines = [one for one in price_all(book.agreement, book.now)
             if one.person.name == "Aitken"]  # fmt: skip
    slip = make_slip(book, lines[0].person, FIRST, LAST, lines)
    assert sum(one.amount for one in slip.clauses) == slip.total
    assert f"{slip.total:,.2f}" in payslip_page(slip)
    numbers = {number for line in lines for number in line.numbers}
    assert len(slip.entries) == len(numbers)


def test_a_grievance_file_has_the_decisions_that_speak_of_the_person_with_their_reasons() -> None:
    book = entered(EMPTY, "2024-05-10 09:00", vacancy("2024-05-16 19:00 +12h", "Keane"))
    book = entered(book, "2024-05-10 09:00", decide(book, NEXT))
    asked = asking("Aitken", "Desai", ["2024-05-22 07:00", None], asked="2024-05-11 09:00")
    book = entered(book, "2024-05-11 09:00", asked)
    book = entered(book, "2024-05-11 10:00", decide(book, NEXT + 2))

    def decided(person: str, last: str = "2024-06-30") -> list[list[str]]:
        file = grievance_file(book, person, FIRST, parse_day(last), ())
        return [list(one.reasons) for one in file.decisions]

    (offer,) = decided("Calloway")
    assert offer[0] == "Vacancy at crew, 2024-05-16 19:00 +12h."
    assert offer[1].startswith("Calloway was number 14 of 17 in the order of offer")
    left_out, exchange = decided("Aitken")
    assert left_out[1].startswith("Aitken was left out: Works 2024-05-16 19:00")
    assert (
        exchange[0] == "Exchange between Aitken and Desai, 2024-05-22 07:00 for nothing: refused."
    )
    assert any(": not met. " in one for one in exchange)
    assert decided("Calloway", "2024-05-15") == []
    page = grievance_page(grievance_file(book, "Aitken", FIRST, LAST, ()))
    assert "What was decided, and why" in page
    assert str(escape(left_out[1])) in page
