"""Into the database: a service from its file, and who may sign in to it as what."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.validators import validate_slug
from django.db import transaction

from watchbill.kernel.clock import Day, Instant, day_of
from watchbill.kernel.problems import BadInput, Problem, nearest
from watchbill.ledger.beginning import begin
from watchbill.ledger.book import Book
from watchbill.ledger.difference import difference
from watchbill.ledger.posting import laid_out, posted
from watchbill.service.load import build_service
from watchbill.service.model import Service
from watchbill.service.sources import gather
from watchbill.store.books import enter, open_book
from watchbill.store.file_store import FileStore
from watchbill.store.moving import copy_ledger
from watchbill.web import models
from watchbill.web.ledgers import book_of, store_of, stored_service

FILE = "the service's file"
"""Who says what a file says."""
TAKEN = frozenset({"accounts", "agreements", "api", "calendars", "rule-kinds", "static"})
"""What no service may be called: addresses of the pages begin with it."""


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
    _, is_new = models.Service.objects.get_or_create(slug=slug, defaults={"name": name})
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
        events = difference(book, service, day_of(wall), wall)
        return book.with_entries(events, now, FILE, "The service's file was put in again.")
    known = now if service.posted is None else min(now, zone.instant(service.posted))
    book = begin(service, known, FILE, "The service is taken up.", now)
    first, last = service.starts, Day(service.starts + 7 * service.weeks - 1)
    if service.posted is None:
        laid = laid_out(book, first, last)
        return book.with_entry(laid, known, FILE, "As the file lays it out.", entered=now)
    event = posted(book, first, last, service.posted)
    return book.with_entry(event, known, FILE, "As the file says.", entered=now)


@transaction.atomic
def make_member(name: str, slug: str, role: models.Role, person: str = "") -> bool:
    """Makes the user a member of the service, as ``role`` and as ``person`` of its roster.

    Says whether the user is new, and so has no password yet. Raises :class:`BadInput` where
    the service is not stored, or nobody in it has the name.
    """
    service = stored_service(slug)
    names = [one.person.key for one in book_of(slug).now.people.values()]
    if person and person not in names:
        message = "nobody in the service has this name"
        near = nearest(person, names)
        raise BadInput([Problem("--person", None, "", message, person, ", ".join(names), near)])
    user, is_new = User.objects.get_or_create(username=name)
    models.Membership.objects.update_or_create(
        user=user, service=service, defaults={"role": role, "person": person}
    )
    return is_new


def new_password(name: str) -> str:
    """Gives the user a new password, and returns it: it is kept nowhere else."""
    user = User.objects.get(username=name)
    password = secrets.token_urlsafe(9)
    user.set_password(password)
    user.save()
    return password


def _refuse_address(file: str, slug: str) -> None:
    try:
        validate_slug(slug)
        good = slug not in TAKEN
    except ValidationError:
        good = False
    if not good:
        allowed = f"letters, digits and hyphens, and none of {', '.join(sorted(TAKEN))}"
        message = "this can be no address of pages"
        raise BadInput([Problem(file, None, "service", message, slug, allowed)])
