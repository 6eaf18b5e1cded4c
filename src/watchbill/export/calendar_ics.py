"""The roster as an iCalendar file (RFC 5545), for phones."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid5

from icalendar import Calendar, Event

from watchbill.kernel.clock import length_text, wall_text
from watchbill.records.people import Person
from watchbill.records.tours import Tour
from watchbill.roster.model import Roster
from watchbill.service.model import Service

_PRODUCT = "-//Watchbill//Roster//EN"
_UIDS = UUID("6f1b7c7e-6d3c-5c58-9a55-2f0a4be6a1d4")
"""The name space of the tours' UIDs; it never changes."""
_ZONE_MARGIN = timedelta(days=400)
"""How far around the roster its time zone is described: a clock change before it is among it."""


def calendar_ics(service: Service, roster: Roster, person: str | None = None) -> bytes:
    """Every tour on the roster's dates, or those of the person of that key, in the agreement's
    time zone.

    A tour keeps its UID from one export to the next, so that a phone replaces and does not
    double it.
    """
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    lines = [line for line in roster.lines if person in (None, line.person.key)]
    whose = f": {lines[0].person.label}" if person is not None and lines else ""
    calendar.add("x-wr-calname", f"{service.name}{whose}")
    for line in lines:
        for tour in line.tours:
            event = _event(service, roster, tour, line.person, with_name=person is None)
            calendar.add_component(event)
    first, last = (roster.zone.aware(time).date() for time in (roster.begins, roster.ends))
    calendar.add_missing_timezones(first - _ZONE_MARGIN, last + _ZONE_MARGIN)
    return bytes(calendar.to_ical())


def _event(
    service: Service, roster: Roster, tour: Tour, person: Person, *, with_name: bool
) -> Event:
    kind = service.tour_name(tour)
    event = Event()
    # A name may hold anything, and two that are alike must not share a UID.
    event.add("uid", str(uuid5(_UIDS, f"{service.id}\n{person.key}\n{wall_text(tour.wall_start)}")))
    event.add("dtstamp", roster.zone.aware(roster.begins))
    event.add("dtstart", roster.zone.aware(tour.start))
    event.add("dtend", roster.zone.aware(tour.end))
    event.add("summary", f"{person.label}: {kind}" if with_name else kind)
    event.add("description", f"{service.name}. {length_text(tour.minutes)} of duty.")
    return event
