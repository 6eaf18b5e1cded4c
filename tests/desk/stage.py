"""A station's ledger for the tests of the desk."""

from __future__ import annotations

from tests.books import book_of, event
from watchbill.events.base import Event

EMPTY = book_of("hsaa-station", "2024-05-06", "2024-06-30")
STATION = EMPTY.service
NEXT = len(EMPTY.entries) + 1
"""The number of the first entry that a test makes."""


def asking(one: str, other: str, gives: list[str | None], **more: object) -> Event:
    fields = {"between": [one, other], "gives": gives, "asked": "2024-05-06 09:00",
              "written": [one, other]}  # fmt: skip
    return event(exchange={**fields, **more})


def vacancy(tour: str, *volunteers: str, post: str = "crew", at: str = "2024-05-10 09:00") -> Event:
    return event(vacancy={"tour": tour, "post": post, "at": at, "volunteers": list(volunteers)})
