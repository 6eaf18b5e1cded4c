"""What pages show of a ledger's dates, kept and brought up to date with its head.

A projection rests on a book and some dates alone, and so can always be made from scratch. Made
from an earlier one it is the same; only what was entered since, and the people whom it touches,
are looked at: a line that stands as it did is the very line that was judged and counted.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

from watchbill.audit.audit import Audit, Audited, audited
from watchbill.kernel.clock import Day
from watchbill.ledger.book import Book
from watchbill.ledger.rosters import roster_of
from watchbill.roster.coverage import Cover, coverage
from watchbill.roster.model import Roster
from watchbill.roster.seated import seated
from watchbill.roster.splice import coverage_after

KEPT = 32
"""Stretches of dates that are kept at once, of all ledgers together."""


@dataclass(frozen=True, slots=True)
class Projection:
    """Some dates of a ledger as they stand: judged, and counted against the needs.

    ``seats`` is the roster with the seats empty of those who rest.
    """

    judged: Audited
    seats: Roster
    covers: tuple[Cover, ...]

    @property
    def roster(self) -> Roster:
        """Who works what."""
        return self.judged.roster

    @property
    def audit(self) -> Audit:
        """What the audit finds."""
        return self.judged.audit


def project(book: Book, first: Day, last: Day, before: Projection | None = None) -> Projection:
    """These dates of the book, both included, from what they were ``before``.

    Raises :class:`BadInput` where they cannot be judged.
    """
    roster = roster_of(book.now, first, last)
    seats = seated(book.texts, roster)
    if before is None:
        return Projection(audited(book.texts, roster), seats, tuple(coverage(seats)))
    covers = coverage_after(seats, before.seats, before.covers)
    return Projection(audited(book.texts, roster, before.judged), seats, tuple(covers))


class Projections:
    """Those that were asked for last, by service and dates, each with the book that it is of."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, Day, Day], tuple[Book, Projection]] = OrderedDict()
        self._lock = Lock()

    def of(self, book: Book, first: Day, last: Day) -> Projection:
        """These dates of the book, both included. Raises :class:`BadInput` as :func:`project`."""
        key = (book.now.facts.id, first, last)
        with self._lock:
            kept, before = self._kept.get(key, (None, None))
        if kept is book and before is not None:
            return before
        projection = project(book, first, last, before)
        with self._lock:
            self._kept[key] = (book, projection)
            self._kept.move_to_end(key)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return projection
