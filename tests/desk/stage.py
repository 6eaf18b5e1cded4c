"""A station's ledger for the tests of the desk."""

from __future__ import annotations

from watchbill.events.base import Event
from watchbill.kernel.clock import Instant, parse_day, parse_wall
from watchbill.ledger.book import Book
from watchbill.ledger.entry import read_event
from watchbill.service.load import load_service

STATION = load_service("hsaa-station")
EMPTY = Book(STATION, laid_out=((parse_day("2024-05-06"), parse_day("2024-06-30")),))


def event(**data: object) -> Event:
    return read_event(data, "test")


def known(text: str) -> Instant:
    return STATION.agreement.zone.instant(parse_wall(text))


def entered(book: Book, at: str, *events: Event) -> Book:
    return book.with_entries(events, known(at), "office", "because")


def asking(one: str, other: str, gives: list[str | None], **more: object) -> Event:
    fields = {"between": [one, other], "gives": gives, "asked": "2024-05-06 09:00",
              "written": [one, other]}  # fmt: skip
    return event(exchange={**fields, **more})


def vacancy(tour: str, *volunteers: str, post: str = "crew", at: str = "2024-05-10 09:00") -> Event:
    return event(vacancy={"tour": tour, "post": post, "at": at, "volunteers": list(volunteers)})
