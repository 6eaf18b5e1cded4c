"""Entries of a ledger in words."""

from __future__ import annotations

from watchbill.events.base import Event
from watchbill.events.decided import Decided
from watchbill.kernel.clock import wall_text
from watchbill.ledger.book import Book
from watchbill.ledger.entry import Entry, event_data

NOTHING = "nothing"
"""What is said where one of two gives no tour."""


def entry_text(book: Book, entry: Entry) -> str:
    """An entry on a line: number, when known, by whom, what."""
    known = wall_text(book.now.facts.zone.wall(entry.known))
    head = f"Entry {entry.number}, known {known}, by {entry.by}"
    corrects = f", corrects entry {entry.corrects}" if entry.corrects else ""
    if entry.event is None:
        what = "takes it back"
    elif isinstance(entry.event, Decided):
        what = f"the decision on entry {entry.event.about}"
    else:
        what = told(entry.event)
    why = f" ({entry.why})" if entry.why else ""
    return f"{head}{corrects}: {what}{why}"


def told(event: Event) -> str:
    """An event in its own words: ``call in: person Ames, told 2024-03-04 03:00, ...``."""
    ((kind, fields),) = event_data(event).items()
    parts = []
    for name, value in fields.items():
        if value in (None, [], ()):
            continue
        listed = (
            [NOTHING if one is None else str(one) for one in value or ()]
            if isinstance(value, list)
            else [str(value)]
        )
        words = " and ".join(listed)
        parts.append(f"{name.replace('_', ' ')} {words}")
    return f"{kind.replace('_', ' ')}: {', '.join(parts)}"
