"""Builds a roster: every platoon's rotation laid over the dates, leave taken out."""

from __future__ import annotations

from watchbill.kernel.clock import Day, Wall
from watchbill.records.people import Person
from watchbill.records.platoons import Platoon, ServiceLeave
from watchbill.records.tours import Tour
from watchbill.roster.model import Absence, Roster, RosterLine
from watchbill.rotation.notation import OFF
from watchbill.service.model import Service

CARRIED_DAYS = 14
"""How many days before the roster are laid out, for runs and rests that reach into it."""


def build_roster(
    service: Service,
    first: Day | None = None,
    weeks: int | None = None,
    posted: Wall | None = None,
    last: Day | None = None,
) -> Roster:
    """The service's roster from ``first`` for so many ``weeks``, or up to and with ``last``.

    What is left out is as the service file says; the file's posting time holds only for the
    dates that it was given for.
    """
    as_filed = first is None or first == service.starts
    first = service.starts if first is None else first
    if last is None:
        last = Day(first + 7 * (service.weeks if weeks is None else weeks) - 1)
    if posted is None and as_filed:
        posted = service.posted
    lines = tuple(_line(service, person, first, last) for person in service.people)
    zone = service.agreement.zone
    return Roster(zone, first, last, service.starts, lines, service.posts, posted)


def _line(service: Service, person: Person, first: Day, last: Day) -> RosterLine:
    if person.platoon is None:
        return RosterLine(person, ())
    platoon = service.platoons[person.platoon]
    leave = [one for one in service.leave if one.person == person.key]
    carried, _ = _lay_out(service, platoon, leave, Day(first - CARRIED_DAYS), Day(first - 1))
    tours, absences = _lay_out(service, platoon, leave, first, last)
    return RosterLine(
        person, tours, carried, absences, len(platoon.codes), platoon.cycle_from
    )  # fmt: skip


def _lay_out(
    service: Service, platoon: Platoon, leave: list[ServiceLeave], first: Day, last: Day
) -> tuple[tuple[Tour, ...], tuple[Absence, ...]]:
    tours, absences = [], []
    for day in range(first, last + 1):
        code = platoon.code_on(Day(day))
        if code == OFF:
            continue
        tour = service.tours[code].on(Day(day), service.agreement.zone)
        taken = next((one for one in leave if one.first <= day <= one.last), None)
        if taken is None:
            tours.append(tour)
        else:
            absences.append(Absence(tour, taken.kind))
    return tuple(tours), tuple(absences)
