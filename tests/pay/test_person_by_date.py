"""Whoever is another on some dates is paid as they are on each: by rate and by clause."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.books import book_of, event
from watchbill.events.person_set import PersonSet
from watchbill.kernel.clock import Day, day_of, day_text, parse_day
from watchbill.ledger.book import Book
from watchbill.ledger.duties import duty
from watchbill.ledger.rosters import roster_of
from watchbill.ledger.simulate import Rates, simulate
from watchbill.pay.lines import PayLine, money, total
from watchbill.pay.period import period_pay
from watchbill.pay.pricing import Pricing

EMPTY = book_of("hsaa-station", "2024-02-05", "2024-03-31")
BUSY = Rates(sick=0.05, changed_start=0.08, held_over=0.2, interrupted=0.02, called_in=0.1,
             extra=0.05, exchanges=3.0)  # fmt: skip
FIRST, LAST = EMPTY.first, EMPTY.last


def busy(seed: int) -> Book:
    year = simulate(roster_of(EMPTY.now), seed, BUSY, after=len(EMPTY.entries))
    return Book.of((*EMPTY.entries, *year))


def with_events(book: Book, **data: object) -> Book:
    return book.with_entry(event(**data), book.latest, "office", "because")


def lines_of(book: Book, key: str) -> list[PayLine]:
    return Pricing(book.texts, book.now).lines(book.now.people[key])


def tour_days(book: Book, key: str, line: PayLine) -> set[Day]:
    """The dates of the tours, worked or lost to leave, that the line begins in."""
    own = duty(book.agreement, book.now, book.now.people[key])
    worked = {one.tour.day for one in own.work if one.wall_start <= line.start < one.wall_end}
    away = {one.tour.day for one in own.absences
            if one.tour.wall_start <= line.start < one.tour.wall_end}  # fmt: skip
    return worked | away or {day_of(line.start)}


@given(seed=st.integers(0, 10_000), begins=st.integers(FIRST, LAST), more=st.integers(1, 900))
@settings(max_examples=15, deadline=None)
def test_a_raise_pays_earlier_tours_as_before_and_later_ones_at_the_new_rate(
    seed: int, begins: int, more: int
) -> None:
    book = busy(seed)
    unit = book.agreement.pay.unit
    for key, standing in list(book.now.people.items())[:3]:
        rate = standing.person.rate + Decimal(more) / 100
        set_to = PersonSet(person=key, trait="rate", to=str(rate), begins=Day(begins))
        raised = book.with_entry(set_to, book.latest, "office", "a raise")
        before, after = lines_of(book, key), lines_of(raised, key)
        assert [one[1:6] for one in before] == [one[1:6] for one in after]
        old = [one for one in after if one.person.rate == standing.person.rate]
        new = [one for one in after if one.person.rate == rate]
        assert len(old) + len(new) == len(after)
        assert [one for one in before if one.amount == 0 or one in after] == [
            one for one in before if one in old or one.amount == 0
        ]
        for line in after:
            days = tour_days(book, key, line)
            assert (line in new) == (min(days) >= begins), (line, days)
            assert line.amount == money(line.minutes, line.multiple, line.person.rate, unit)
        assert total(old) + total(new) == total(after)


def test_the_night_that_starts_before_the_raise_is_paid_at_the_old_rate_past_midnight() -> None:
    key, night = next(
        (key, held.tour)
        for key, standing in EMPTY.now.people.items()
        for held in standing.held.values()
        if day_of(held.tour.wall_end) > held.tour.day and FIRST < held.tour.day < LAST
    )
    raised = with_events(
        EMPTY,
        person_set={"person": key, "trait": "rate", "to": "99.00", "from": day_text(day_of(
            night.wall_end))},
    )  # fmt: skip
    own = [one for one in lines_of(raised, key) if night.wall_start <= one.start < night.wall_end]
    assert own
    assert {one.person.rate for one in own} == {EMPTY.now.people[key].person.rate}
    later = [one for one in lines_of(raised, key) if one.start >= night.wall_end]
    assert {one.person.rate for one in later} == {Decimal("99.00")}


def test_the_pay_before_a_raise_and_from_it_on_add_up_to_the_whole() -> None:
    raised = with_events(
        EMPTY, person_set={"person": "Lomax", "trait": "rate", "to": "60", "from": "2024-03-04"}
    )
    turn = parse_day("2024-03-04")
    whole = period_pay(raised, FIRST, LAST, "Lomax")
    before = period_pay(raised, FIRST, Day(turn - 1), "Lomax")
    after = period_pay(raised, turn, LAST, "Lomax")
    assert before.amount + after.amount == whole.amount
    assert before.amount == period_pay(EMPTY, FIRST, Day(turn - 1), "Lomax").amount
    assert after.amount > period_pay(EMPTY, turn, LAST, "Lomax").amount
    assert len(whole.people) == 1
