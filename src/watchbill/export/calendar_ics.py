"""The roster as an iCalendar file (RFC 5545), for phones."""

from __future__ import annotations

from icalendar import Calendar, Event

from watchbill.kernel.clock import length_text
from watchbill.records.tours import Tour
from watchbill.roster.model import Roster
from watchbill.service.model import Service

_PRODUCT = "-//Watchbill//Roster//EN"


def calendar_ics(service: Service, roster: Roster, person: str | None = None) -> bytes:
    """Every tour on the roster's dates, or one person's, in the agreement's time zone.

    A tour keeps its UID from one export to the next, so that a phone replaces and does not
    double it.
    """
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", service.name if person is None else f"{service.name}: {person}")
    for line in roster.lines:
        if person is not None and line.person.name != person:
            continue
        for tour in line.tours:
            event = _event(service, roster, tour, line.person.name, with_name=person is None)
            calendar.add_component(event)
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _event(service: Service, roster: Roster, tour: Tour, name: str, *, with_name: bool) -> Event:
    kind = service.tours[tour.code].name
    event = Event()
    slug = "".join(letter if letter.isalnum() else "-" for letter in name.lower())
    event.add("uid", f"{service.id}-{slug}-{tour.wall_start}@watchbill")
    event.add("dtstamp", roster.zone.aware(roster.begins))
    event.add("dtstart", roster.zone.aware(tour.start))
    event.add("dtend", roster.zone.aware(tour.end))
    event.add("summary", f"{name}: {kind}" if with_name else kind)
    event.add("description", f"{service.name}. {length_text(tour.minutes)} of duty.")
    return event
