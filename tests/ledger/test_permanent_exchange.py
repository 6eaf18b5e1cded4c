"""A permanent exchange in a real service: the tours that count are those really worked."""

from __future__ import annotations

from functools import cache

import pytest

from tests.books import book_of, entered, event
from watchbill.kernel.clock import Day, parse_day, wall_text
from watchbill.kernel.problems import BadInput
from watchbill.ledger.book import Book
from watchbill.ledger.rosters import roster_of
from watchbill.records.tours import Tour

BEGINS, TURNED = parse_day("2024-10-09"), "2024-10-11"


@cache
def regular() -> Book:
    return book_of("foothills-communications", "2024-09-23", "2024-12-15", "2024-06-24 09:00")


@cache
def exchanged() -> Book:
    pair = event(
        permanent_exchange={"days": "Bouchard", "nights": "Castellan", "from": "2024-10-09"}
    )
    return entered(regular(), "2024-09-25 09:00", pair)


def tours(book: Book, person: str) -> list[Tour]:
    return [one.tour for one in book.now.people[person].held.values()]


def kinds(book: Book, person: str, first: Day, last: Day) -> set[str]:
    return {str(tour.kind) for tour in tours(book, person) if first <= tour.day <= last}


def test_before_it_both_work_days_and_nights_and_from_it_on_one_of_them_each() -> None:
    last = regular().last
    for person, kind in (("Bouchard", "day"), ("Castellan", "night")):
        assert kinds(regular(), person, BEGINS, last) == {"day", "night"}
        assert kinds(exchanged(), person, BEGINS, last) == {kind}
        assert kinds(exchanged(), person, regular().first, Day(BEGINS - 1)) == {"day", "night"}
        days = [tour.day for tour in tours(regular(), person)]
        assert [tour.day for tour in tours(exchanged(), person)] == days


def test_leave_from_the_tour_really_worked_is_accepted_and_from_the_other_refused() -> None:
    def sick(start: str) -> Book:
        leave = event(leave={"person": "Bouchard", "tour": f"{TURNED} {start}", "kind": "sick"})
        return entered(exchanged(), "2024-10-10 20:00", leave)

    day = parse_day(TURNED)
    assert [str(one.tour.kind) for one in regular().now.people["Bouchard"].on(day)] == ["night"]
    gone = sick("07:00")
    assert gone.now.people["Bouchard"].on(day) == []
    (line,) = [line for line in roster_of(gone.now).lines if line.person.name == "Bouchard"]
    assert [(one.tour.day, one.kind) for one in line.absences if one.tour.day == day] == [
        (day, "sick")
    ]
    with pytest.raises(BadInput, match=f"Bouchard has no tour that starts {TURNED} 19:00"):
        sick("19:00")


def test_its_end_takes_the_notice_of_the_clause_and_tours_from_then_on_turn_back() -> None:
    end = event(end_permanent_exchange={"by": "Castellan", "told": "2024-10-20 09:00"})
    ended = entered(exchanged(), "2024-10-20 09:00", end)
    (pair,) = ended.now.partners
    assert pair.ends == parse_day("2024-11-19")  # 30 days from when it was told
    for person in ("Bouchard", "Castellan"):
        before = [tour for tour in tours(ended, person) if tour.day < pair.ends]
        assert before == [tour for tour in tours(exchanged(), person) if tour.day < pair.ends]
        after = [tour for tour in tours(ended, person) if tour.day >= pair.ends]
        assert after == [tour for tour in tours(regular(), person) if tour.day >= pair.ends]
        assert after


def test_a_tour_that_was_lost_meanwhile_does_not_come_back_with_the_end() -> None:
    day = next(
        tour.day
        for tour in tours(regular(), "Bouchard")
        if tour.kind == "night" and tour.day >= parse_day("2024-11-19")
    )
    start = next(tour.wall_start for tour in tours(exchanged(), "Bouchard") if tour.day == day)
    leave = event(leave={"person": "Bouchard", "tour": wall_text(start), "kind": "vacation"})
    end = event(end_permanent_exchange={"by": "Castellan", "told": "2024-10-20 09:00"})
    ended = entered(exchanged(), "2024-10-20 09:00", leave, end)
    assert ended.now.people["Bouchard"].on(day) == []
