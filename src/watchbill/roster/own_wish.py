"""Tours that stand as they do because their holder wished it."""

from __future__ import annotations

from collections.abc import Iterator

from watchbill.events.duty import Record
from watchbill.events.exchange import Exchange
from watchbill.events.exchange_answer import ExchangeAnswer
from watchbill.kernel.clock import Wall


def own_wish(record: Record) -> Iterator[Wall]:
    """Local starts of tours that an exchange brought or took, of what it left of a tour, and of
    tours that were moved at the person's own request, before and after.
    """
    for changed in record.changes:
        if changed.by_employee:
            for tour in (changed.before, changed.after):
                if tour is not None:
                    yield tour.wall_start
    key = record.person.key
    standing = _standing(record)
    for number, asked in record.of(Exchange):
        if number not in standing:
            continue
        mine, theirs = asked.gives if asked.between[0] == key else reversed(asked.gives)
        if theirs is not None:
            yield theirs
        if mine is not None:
            yield mine
            if asked.part is not None:
                yield from _kept(record, mine, asked.part)


def _kept(record: Record, given: Wall, part: int) -> Iterator[Wall]:
    """Where what is left of a tour starts, of which a part was given from that time on."""
    rest = Wall(given + part)
    before = [tour.wall_start for tour in record.tours if tour.wall_end == given]
    after = any(tour.wall_start == rest for tour in record.tours)
    yield from [rest] if after or not before else before


def _standing(record: Record) -> set[int]:
    """Entries that asked for an exchange that was approved and not undone."""
    approved: set[int] = set()
    for _, answer in record.of(ExchangeAnswer):
        if answer.answer == "approved":
            approved.add(answer.exchange)
        elif answer.answer == "undone":
            approved.discard(answer.exchange)
    return approved
