"""Pay lines against a slow reference, and the laws that they keep."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.books import book_of
from tests.pay.reference import hours_at_the_basic_rate
from watchbill.agreement.load import load_agreement
from watchbill.agreement.model import PayTerms, Resolution
from watchbill.events.duty import Claim, Duty, Stretch
from watchbill.ledger.book import Book
from watchbill.ledger.duties import duties
from watchbill.ledger.rosters import roster_of
from watchbill.ledger.simulate import Rates, simulate
from watchbill.pay.lines import PayLine, total
from watchbill.pay.price import Pricer
from watchbill.pay.pricing import price_all
from watchbill.pay.resolve import ONE, Filed
from watchbill.rules.pricing import Rank, own_number

EMPTY = book_of("hsaa-station", "2024-02-05", "2024-03-31")
ROSTER = roster_of(EMPTY.now)
BUSY = Rates(
    sick=0.05,
    changed_start=0.08,
    changed_kind=0.06,
    day_off_taken=0.03,
    held_over=0.06,
    sent_away=0.02,
    interrupted=0.02,
    called_in=0.06,
    extra=0.02,
    exchanges=3.0,
)


def priced(seed: int, resolution: Resolution = Resolution.GREATEST) -> tuple[Book, list[PayLine]]:
    year = simulate(ROSTER, seed, BUSY, after=len(EMPTY.entries))
    book = Book.of((*EMPTY.entries, *year))
    agreement = replace(book.agreement, pay=PayTerms(resolution))
    return book, price_all(agreement, book.now)


@given(seed=st.integers(0, 10_000))
@settings(max_examples=12, deadline=None)
def test_the_lines_come_to_what_a_slow_reference_comes_to(seed: int) -> None:
    book, lines = priced(seed)
    expected = hours_at_the_basic_rate(ROSTER, book.entries)
    found: dict[str, Decimal] = defaultdict(Decimal)
    for line in lines:
        found[line.person.name] += line.minutes * line.multiple
    assert {name: value for name, value in expected.items() if value} == dict(found)


@given(seed=st.integers(0, 10_000))
@settings(max_examples=12, deadline=None)
def test_no_minute_is_paid_by_two_lines(seed: int) -> None:
    _, lines = priced(seed)
    by_person: dict[str, list[PayLine]] = defaultdict(list)
    for line in lines:
        if not line.on_top:
            by_person[line.person.name].append(line)
    for own in by_person.values():
        assert all(one.end <= other.start for one, other in pairwise(own))


def test_every_clause_that_pays_has_been_seen_and_lines_keep_what_lost() -> None:
    seen: set[str] = set()
    lost = 0
    for seed in range(6):
        _, lines = priced(seed)
        seen |= {line.clause_number for line in lines}
        lost += sum(bool(line.lost) for line in lines)
    assert seen >= {"basic", "12.06", "12.08(b)", "12.08(c)", "12.08(d)", "12.09", "12.10"}
    assert lost


def test_a_line_is_rounded_once_and_the_total_is_their_sum() -> None:
    _, lines = priced(1)
    for line in lines:
        exact = line.minutes * line.multiple * line.person.rate / 60
        assert abs(line.amount - exact) <= Decimal("0.005")
        assert line.amount == line.amount.quantize(Decimal("0.01"))
    assert total(lines) == sum(line.amount for line in lines)


def test_where_premiums_add_the_basic_rate_and_each_premium_have_lines() -> None:
    _, greatest = priced(3)
    _, adding = priced(3, Resolution.ADD)
    paid = [sum(line.minutes * line.multiple for line in lines) for lines in (greatest, adding)]
    assert paid[0] <= paid[1]
    twice = {(line.person.name, line.start) for line in adding if line.multiple == 2}
    assert not twice
    assert all(line.multiple > 0 for line in adding)


def test_pricing_again_gives_the_same_lines_and_another_reading_may_not() -> None:
    book, lines = priced(2)
    assert price_all(book.agreement, book.now) == lines
    other = load_agreement("hsaa-ems", {"12.08(d)": "both"})
    assert total(price_all(other, book.now)) >= total(lines)


@given(seed=st.integers(0, 10_000))
@settings(max_examples=12, deadline=None)
def test_lines_made_without_claims_are_those_that_claims_would_come_to(seed: int) -> None:
    book, _ = priced(seed)
    agreement = book.agreement

    class EverythingContested(Pricer):
        def _parted(self, duty: Duty, timed: list[Filed]) -> tuple[list[Stretch], list[Filed]]:
            contested = [
                Filed(Claim(one.start, one.end, ONE, "", own_number(one)), None, Rank.BASIC, 0)
                for one in duty.work
            ]
            return [], [*timed, *self._paid_leave(duty, []), *contested]

    for duty in duties(agreement, book.now):
        assert Pricer(agreement).price(duty) == EverythingContested(agreement).price(duty)
