"""A service's file put in again: what differs is entered from a date on, and the past stays."""

from __future__ import annotations

import re
import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from tests.books import book_of, event, known
from watchbill.audit.audit import audit
from watchbill.contract.record import canonical
from watchbill.events.change import Change
from watchbill.kernel.clock import Day, day_text, parse_day, parse_wall
from watchbill.kernel.problems import BadInput
from watchbill.ledger.book import Book
from watchbill.ledger.difference import FileDifference, difference
from watchbill.ledger.rosters import roster_of
from watchbill.pay.period import period_pay
from watchbill.roster.contract import schedule_record
from watchbill.service.load import load_service

FROM = parse_day("2024-05-27")
TOLD = "2024-05-21 09:00"


class Own:
    """A copy of the station's files, changed as somebody changes their own."""

    def __init__(self, folder: Path) -> None:
        shipped = Path(str(files("watchbill") / "data" / "services" / "hsaa-station"))
        shutil.copytree(shipped, folder / "own")
        self.file = folder / "own" / "service.yaml"
        self.people = folder / "own" / "people.csv"
        self.book = book_of(load_service(self.file), "2024-05-06", "2024-06-30", "2024-04-05 09:00")

    def rewrite(self, before: str, after: str, *, people: bool = False) -> None:
        file = self.people if people else self.file
        text, count = re.subn(before, after, file.read_text(), flags=re.MULTILINE)
        assert count
        file.write_text(text)

    def found(self, book: Book | None = None, begins: Day = FROM) -> FileDifference:
        return difference(book or self.book, load_service(self.file), begins, parse_wall(TOLD))

    def taken_up(self) -> Book:
        at = known(self.book.now.facts.zone, TOLD)
        return self.book.with_entries(self.found().events, at, "office", "")


@pytest.fixture
def own(tmp_path: Path) -> Own:
    return Own(tmp_path)


def told(found: FileDifference) -> list[str]:
    return [one.sentence(str) for one in found.events]


def past(book: Book) -> tuple[str, ...]:
    """Schedule and pay of the dates before, and the findings whose weeks end before."""
    last = Day(FROM - 1)
    roster = roster_of(book.now, book.first, last)
    week = roster_of(book.now, book.first, Day(FROM - 8))
    return (
        canonical(schedule_record(book.service, roster, 1)),
        repr(period_pay(book, book.first, last).lines),
        repr([one.sentence for one in audit(book.texts, week).findings]),
    )


def test_the_same_file_says_nothing_otherwise(own: Own) -> None:
    assert own.found() == FileDifference((), ())


def test_what_is_taken_up_leaves_what_was_as_it_was(own: Own) -> None:
    before = past(own.book)
    own.rewrite("^(Aitken,.*),48.00", r"\1,50.00", people=True)
    own.rewrite("^Birch,.*\n", "", people=True)
    own.rewrite("offset: 4", "offset: 3")
    own.rewrite('start: "10:00"|pattern: PPPPP--', "pattern: PPP-PP-")
    after = own.taken_up()
    assert len(after.entries) > len(own.book.entries) + 10
    assert past(after) == before
    assert own.found(after) == FileDifference((), ())  # once more there is nothing left to enter


def test_a_changed_posted_tour_is_a_change_with_its_notice_and_its_premium(own: Own) -> None:
    own.rewrite(r"ALPHA C: \{rotation: two-two-four, offset: 4\}",
                "ALPHA C: {rotation: two-two-four, offset: 3}")  # fmt: skip
    after = own.taken_up()
    (ellery,) = [one for one in after.now.people.values() if one.person.name == "Ellery"]
    assert {day_text(one.day) for one in ellery.changes} >= {"2024-05-27", "2024-05-29"}
    lines = period_pay(after, FROM, after.last, "Ellery").lines
    assert {line.clause_number for line in lines} == {"basic", "12.08(b)", "12.08(c)"}
    findings = audit(after.texts, roster_of(after.now)).findings
    assert "12.08(a)" in {one.clause.number for one in findings}
    tours = {tour.day: tour.code for tour in _laid(own.file)["Ellery"] if tour.day >= FROM}
    assert {
        one.tour.day: one.tour.code for one in ellery.held.values() if one.tour.day >= FROM
    } == (tours)


def _laid(file: Path) -> dict[str, list]:  # type: ignore[type-arg]
    book = book_of(load_service(file), "2024-05-06", "2024-06-30")
    return {one.person.name: [held.tour for held in one.held.values()]
            for one in book.now.people.values()}  # fmt: skip


def test_whoever_is_left_out_has_left_and_whoever_is_new_has_no_posted_tour(own: Own) -> None:
    own.rewrite("^Birch,", "Bertrand,", people=True)
    after = own.taken_up()
    people = after.now.people
    assert {one.tour.day < FROM for one in people["Birch"].held.values()} == {True}
    assert not people["Bertrand"].held
    assert not people["Bertrand"].member.here_on(Day(FROM - 1))
    assert people["Bertrand"].member.here_on(FROM)


def test_dates_that_entries_changed_already_stay_and_that_is_told(own: Own) -> None:
    leave = event(leave={"person": "Ellery", "tour": "2024-05-27 07:00", "kind": "sick"})
    moved = event(change={"person": "Ellery", "tour": "2024-05-28 19:00", "to": "off",
                          "told": TOLD})  # fmt: skip
    at = known(own.book.now.facts.zone, TOLD)
    book = own.book.with_entries([leave, moved], at, "office", "")
    own.rewrite(r"ALPHA C: \{rotation: two-two-four, offset: 4\}",
                "ALPHA C: {rotation: two-two-four, offset: 7}")  # fmt: skip
    found = own.found(book)
    days = {one.tour for one in found.events if isinstance(one, Change) and one.person == "Ellery"}
    assert days
    assert found.notes == ("1 date of Ellery stay as earlier entries made them.",)


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ("^service: hsaa-station", "service: other", "the ledger's is hsaa-station"),
        ("^people_from", "currency: EUR\npeople_from", "the ledger's is CAD, and it cannot change"),
        ("begins: 2024-05-22, ends: 2024-05-24", "begins: 2024-05-20, ends: 2024-05-21",
         "this leave begins before 2024-05-27, and the past stays as it was"),
    ],
)  # fmt: skip
def test_what_cannot_change_is_refused(own: Own, before: str, after: str, why: str) -> None:
    own.rewrite(before, after)
    with pytest.raises(BadInput, match=why):
        own.found()


def test_nobody_gets_a_number_later(own: Own) -> None:
    own.rewrite("^name,", "number,name,", people=True)
    own.rewrite("^([A-Z])", r",\1", people=True)
    own.rewrite("^,Birch,", "77,Birch,", people=True)
    with pytest.raises(BadInput, match="Birch is known to the ledger as Birch"):
        own.found()


def test_leave_taken_out_of_the_file_stays_and_that_is_told(own: Own) -> None:
    own.rewrite("^leave:\n.*\n", "")
    found = own.found(begins=parse_day("2024-05-20"))
    assert found.events == ()
    (note,) = found.notes
    assert "The leave of Lomax, vacation from 2024-05-22 to 2024-05-24, is not in the file" in note
    assert own.found().notes == ()  # it was over


def test_who_says_that_the_agreement_goes_on_is_entered(own: Own) -> None:
    said = "agreement_goes_on: {by: both sides, since: 2024-05-27, source: a letter}\nposts:"
    own.rewrite("^posts:", said)
    assert told(own.found()) == [
        "agreement goes on: id hsaa-ems, by both sides, since 2024-05-27, source a letter"
    ]
    begun = book_of(load_service(own.file), "2024-05-06", "2024-05-12")
    assert begun.now.facts.texts[0].goes_on == ((FROM, "both sides", "a letter"),)
