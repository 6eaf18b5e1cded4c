"""The station's book, and acts asked for on it."""

from __future__ import annotations

from tests.books import book_of, known
from watchbill.acts.outcome import ActOutcome, work_out
from watchbill.acts.registry import read_act
from watchbill.acts.roles import ActingRole, Who
from watchbill.ledger.book import Book

POSTED = book_of("hsaa-station", "2024-05-06", "2024-06-30", posted_at="2024-04-05 09:00")
NEXT = len(POSTED.entries) + 1
"""The number of the first entry that a test makes."""
OFFICER = Who("Officer Reid", frozenset({ActingRole.SUPERVISOR}))


def asked(
    name: str, at: str, book: Book = POSTED, who: Who = OFFICER, **fields: object
) -> ActOutcome:
    """What the act comes to on the book at that local time."""
    act = read_act(name, fields, "the test")
    return work_out(act, who, book, known(book.now.facts.zone, at))


def done(name: str, at: str, book: Book = POSTED, who: Who = OFFICER, **fields: object) -> Book:
    """The book after the act, which is not held back."""
    outcome = asked(name, at, book, who, **fields)
    assert not outcome.held_back
    return outcome.after


def member(name: str) -> Who:
    """Somebody who may act for themselves alone."""
    return Who(name, frozenset({ActingRole.MEMBER}), name)
