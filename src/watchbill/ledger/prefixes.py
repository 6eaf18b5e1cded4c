"""The schedule after each of some entries, folded once from the first to the last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from watchbill.events.schedule import Schedule
from watchbill.ledger.book import NOTHING, Book
from watchbill.ledger.entry import as_of


def schedules_after(book: Book, numbers: Iterable[int]) -> Iterator[tuple[int, Schedule]]:
    """The number of each of these entries, in order, with the schedule as it stood after it."""
    schedule, done = NOTHING, 0
    for number in sorted(set(numbers)):
        fresh = book.entries[done:number]
        if any(entry.corrects is not None for entry in fresh):
            schedule = NOTHING.apply_all(as_of(book.entries[:number]))
        else:
            schedule = schedule.apply_all(as_of(fresh))
        done = number
        yield number, schedule
