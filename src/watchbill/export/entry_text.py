"""Entries of a ledger in words."""

from __future__ import annotations

from watchbill.kernel.clock import wall_text
from watchbill.ledger.book import Book
from watchbill.ledger.entry import Entry


def entry_text(book: Book, entry: Entry) -> str:
    """An entry on a line: number, when known and, where that was later, entered; by whom, what."""
    wall = book.now.facts.zone.wall
    known = wall_text(wall(entry.known))
    entered = f", entered {wall_text(wall(entry.entered))}" if entry.entered != entry.known else ""
    head = f"Entry {entry.number}, known {known}{entered}, by {entry.by}"
    corrects = f", corrects entry {entry.corrects}" if entry.corrects else ""
    what = "takes it back" if entry.event is None else entry.event.sentence(book.now.name)
    why = f" ({entry.why})" if entry.why else ""
    return f"{head}{corrects}: {what}{why}"
