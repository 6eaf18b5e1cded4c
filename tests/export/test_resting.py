"""What a grievance file and a payslip rest on: the same digest means the same bytes."""

from __future__ import annotations

from functools import cache

from tests.books import book_of, entered, event
from tests.ledger.test_texts_in_force import WEEK, holds
from watchbill.export.grievance import GrievanceFile, grievance_file, grievance_page
from watchbill.export.payslip import make_slip, payslip_page
from watchbill.kernel.clock import Day, parse_day
from watchbill.ledger.book import Book, Chosen
from watchbill.pay.period import period_pay

FIRST, LAST = parse_day("2024-05-06"), parse_day("2024-05-19")


@cache
def station() -> Book:
    book = book_of("hsaa-station", "2024-05-06", "2024-06-30", "2024-04-05 09:00")
    told = "2024-05-04 15:00"
    change = event(change={"person": "Aitken", "tour": "2024-05-14 07:00", "told": told,
                           "to": "2024-05-14 09:00 +12h"})  # fmt: skip
    return entered(book, told, change)


def file_of(book: Book, person: str = "Aitken", last: Day = LAST, *clauses: str) -> GrievanceFile:
    return grievance_file(book, person, FIRST, last, clauses)


def test_any_single_change_of_what_is_asked_or_known_changes_bytes_and_digest() -> None:
    """The ledger, the person, the dates, the clauses, a reading that is chosen."""
    book = station()
    sick = event(leave={"person": "Birch", "tour": "2024-05-06 07:00", "kind": "sick"})
    read = Chosen(readings={"12.08(b)": "hours-of-the-day"})
    counted = Chosen(settings={"overtime-rate": "2.5"})
    files = [
        file_of(book),
        file_of(entered(book, "2024-05-06 06:00", sick)),
        file_of(book, "Birch"),
        file_of(book, "Aitken", Day(LAST + 1)),
        file_of(book, "Aitken", LAST, "12.08(b)"),
    ]
    chosen = [
        file_of(Book(book.entries, book.now, book.latest, one), "Aitken", LAST, "12.08(b)")
        for one in (read, counted)
    ]
    files += chosen
    pages = [grievance_page(one) for one in files]
    assert len({one.digest for one in files}) == len(set(pages)) == len(files)
    assert all(one.digest in page for one, page in zip(files, pages, strict=True))


def test_the_same_again_is_the_same_digest_and_the_same_bytes() -> None:
    once, again = file_of(station()), file_of(Book.of(station().entries))
    assert once.digest == again.digest
    assert grievance_page(once) == grievance_page(again)


def test_a_payslip_says_what_it_rests_on() -> None:
    book = station()
    lines = period_pay(book, FIRST, LAST, "Aitken").lines
    slip = make_slip(book, lines[0].person, FIRST, LAST, lines)
    assert slip.digest in payslip_page(slip)
    assert make_slip(book, lines[0].person, FIRST, parse_day("2024-05-20"), lines).digest != (
        slip.digest
    )


def test_over_two_agreements_each_date_is_priced_and_told_by_its_own() -> None:
    book = entered(station(), "2024-05-05 09:00", holds(WEEK, begins=parse_day("2024-05-13")))
    file = file_of(book)
    assert [one.id for one in file.slip.agreements] == ["hsaa-ems", "seven-days-notice"]
    page = grievance_page(file)
    assert "2024-05-06 to 2024-05-12" in page
    assert "2024-05-13 to 2024-05-19" in page
    early = file_of(entered(book, "2024-05-05 09:00"))
    assert early.slip.total == period_pay(book, FIRST, LAST, "Aitken").amount
