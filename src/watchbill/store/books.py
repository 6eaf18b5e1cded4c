"""Books of stores: read and verified, folded from the newest snapshot; and added to."""

from __future__ import annotations

import gc
import pickle
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from threading import RLock
from typing import Any

from watchbill.events.schedule import Schedule
from watchbill.kernel.cache import Cache, cache_here, program_version
from watchbill.kernel.clock import Instant, this_minute
from watchbill.ledger.beside import Beside
from watchbill.ledger.book import Book, Chosen
from watchbill.ledger.chain import Row, seal_more
from watchbill.ledger.entry import as_of
from watchbill.ledger.rows import ReadEntries
from watchbill.store.base import Store, until_added

APART = 64
"""Entries after which another snapshot is kept."""


def open_book(store: Store, chosen: Chosen | None = None, cache: Cache | None = None) -> Book:
    """The book of a ledger, every seal of which holds.

    Raises :class:`BadInput` where one is broken, an entry cannot be read, or an event cannot
    have happened.
    """
    return book_of(store.sealed(), chosen, cache)


def book_of(rows: Sequence[Row], chosen: Chosen | None = None, cache: Cache | None = None) -> Book:
    """The book of these rows, whose seals hold, folded from the newest snapshot of them."""
    cache = cache or cache_here()
    entries = ReadEntries(rows)
    place, book = _newest(rows, cache)
    fresh = entries[place:]
    if any(entry.corrects is not None for entry in fresh):
        place, book = 0, Book()
        fresh = entries[:]
    now = book.now.apply_all(as_of(fresh))
    latest = max((entry.known for entry in fresh), default=book.latest)
    earlier = partial(_earlier, rows, chosen, cache)
    book = Book(entries, now, max(latest, book.latest), chosen or Chosen(), earlier)
    if len(rows) - place >= APART:
        cache.put(_key(rows[-1].digest), pickle.dumps((now, book.latest), protocol=5))
    return book


def _earlier(rows: Sequence[Row], chosen: Chosen | None, cache: Cache, number: int) -> Book:
    return book_of(rows[:number], chosen, cache)


def enter(
    store: Store,
    change: Callable[[Book, Instant], Book],
    beside: Sequence[Beside] = (),
) -> tuple[Book, Book]:
    """Adds to a store as :meth:`KeptBook.enter` does."""
    return KeptBook(store).enter(change, beside)


def _newest(rows: Sequence[Row], cache: Cache) -> tuple[int, Book]:
    """The newest snapshot of the rows: how many it has, and the book that it is of."""
    for row in reversed(rows[-4 * APART :]):
        kept = cache.get(_key(row.digest)) if cache.has(_key(row.digest)) else None
        if kept is not None:
            now, latest = _unpickled(kept)
            if isinstance(now, Schedule):
                return row.number, Book((), now, latest)
    return 0, Book()


def _unpickled(kept: bytes) -> Any:
    """The value, whose many small records are no garbage to be looked for meanwhile."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        return pickle.loads(kept)
    finally:
        if collecting:
            gc.enable()


def _key(digest: str) -> str:
    return f"schedule {program_version()} {digest}"


class KeptBook:
    """The book of one store, kept between questions: only what was entered since is read, its
    seals verified, and folded into it.

    For one thread at a time: whoever asks while another enters waits.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._rows: list[Row] = []
        self._book: Book | None = None
        self._lock = RLock()

    def now(self) -> Book:
        """The book as of now. Raises :class:`BadInput` as :func:`open_book` does."""
        with self._lock:
            fresh = self._store.sealed(len(self._rows))
            if self._book is None or fresh:
                self._rows = [*self._rows, *fresh]
                self._book = self._with(fresh)
            return self._book

    def enter(
        self, change: Callable[[Book, Instant], Book], beside: Sequence[Beside] = ()
    ) -> tuple[Book, Book]:
        """Adds what ``change`` adds to the book: the book before it and after it.

        ``change`` is given the book and the minute at which it is entered. The store is not
        locked meanwhile: ``change`` is asked again where another writer was quicker. Raises
        :class:`BadInput`, and nothing is added, where the ledger is broken or an event cannot
        have happened.
        """

        def attempt() -> tuple[Book, Book]:
            before = self.now()
            now = before.next_entered(this_minute())
            after = change(before, now).stamped(len(before.entries), now)
            fresh = seal_more(self._rows, after.entries)
            if fresh:
                self._store.append(self._rows[-1].head if self._rows else None, fresh, beside)
                self._rows = [*self._rows, *fresh]
                self._book = replace(after, entries=ReadEntries(self._rows))
            return before, after

        with self._lock:
            return until_added(attempt)

    def _with(self, fresh: Sequence[Row]) -> Book:
        if self._book is None:
            return book_of(self._rows)
        entries = [row.entry for row in fresh]
        if any(entry.corrects is not None for entry in entries):
            return Book.of(ReadEntries(self._rows))
        now = self._book.now.apply_all(as_of(entries))
        latest = max([self._book.latest, *(entry.known for entry in entries)])
        return Book(ReadEntries(self._rows), now, latest)
