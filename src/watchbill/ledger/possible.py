"""What an entry says must be possible at the moment at which it becomes known.

The schedule itself refuses what cannot have happened on it (a tour that nobody has); here are the
clock and the calendar: nobody was told tomorrow, no hour that the clocks leave out was worked, and
nothing happens on dates that were never posted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import singledispatch

from watchbill.events.base import Event
from watchbill.events.call_in import CallIn
from watchbill.events.change import Change
from watchbill.events.emergency import Emergency
from watchbill.events.exchange import Exchange
from watchbill.events.posted import Posted
from watchbill.events.vacancy import Vacancy
from watchbill.events.worked import Worked
from watchbill.kernel.clock import Day, Wall, Zone, day_of, day_text, parse_wall, wall_text
from watchbill.kernel.problems import BadInput, Problem
from watchbill.ledger.entry import Entry, event_data
from watchbill.ledger.standing import Schedule
from watchbill.records.local_tour import LocalTour

PAST = ("told", "asked", "at", "stopped", "released")
"""Fields that say when something happened: not after the entry becomes known."""

_WALL = re.compile(r"\d{4}-\d{2}-\d{2} \d{2}:\d{2}")


def refuse_impossible(entry: Entry, schedule: Schedule, laid_out: tuple[Day, Day]) -> None:
    """Raises :class:`BadInput` with all that cannot be; ``schedule`` is the one before the entry,
    ``laid_out`` its first and last date."""
    event = entry.event
    if event is None:
        return
    problems = [
        *_times(event, entry, schedule.roster.zone),
        *_outside(event, laid_out),
        *_of_kind(event, schedule),
    ]
    if problems:
        name = event.name()
        raise BadInput(
            Problem("ledger", None, f"{name}.{field}" if field else name, message, found)
            for field, message, found in problems
        )


Wrong = tuple[str, str, str | None]
"""A field, what is wrong with it, and what was found."""


def _times(event: Event, entry: Entry, zone: Zone) -> Iterator[Wrong]:
    ((_, fields),) = event_data(event).items()
    known = zone.wall(entry.known)
    for field, value in fields.items():
        for text in value if isinstance(value, list) else [value]:
            found = _WALL.match(text) if isinstance(text, str) else None
            if found is None:
                continue
            wall = parse_wall(found[0])
            if is_left_out(zone, wall):
                yield field, "the clocks go forward then: there is no such time", text
            elif field in PAST and wall > known and zone.instant(wall) > entry.known:
                message = f"it is later than the entry becomes known, {wall_text(known)}"
                yield field, message, text


def is_left_out(zone: Zone, wall: Wall) -> bool:
    """Whether the wall clock never shows that time, as the clocks go forward."""
    return zone.wall(zone.instant(wall)) != wall


def _outside(event: Event, laid_out: tuple[Day, Day]) -> Iterator[Wrong]:
    first, last = laid_out
    for field in ("tour", "to", "report"):
        if field == "to" and not isinstance(event, Change):
            continue
        value = getattr(event, field, None)
        start = value.start if isinstance(value, LocalTour) else value
        if isinstance(start, int) and not first <= day_of(Wall(start)) <= last:
            message = (
                f"the schedule runs from {day_text(first)} to {day_text(last)}:"
                " post that date first"
            )
            yield field, message, wall_text(Wall(start))


@singledispatch
def _of_kind(_: Event, __: Schedule) -> Iterator[Wrong]:
    """What is impossible in an event of this kind alone: nothing, unless told below."""
    return iter(())


@_of_kind.register
def _(event: Posted, _: Schedule) -> Iterator[Wrong]:
    if event.last < event.first:
        yield "to", "it lies before the first date", day_text(event.last)


@_of_kind.register(Emergency)
@_of_kind.register(Worked)
def _(event: Emergency | Worked, _: Schedule) -> Iterator[Wrong]:
    if event.end <= event.start:
        yield "to", "it does not lie after its beginning", wall_text(event.end)


@_of_kind.register
def _(event: CallIn, schedule: Schedule) -> Iterator[Wrong]:
    if event.told > event.report:
        yield "told", "it is later than the time to report", wall_text(event.told)
    person = schedule.people.get(event.person)
    for held in (*person.held.values(), *person.calls) if person else ():
        for start, end in held.worked:
            if start <= event.report < end:
                yield "report", f"{event.person} is on duty then: {held.tour}", None


@_of_kind.register
def _(event: Change, schedule: Schedule) -> Iterator[Wrong]:
    person = schedule.people.get(event.person)
    held = person.held.get(event.tour) if person and isinstance(event.tour, int) else None
    ends = [held.tour.wall_end] if held else []
    ends += [event.to.end] if event.to else []
    if ends and event.told >= max(ends):
        message = "the tour was over then and cannot change; enter what was worked (kind: worked)"
        yield "told", message, wall_text(event.told)


@_of_kind.register
def _(event: Exchange, schedule: Schedule) -> Iterator[Wrong]:
    for name, start in zip(event.between, event.gives, strict=True):
        person = schedule.people.get(name)
        if person is None or start is None:
            continue
        if start not in person.held:
            yield "gives", schedule.why_not_held(name, start), wall_text(start)
        elif start <= event.asked:
            message = f"the tour had begun when they asked, {wall_text(event.asked)}"
            yield "gives", message, wall_text(start)


@_of_kind.register
def _(event: Vacancy, _: Schedule) -> Iterator[Wrong]:
    if event.at >= event.tour.end:
        yield "tour", "it was over when the vacancy was opened", str(event.tour)
