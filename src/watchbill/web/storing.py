"""Into the database: a service from its file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.validators import validate_slug

from watchbill.events.laid_out import LaidOut
from watchbill.events.posted import Posted
from watchbill.kernel.clock import Day, Instant, day_of
from watchbill.kernel.problems import BadInput, Problem
from watchbill.ledger.beginning import begin
from watchbill.ledger.book import Book
from watchbill.ledger.difference import difference
from watchbill.service.load import build_service
from watchbill.service.model import Service
from watchbill.service.sources import gather
from watchbill.store.books import enter, open_book
from watchbill.store.file_store import FileStore
from watchbill.store.moving import copy_ledger
from watchbill.web import models
from watchbill.web.ledgers import store_of
from watchbill.web.pages import taken

FILE = "the service's file"
"""Who says what a file says."""


def store(place: str) -> Service:
    """Stores the service of a file, or one that ships: takes it up in a ledger of its own.

    Where it is stored already, what differs is entered, from today on. Raises :class:`BadInput`
    where the file cannot be read, and where its id can be no address.
    """
    sources = gather(place)
    service = build_service(sources)
    _refuse_address(sources.name, service.id)
    with _service(service.id, service.name):
        enter(store_of(service.id), lambda book, now: taken_up(book, service, now))
    return service


def put_in(path: Path) -> tuple[str, int]:
    """A ledger in a file into the database, under the service that it is of: the service's name
    and how many entries were added.

    Raises :class:`BadInput` where a seal is broken, where the service has another ledger, and
    where its name can be no address.
    """
    source = FileStore(path)
    facts = open_book(source).now.facts
    _refuse_address(str(path), facts.id)
    with _service(facts.id, facts.name):
        return facts.id, copy_ledger(source, store_of(facts.id))


@contextmanager
def _service(slug: str, name: str) -> Iterator[None]:
    """The service, to be given its ledger; one that gets none was none."""
    _, is_new = models.Service.objects.update_or_create(slug=slug, defaults={"name": name})
    try:
        yield
    except BadInput:
        if is_new:
            models.Service.objects.filter(slug=slug, ledger=None).delete()
        raise


def taken_up(book: Book, service: Service, now: Instant) -> Book:
    """The book with the service as its file has it: the whole, or what differs from now on."""
    zone = service.agreement.zone
    if book.entries:
        wall = zone.wall(now)
        found = difference(book, service, day_of(wall), wall)
        return book.with_entries(found.events, now, FILE, "The service's file was put in again.")
    known = now if service.posted is None else min(now, zone.instant(service.posted))
    book = begin(service, known, FILE, "The service is taken up.", now)
    first, last = service.starts, Day(service.starts + 7 * service.weeks - 1)
    if service.posted is None:
        event = LaidOut(first=first, last=last)
    else:
        event = Posted(first=first, last=last, at=service.posted)
    return book.with_entry(event, known, FILE, "As the file has it.", entered=now)


def _refuse_address(file: str, slug: str) -> None:
    try:
        validate_slug(slug)
        good = slug not in taken()
    except ValidationError:
        good = False
    if not good:
        allowed = f"letters, digits and hyphens, and none of {', '.join(sorted(taken()))}"
        message = "this can be no address of pages"
        raise BadInput([Problem(file, None, "service", message, slug, allowed)])
