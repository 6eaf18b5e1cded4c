"""Books of ledgers for the tests of several rooms: begun, and with what is entered in them."""

from __future__ import annotations

from watchbill.agreement.model import Agreement
from watchbill.events.base import Event
from watchbill.events.duty import Known
from watchbill.events.laid_out import LaidOut
from watchbill.events.posted import Posted
from watchbill.events.schedule import Schedule
from watchbill.kernel.clock import Instant, Zone, parse_day, parse_wall
from watchbill.ledger.beginning import begin
from watchbill.ledger.book import Book
from watchbill.ledger.entry import read_event
from watchbill.ledger.from_roster import schedule_of
from watchbill.roster.model import Roster
from watchbill.service.load import load_service
from watchbill.service.model import Service

BEGAN = "2000-01-01 09:00"
"""When a book is begun: before all that any test has happen."""


def book_of(service: Service | str, first: str, last: str, posted_at: str | None = None) -> Book:
    """The book of a service taken up, with these dates laid out; posted, where a time is given."""
    taken = load_service(service) if isinstance(service, str) else service
    began = known(taken.agreement.zone, BEGAN)
    book = begin(taken, began, "office", "taken up", began)
    begins, ends = parse_day(first), parse_day(last)
    if posted_at is None:
        return book.with_entry(LaidOut(first=begins, last=ends), began, "office", "laid out")
    posting = Posted(at=parse_wall(posted_at), first=begins, last=ends)
    return book.with_entry(posting, known(taken.agreement.zone, posted_at), "office", "posted")


def known(zone: Zone, text: str) -> Instant:
    """The instant of a local time: ``2024-05-06 09:00``."""
    return zone.instant(parse_wall(text))


def event(**data: object) -> Event:
    """An event as files write it: ``event(leave={"person": ...})``."""
    return read_event(data, "test")


def entered(book: Book, at: str, *events: Event) -> Book:
    """The book with these events, which all became known at that local time."""
    return book.with_entries(events, known(book.now.facts.zone, at), "office", "because")


def happened(agreement: Agreement, roster: Roster, *events: Event) -> Schedule:
    """The schedule of a roster without a ledger, after these events."""
    told = [Known(number, one) for number, one in enumerate(events, 1)]
    return schedule_of(agreement, roster).apply_all(told)
