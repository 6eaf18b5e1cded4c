"""Posted tours that facts of the service make others: changes, told and paid as such."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from watchbill.events.base import Event
from watchbill.events.change import Change
from watchbill.events.standing import Standing
from watchbill.kernel.clock import Day, Wall
from watchbill.ledger.book import Book
from watchbill.ledger.posting import laid_tours
from watchbill.records.local_tour import DayOff, LocalTour
from watchbill.records.tours import Tour


@dataclass(frozen=True, slots=True)
class _Turned:
    """What the rotations lay out for a person on a date, before and after."""

    key: str
    day: Day
    before: Tour | None
    after: Tour | None


def changed_tours(
    book: Book, facts: Sequence[Event], begins: Day, told: Wall
) -> tuple[list[Change], list[str]]:
    """The changes of tours that stand, from ``begins`` on, told at that time; and sentences on
    the tours that stay as entries made them. Raises :class:`BadInput` for impossible facts."""
    span = book.now.span
    if span is None or begins > span.last:
        return [], []
    first = max(begins, span.first)
    after = book.with_entries(list(facts), book.entries[-1].entered, "", "")
    old, new = (laid_tours(one.now, one.agreement, first, span.last) for one in (book, after))
    changes: list[Change] = []
    kept: dict[str, int] = {}
    turned = [
        _Turned(key, day, old[key].get(day), tours.get(day))
        for key, tours in new.items()
        if key in old  # whoever joins has no tours on dates that are posted
        for day in sorted({*old[key], *tours})
        if old[key].get(day) != tours.get(day)
        and any(one.first <= day <= one.last for one in book.now.spans)
    ]
    for key, own in groupby(turned, key=lambda one: one.key):
        standing = after.now.people[key]
        mine = list(own)
        stand = [one for one in mine if _stands(standing, one)]
        changes += [_change(one, told) for one in _in_order(stand)]
        lost = {one.tour.day for one in standing.absences}
        touched = [one for one in mine if one not in stand and one.day not in lost]
        if touched:
            kept[standing.person.label] = len(touched)
    notes = [
        f"{count} {'date' if count == 1 else 'dates'} of {name} stay as earlier entries made them."
        for name, count in kept.items()
    ]
    return changes, notes


def _stands(standing: Standing, turned: _Turned) -> bool:
    """Whether the person's schedule is on that date as the rotation laid it out."""
    if turned.before is None:
        return not standing.on(turned.day)
    return standing.at(turned.before.wall_start) is not None


def _in_order(turned: Sequence[_Turned]) -> list[_Turned]:
    """Tours that go first, then tours that become others, then tours on days off: in an order in
    which nobody is on two at once."""
    gone = [one for one in turned if one.after is None]
    others = [one for one in turned if one.before is not None and one.after is not None]
    fresh = [one for one in turned if one.before is None]
    later = [one for one in others if one.before and one.after and one.after.end > one.before.end]
    earlier = [one for one in others if one not in later]
    return [*gone, *earlier, *reversed(later), *fresh]


def _change(turned: _Turned, told: Wall) -> Change:
    after = turned.after
    to = None if after is None else LocalTour(after.wall_start, after.nominal, after.kind)
    tour = DayOff(turned.day) if turned.before is None else turned.before.wall_start
    return Change(person=turned.key, tour=tour, to=to, told=told)
