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
    name = record.person.name
    standing = _standing(record)
    for number, asked in record.of(Exchange):
        if number not in standing:
            continue
        mine, theirs = asked.gives if asked.between[0] == name else reversed(asked.gives)
        if theirs is not None:
            yield theirs
        if mine is not None:
            yield mine
            if asked.part is not None:
                yield Wall(mine + asked.part)


def _standing(record: Record) -> set[int]:
    """Entries that asked for an exchange that was approved and not undone."""
    approved: set[int] = set()
    for _, answer in record.of(ExchangeAnswer):
        if answer.answer == "approved":
            approved.add(answer.exchange)
        elif answer.answer == "undone":
            approved.discard(answer.exchange)
    return approved
