"""Hours and cost on the page, and ``watchbill pay`` for the same dates: the same amounts."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from django.test import Client

from tests.web.conftest import text
from watchbill.kernel.clock import Day, day_of
from watchbill.ledger.entry import read_event
from watchbill.pay.lines import total
from watchbill.pay.pricing import price_all
from watchbill.web import ledgers

SERVICES = ("foothills-communications", "hsaa-station", "kamloops-cso")


def amounts(page: str) -> dict[str, Decimal]:
    """The last figure of each row, by its head."""
    rows = re.findall(
        r'<tr><th scope="row">(.*?)</th>.*?<td class="figure">([^<]*)</td></tr>', page
    )
    return {name: Decimal(figure.replace(",", "")) for name, figure in rows}


def paid(slug: str, first: Day, last: Day) -> dict[str, Decimal]:
    """By person and in all, from the lines themselves."""
    book = ledgers.book_of(slug)
    lines = [one for one in price_all(book.agreement, book.now)
             if first <= day_of(one.start) <= last]  # fmt: skip
    sums = {name: Decimal(0) for name in book.now.people}
    for line in lines:
        sums[line.person.name] += line.amount
    return sums | {"All": total(lines)}


@pytest.mark.parametrize("slug", SERVICES)
def test_the_page_pays_what_the_command_pays(steward: Client, slug: str) -> None:
    book = ledgers.book_of(slug)
    assert amounts(text(steward, f"/{slug}/hours/")) == paid(slug, book.first, book.last)


def test_leave_that_is_paid_and_duty_that_a_clause_pays_are_in_both(steward: Client) -> None:
    slug = "hsaa-station"
    book = ledgers.book_of(slug)
    before = amounts(text(steward, f"/{slug}/hours/"))
    leave = {"person": "Aitken", "tour": "2024-05-06 07:00", "kind": "sick"}
    held = {"person": "Birch", "tour": "2024-05-06 07:00", "until": "2024-05-06 21:00"}
    for event in ({"leave": leave}, {"held_over": held}):
        ledgers.append(slug, read_event(event, "test"), "Pascoe", "")
    page = text(steward, f"/{slug}/hours/")
    after = amounts(page)
    assert after == paid(slug, book.first, book.last)
    assert after["Aitken"] == before["Aitken"]  # sick leave is paid
    assert after["Birch"] > before["Birch"]
    assert "paid leave" in page
