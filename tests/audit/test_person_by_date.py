"""Whoever is another on some dates is judged as they are on each, and only while they are there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.books import book_of, entered, event
from watchbill.audit.audit import audit
from watchbill.kernel.clock import Day, day_of, parse_day
from watchbill.ledger.book import Book
from watchbill.ledger.rosters import roster_of
from watchbill.roster.window import window
from watchbill.service.load import load_service

AGREEMENT = """\
agreement: two
name: Two rules
parties: {employer: A house, union: A union}
time_zone: Europe/Zurich
definitions:
  classifications: {nurse: Works}
  statuses: {regular full-time: Has a place, casual: Is called}
  tours: {D: {name: Day, start: "07:00", length: 12h, kind: day}}
clauses:
  - clause: "1"
    heading: Casual
    reading: Casual people work short tours.
    applies_to: {status: casual}
    rules: [{hours-in-window: {at_most: 11h, period: any 1 days}}]
  - clause: "2"
    heading: Few
    reading: At most one is casual.
    rules: [{staff-cap: {who: {status: casual}, at_most: 1}}]
  - clause: "3"
    heading: Average
    reading: The average is kept.
    rules: [{average-hours: {at_most: 30, period: 28 days}}]
"""
WARD = """\
service: ward
name: Ward
agreement: agreement.yaml
schedule: {begins: 2025-01-06, weeks: 8}
rotations: {r: {pattern: "DDD----", begins: 2025-01-06}}
platoons: {A: {rotation: r}}
posts: {ward: {name: Ward, demand: ["1 daily 06:00-18:00"]}}
people:
  - {name: Ada, classification: nurse, platoon: A, rate: 10.00}
  - {name: Bea, classification: nurse, platoon: A, rate: 10.00}
"""
TURN = parse_day("2025-02-03")
Ward = Callable[..., Book]


@pytest.fixture
def ward(tmp_path: Path) -> Ward:
    (tmp_path / "agreement.yaml").write_text(AGREEMENT)
    (tmp_path / "ward.yaml").write_text(WARD)

    def of(*events: dict[str, object]) -> Book:
        book = book_of(load_service(tmp_path / "ward.yaml"), "2025-01-06", "2025-03-02")
        return entered(book, "2025-01-01 09:00", *(event(**one) for one in events))

    return of


def casual(person: str, begins: str = "2025-02-03") -> dict[str, object]:
    return {"person_set": {"person": person, "trait": "status", "to": "casual", "from": begins}}


def found(book: Book, clause: str) -> list[tuple[str, Day]]:
    result = audit(book.agreement, roster_of(book.now))
    return [(one.person.name if one.person else "", one.first) for one in result.findings
            if one.clause.number == clause]  # fmt: skip


def test_a_clause_for_a_status_judges_the_dates_on_which_the_person_has_it(ward: Ward) -> None:
    assert found(ward(), "1") == []
    days = [tour.day for tour in roster_of(ward().now).lines[0].tours]
    assert found(ward(casual("Ada")), "1") == [("Ada", day) for day in days if day >= TURN]
    back = {"person_set": {"person": "Ada", "trait": "status", "to": "regular full-time",
                           "from": "2025-02-10"}}  # fmt: skip
    assert found(ward(casual("Ada"), back), "1") == [
        ("Ada", day) for day in days if TURN <= day < TURN + 7
    ]


def test_a_cap_on_the_staff_is_judged_wherever_the_staff_is_another(ward: Ward) -> None:
    assert found(ward(casual("Ada")), "2") == []
    assert found(ward(casual("Ada"), casual("Bea", "2025-02-10")), "2") == [("", Day(TURN + 7))]
    left = {"left": {"person": "Ada", "from": "2025-02-10"}}
    assert found(ward(casual("Ada"), left, casual("Bea", "2025-02-10")), "2") == []


def test_whoever_joins_or_leaves_is_judged_on_their_own_dates(ward: Ward) -> None:
    left = ward({"left": {"person": "Ada", "from": "2025-02-03"}})
    roster = roster_of(left.now)
    ada = next(line for line in roster.lines if line.person.name == "Ada")
    frame = roster.frame(ada)
    assert (frame.first, frame.last, frame.known_last) == (roster.first, TURN - 1, TURN - 1)
    assert max(tour.day for tour in ada.tours) < TURN
    assert found(left, "3") == [("Ada", roster.first), ("Bea", roster.first), ("Bea", TURN)]
    after = window(roster, TURN, roster.last)
    assert [line.person.name for line in after.lines] == ["Bea"]
    assert day_of(ada.tours[-1].wall_end) <= TURN
