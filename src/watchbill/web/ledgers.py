"""Ledgers in the database: read as books, added to one entry at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from django.db import transaction

from watchbill.agreement.load import NO_CHOICE, NO_SETTINGS
from watchbill.events.base import Event
from watchbill.kernel.clock import Day, Instant, from_date, this_minute
from watchbill.kernel.problems import BadInput, Problem, nearest
from watchbill.ledger.book import Book
from watchbill.ledger.chain import GENESIS, Row, first_broken, seal, seal_more
from watchbill.ledger.entry import Entry
from watchbill.service.load import build_service
from watchbill.service.model import Service
from watchbill.service.sources import Sources
from watchbill.web import models


def stored_service(slug: str) -> models.Service:
    """The service of that slug. Raises :class:`BadInput` with the one most like it."""
    found = models.Service.objects.filter(slug=slug).first()
    if found is not None:
        return found
    known = list(models.Service.objects.values_list("slug", flat=True))
    message = "the database has no service of this name"
    allowed = ", ".join(known) or "none yet: watchbill store brings one, watchbill demo three"
    raise BadInput([Problem("SERVICE", None, "", message, slug, allowed, nearest(slug, known))])


def rows_of(service: models.Service) -> list[Row]:
    """The ledger's rows, as stored."""
    values = service.ledger.order_by("number").values_list("number", "text", "digest")
    return [Row(*value) for value in values]


def book_of(
    service: models.Service,
    readings: Mapping[str, str] = NO_CHOICE,
    settings: Mapping[str, object] = NO_SETTINGS,
) -> Book:
    """The service with its ledger, under these readings and figures of its agreement.

    Raises :class:`BadInput` for texts that cannot be read, and choices that there are not.
    """
    book = _book(service, tuple(_entry(row) for row in rows_of(service)))
    if not readings and not settings:
        return book
    texts = dict(service.files.values_list("name", "text"))
    sources = Sources(service.file_name, service.text, texts)
    return replace(book, service=build_service(sources, readings, settings))


Texts = tuple[tuple[str, str], ...]
"""Names of files and what they say, in the order of their names."""


@dataclass(frozen=True, slots=True)
class Stored:
    """All that a service's pages rest on, as stored: where it is the same, so are they.

    ``laid_out`` are first date, last date and instant of posting of its schedules; ``head`` is
    the number and the digest of the ledger's last row, which stand for all rows before it.
    """

    service: int
    file_name: str
    text: str
    files: Texts
    laid_out: tuple[tuple[Day, Day, Instant | None], ...]
    head: tuple[int, str] | None


def stored(service: models.Service) -> Stored:
    """What the database keeps of the service now."""
    return Stored(
        service.pk,
        service.file_name,
        service.text,
        tuple(sorted(service.files.values_list("name", "text"))),
        tuple(_dates(one) for one in service.schedules.all()),
        service.ledger.order_by("-number").values_list("number", "digest").first(),
    )


@lru_cache(maxsize=16)
def stored_book(stored: Stored) -> Book:
    """The service with its ledger.

    Raises :class:`BadInput` for texts that cannot be read and for a ledger with a broken seal.
    """
    rows = rows_of(models.Service.objects.get(pk=stored.service)) if stored.head else []
    broken = first_broken(rows)
    if broken is not None:
        message = f"the ledger is broken at entry {broken.number}: {broken.reason}"
        raise BadInput([Problem("ledger", None, "", message)])
    service = _service(stored.file_name, stored.text, stored.files)
    spans = tuple((first, last) for first, last, _ in stored.laid_out)
    return Book(service, tuple(_entry(row) for row in rows), spans)


Enter = Callable[[Book, Instant], Book]
"""Makes of a book, at an instant, the book with more entries. Raises :class:`BadInput`."""


def append(
    slug: str, event: Event, by: str, why: str, known: Instant | None = None
) -> tuple[Book, Entry]:
    """Adds an entry, and gives the book with it. Raises :class:`BadInput`, and adds nothing,
    where the event cannot have happened on the schedule as it stands."""
    book = extend(slug, lambda book, at: book.with_entry(event, at, by, why), known)
    return book, book.entries[-1]


@transaction.atomic
def append_all(slug: str, entries: Iterable[Entry]) -> int:
    """Adds entries made elsewhere, which were judged there, to a ledger that has none yet."""
    service = _locked(slug)
    if service.ledger.exists():
        message = "this ledger has entries already; only an empty one can be filled"
        raise BadInput([Problem(slug, None, "", message)])
    rows, before = [], GENESIS
    for entry in entries:
        row = seal(entry, before)
        before = row.digest
        rows.append(_model(service, row))
    models.LedgerRow.objects.bulk_create(rows, batch_size=2000)
    return len(rows)


@transaction.atomic
def extend(slug: str, enter: Enter, known: Instant | None = None) -> Book:
    """Adds what ``enter`` adds, judged and written under one lock: of two at a time, one goes
    first. Where it raises, nothing is added. ``known`` is this minute where none is given.
    """
    service = _locked(slug)
    rows = rows_of(service)
    before = _book(service, tuple(_entry(row) for row in rows))
    book = enter(before, before.next_known(this_minute()) if known is None else known)
    for row in seal_more(rows, book.entries):
        _model(service, row).save(force_insert=True)
    return book


def _locked(slug: str) -> models.Service:
    stored_service(slug)
    return models.Service.objects.select_for_update().get(slug=slug)


def _model(service: models.Service, row: Row) -> models.LedgerRow:
    return models.LedgerRow(service=service, number=row.number, text=row.text, digest=row.digest)


def _book(service: models.Service, entries: tuple[Entry, ...]) -> Book:
    now = stored(service)
    built = _service(now.file_name, now.text, now.files)
    return Book(built, entries, tuple((first, last) for first, last, _ in now.laid_out))


def _dates(schedule: models.Schedule) -> tuple[Day, Day, Instant | None]:
    first = from_date(schedule.first)
    posted = schedule.posted
    at = None if posted is None else Instant(int(posted.timestamp()) // 60)
    return first, Day(first + 7 * schedule.weeks - 1), at


@lru_cache(maxsize=8)
def _service(name: str, text: str, named_texts: Texts) -> Service:
    return build_service(Sources(name, text, dict(named_texts)))


@lru_cache(maxsize=50_000)
def _entry(row: Row) -> Entry:
    """Rows never change, so each is read once."""
    return row.entry
