"""What an entry says must be possible at the moment at which it becomes known.

The schedule itself refuses what cannot have happened on it (a tour that nobody has); here are the
clock and the calendar: nobody was told tomorrow, no hour that the clocks leave out was worked, and
nothing happens on dates that were never posted.
"""

from __future__ import annotations

from collections.abc import Iterator

from watchbill.events.base import Event, Refusal
from watchbill.events.schedule import Schedule
from watchbill.events.times import walls
from watchbill.kernel.clock import Wall, Zone, day_of, day_text, wall_text
from watchbill.kernel.problems import BadInput, Problem
from watchbill.ledger.entry import Entry

OF_A_TOUR = frozenset({"tour", "to", "report"})
"""Fields that say when a tour, or a call, is worked: on dates that are laid out."""


def refuse_impossible(entry: Entry, schedule: Schedule) -> None:
    """Raises :class:`BadInput` with all that cannot be; ``schedule`` is the one before the
    entry."""
    event = entry.event
    if event is None:
        return
    zone = schedule.facts.zone
    refusals = [
        *_times(event, entry, zone),
        *_outside(event, schedule),
        *event.refusals(schedule, zone.wall(entry.known)),
    ]
    if refusals:
        name = event.name()
        raise BadInput(
            Problem("ledger", None, f"{name}.{field}" if field else name, message, found)
            for field, message, found in refusals
        )


def is_left_out(zone: Zone, wall: Wall) -> bool:
    """Whether the wall clock never shows that time, as the clocks go forward."""
    return zone.wall(zone.instant(wall)) != wall


def _times(event: Event, entry: Entry, zone: Zone) -> Iterator[Refusal]:
    known = zone.wall(entry.known)
    past = {*event.told_in, *event.happened_in}
    for field, alias, wall in walls(event):
        if is_left_out(zone, wall):
            message = "the clocks go forward then: there is no such time"
            yield Refusal(alias, message, wall_text(wall))
        elif field in past and wall > known and zone.instant(wall) > entry.known:
            message = f"it is later than the entry becomes known, {wall_text(known)}"
            yield Refusal(alias, message, wall_text(wall))


def _outside(event: Event, schedule: Schedule) -> Iterator[Refusal]:
    for field, alias, wall in walls(event):
        if field not in OF_A_TOUR:
            continue
        span = schedule.span
        if span is None:
            yield Refusal(alias, "nothing is laid out yet: post that date first", wall_text(wall))
        elif not span.first <= day_of(wall) <= span.last:
            message = (
                f"the schedule runs from {day_text(span.first)} to {day_text(span.last)}:"
                " post that date first"
            )
            yield Refusal(alias, message, wall_text(wall))
