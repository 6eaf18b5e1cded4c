"""Builds a roster: every platoon's rotation laid over the dates, leave taken out."""

from __future__ import annotations

from watchbill.asking.asking import ask
from watchbill.kernel.clock import Day, Wall
from watchbill.records.members import StaffMember, Stay
from watchbill.records.people import Person
from watchbill.records.platoons import Platoon, ServiceLeave
from watchbill.records.tours import Tour
from watchbill.roster.model import Absence, Roster, RosterLine
from watchbill.roster.window import window
from watchbill.rotation.notation import OFF
from watchbill.service.model import Service

CARRIED_DAYS = 14
"""Days before the schedule that are laid out at least, for runs and rests that reach into it."""


def build_roster(
    service: Service,
    first: Day | None = None,
    weeks: int | None = None,
    posted: Wall | None = None,
    last: Day | None = None,
) -> Roster:
    """The service's roster from ``first`` for so many ``weeks``, or up to and with ``last``.

    What is left out is as the service file says; the file's posting time holds only for the
    dates that it was given for. Rules see the whole schedule around the dates asked for, and as
    much before it as any of them reaches back; where a ``last`` date is given, nothing after it
    is laid out.
    """
    as_filed = first is None or first == service.starts
    first = service.starts if first is None else first
    until = last
    if last is None:
        last = Day(first + 7 * (service.weeks if weeks is None else weeks) - 1)
        until = max(last, Day(service.starts + 7 * service.weeks - 1))
    if posted is None and as_filed:
        posted = service.posted
    begins = min(first, service.starts)
    until = last if until is None else until
    asked = ask(service.agreement, begins, until).rules
    back = max((one.rule.reaches_back() for one in asked), default=CARRIED_DAYS)
    carried_from = Day(begins - max(back, CARRIED_DAYS))
    lines = tuple(
        _line(service, person, (carried_from, begins, until)) for person in service.people
    )
    zone = service.agreement.zone
    whole = Roster(zone, begins, until, service.starts, lines, service.posts, posted)
    return whole if (begins, until) == (first, last) else window(whole, first, last)


def _line(service: Service, person: Person, dates: tuple[Day, Day, Day]) -> RosterLine:
    """The line from the second to the third date, with what is carried from the first."""
    people = _lent(service, person).people(*dates[1:])
    if person.platoon is None:
        return RosterLine(person, (), people=people)
    platoon = service.platoons[person.platoon]
    leave = [one for one in service.leave if one.person == person.key]
    carried_from, first, last = dates
    carried, _ = _lay_out(service, platoon, leave, carried_from, Day(first - 1))
    tours, absences = _lay_out(service, platoon, leave, first, last)
    return RosterLine(
        person, tours, carried, absences, len(platoon.codes), platoon.cycle_from, people=people
    )


def _lent(service: Service, person: Person) -> StaffMember:
    """The person at the stations that they are lent to."""
    loans = [one for one in service.lent if one.person == person.key]
    return StaffMember(
        person, lent=tuple((one.station, Stay(one.first, one.last)) for one in loans)
    )


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
