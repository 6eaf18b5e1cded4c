"""Ledgers in the database, as the pages read them: each kept as it was last read."""

from __future__ import annotations

from watchbill.events.base import Event
from watchbill.kernel.clock import Instant
from watchbill.kernel.problems import BadInput, Problem, nearest
from watchbill.ledger.book import Book
from watchbill.ledger.entry import Entry
from watchbill.store.books import KeptBook
from watchbill.store.database_store import DatabaseStore
from watchbill.web import models
from watchbill.web.ledger_store import DjangoDatabase

_KEPT: dict[str, KeptBook] = {}
"""A book a service, brought up to date by what was entered since it was read."""


def stored_service(slug: str) -> models.Service:
    """The service of that slug. Raises :class:`BadInput` with the one most like it."""
    found = models.Service.objects.filter(slug=slug).first()
    if found is not None:
        return found
    known = list(models.Service.objects.values_list("slug", flat=True))
    message = "the database has no service of this name"
    allowed = ", ".join(known) or "none yet: watchbill store brings one, watchbill demo three"
    raise BadInput([Problem("SERVICE", None, "", message, slug, allowed, nearest(slug, known))])


def store_of(slug: str) -> DatabaseStore:
    """The ledger of the service. Raises :class:`BadInput` where the database has none."""
    return DatabaseStore(DjangoDatabase(), slug)


def book_of(slug: str) -> Book:
    """The service's book as of now.

    Raises :class:`BadInput` for a ledger with a broken seal, and where there is none.
    """
    return _kept(slug).now()


def _kept(slug: str) -> KeptBook:
    if slug not in _KEPT:
        _KEPT[slug] = KeptBook(store_of(slug))
    return _KEPT[slug]


def forget_all() -> None:
    """Lets go of what is kept of every ledger: the next question reads all of it."""
    _KEPT.clear()


def append(
    slug: str, event: Event, by: str, why: str, known: Instant | None = None
) -> tuple[Book, Entry]:
    """Adds an entry, and gives the book with it; known at this minute where nobody says.

    Raises :class:`BadInput`, and adds nothing, where the event cannot have happened on the
    schedule as it stands.
    """

    def change(book: Book, now: Instant) -> Book:
        return book.with_entry(event, now if known is None else known, by, why)

    _, book = _kept(slug).enter(change)
    return book, book.entries[-1]
