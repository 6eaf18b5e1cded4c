"""Grievance files, also where a free text of an event looks like a date or a time."""

from __future__ import annotations

import pytest

from tests.books import book_of, entered, event, known
from watchbill.events.times import days
from watchbill.export.grievance import grievance_file, grievance_page
from watchbill.kernel.clock import parse_day
from watchbill.ledger.entry import read_entry, written

EMPTY = book_of("hsaa-station", "2024-05-06", "2024-06-30")
ZONE = EMPTY.now.facts.zone
TEXTS = ("sick, letter of 2024-02-30", "2024-12-30 25:00", "2024-05-20", "7h", "null")


@pytest.mark.parametrize("text", TEXTS)
def test_free_text_that_looks_like_a_date_is_text_and_names_no_date(text: str) -> None:
    extra = event(extra={"person": "Aitken", "tour": "2024-05-12 07:00 +12h", "occasion": text})
    assert days(extra) == [parse_day("2024-05-12")]
    book = entered(EMPTY, "2024-05-10 09:00", extra)
    entry = book.entries[-1]
    assert read_entry(written(entry), "test") == entry
    assert entry.event is not None
    assert entry.event.data()["extra"]["occasion"] == text


@pytest.mark.parametrize("text", TEXTS)
def test_the_person_s_grievance_file_has_the_text_as_it_was_said(text: str) -> None:
    extra = event(extra={"person": "Aitken", "tour": "2024-05-12 07:00 +12h", "occasion": text})
    book = EMPTY.with_entry(extra, known(ZONE, "2024-05-10 09:00"), "Lomax", text)
    file = grievance_file(book, "Aitken", parse_day("2024-05-06"), parse_day("2024-05-19"), [])
    assert sum(text in told for told in file.told) == 1
    assert text in grievance_page(file)
    later = grievance_file(book, "Aitken", parse_day("2024-05-20"), parse_day("2024-06-02"), [])
    assert not any("extra" in told for told in later.told)
