"""Into the database: a service from its file."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import validate_slug
from django.db import transaction

from watchbill.events.laid_out import LaidOut
from watchbill.events.posted import Posted
from watchbill.kernel.clock import Day, Instant, day_of
from watchbill.kernel.problems import BadInput, Problem
from watchbill.ledger.beginning import begin
from watchbill.ledger.book import Book
from watchbill.ledger.difference import difference
from watchbill.service.load import build_service
from watchbill.service.model import Service
from watchbill.service.sources import Sources, gather
from watchbill.store.books import enter
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
    _refuse_address(sources, service)
    with transaction.atomic():
        models.Service.objects.update_or_create(
            slug=service.id,
            defaults={"name": service.name},
        )
        enter(store_of(service.id), lambda book, now: taken_up(book, service, now))
    return service


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
        event = LaidOut(first=first, last=last)
    else:
        event = Posted(first=first, last=last, at=service.posted)
    return book.with_entry(event, known, FILE, "As the file has it.", entered=now)


def _refuse_address(sources: Sources, service: Service) -> None:
    try:
        validate_slug(service.id)
        good = service.id not in taken()
    except ValidationError:
        good = False
    if not good:
        allowed = f"letters, digits and hyphens, and none of {', '.join(sorted(taken()))}"
        message = "this can be no address of pages"
        raise BadInput([Problem(sources.name, None, "service", message, service.id, allowed)])
