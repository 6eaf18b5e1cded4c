"""Two of one name in calendars, tables and files of pages."""

from __future__ import annotations

from dataclasses import replace

from tests.books import book_of
from watchbill.export.calendar_ics import calendar_ics
from watchbill.export.payslip import slip_names
from watchbill.export.tours_csv import tours_csv
from watchbill.roster.build import build_roster
from watchbill.roster.contract import schedule_record
from watchbill.service.load import load_service

STATION = load_service("hsaa-station")
FIRST, SECOND, *OTHERS = STATION.people
SMITHS = (replace(FIRST, name="Smith J.", number="1041"),
          replace(SECOND, name="Smith J.", number="1042", platoon="ALPHA B"))  # fmt: skip
SERVICE = replace(STATION, people=(*SMITHS, *OTHERS), leave=())
ROSTER = build_roster(SERVICE)


def uids(calendar: bytes) -> set[str]:
    return {line for line in calendar.decode().splitlines() if line.startswith("UID")}


def test_a_calendar_is_of_one_of_them_and_no_tour_hides_another() -> None:
    one, other = (calendar_ics(SERVICE, ROSTER, key) for key in ("1041", "1042"))
    assert b"Smith J. (1041)" in one
    tours = {line.person.key: len(line.tours) for line in ROSTER.lines}
    assert (len(uids(one)), len(uids(other))) == (tours["1041"], tours["1042"])
    assert not uids(one) & uids(other)


def test_tours_as_csv_tell_them_apart() -> None:
    rows = tours_csv(schedule_record(SERVICE, ROSTER), "1042").splitlines()
    assert {row.split(",")[0] for row in rows[1:]} == {"Smith J. (1042)"}
    everybody = tours_csv(schedule_record(SERVICE, ROSTER))
    assert "Smith J. (1041)" in everybody


def test_each_has_a_file_of_their_own() -> None:
    names = slip_names(SERVICE.people)
    assert names["1041"] != names["1042"]
    assert len(set(names.values())) == len(SERVICE.people)


def test_each_is_their_own_in_the_ledger() -> None:
    book = book_of(SERVICE, "2024-05-06", "2024-06-30")
    assert {book.now.name(key) for key in ("1041", "1042")} == {
        "Smith J. (1041)",
        "Smith J. (1042)",
    }
    assert book.now.people["1041"].held.keys() != book.now.people["1042"].held.keys()
