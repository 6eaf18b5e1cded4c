"""Ledgers in the database, as the pages read them: each kept as it was last read."""

from __future__ import annotations

from watchbill.kernel.problems import BadInput, Problem, nearest
from watchbill.ledger.book import Book
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
    if slug not in _KEPT:
        _KEPT[slug] = KeptBook(store_of(slug))
    return _KEPT[slug].now()
