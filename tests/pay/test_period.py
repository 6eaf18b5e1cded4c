"""What is paid for a stretch of dates, and its sums by person."""

from __future__ import annotations

from decimal import Decimal

from tests.books import book_of
from watchbill.kernel.clock import Day, day_of
from watchbill.pay.period import period_pay

BOOK = book_of("hsaa-station", "2024-05-06", "2024-06-30")


def test_only_lines_that_begin_on_the_dates_are_in() -> None:
    first, last = Day(BOOK.first + 7), Day(BOOK.first + 13)
    week = period_pay(BOOK, first, last)
    assert {first <= day_of(line.start) <= last for line in week.lines} == {True}
    weeks = [period_pay(BOOK, Day(one), Day(one + 6)) for one in range(BOOK.first, BOOK.last, 7)]
    whole = period_pay(BOOK, BOOK.first, BOOK.last)
    assert sum(len(one.lines) for one in weeks) == len(whole.lines)
    assert sum((one.amount for one in weeks), Decimal(0)) == whole.amount > week.amount


def test_the_sums_of_people_are_those_of_all_and_of_each_alone() -> None:
    whole = period_pay(BOOK, BOOK.first, BOOK.last)
    assert sum((one.amount for one in whole.people), Decimal(0)) == whole.amount
    assert sum(one.lines for one in whole.people) == len(whole.lines)
    assert sum((one.premium for one in whole.people), Decimal(0)) == whole.premium
    alone = period_pay(BOOK, BOOK.first, BOOK.last, "Lomax")
    assert alone.people == tuple(one for one in whole.people if one.person.name == "Lomax")
    assert whole.assumed == alone.assumed  # of Lomax's leave
