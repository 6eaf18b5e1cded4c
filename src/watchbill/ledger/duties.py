"""From the schedule as it stands to what pay reads, one person at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter

from watchbill.agreement.model import Agreement
from watchbill.kernel.clock import Instant, Wall, Zone
from watchbill.ledger.held import Held, Standing
from watchbill.ledger.standing import Schedule, stand
from watchbill.records.duty import Duty, Known, Stretch
from watchbill.roster.model import Roster

CLOCK_CHANGE = "clock-change-nights"
"""The agreement's parameter for what a night through a clock change is paid."""

NOMINAL = "nominal"


def duties(agreement: Agreement, roster: Roster, events: Iterable[Known]) -> Iterator[Duty]:
    """Everybody's duty, in the roster's order. Raises :class:`BadInput` as ``stand`` does."""
    schedule = stand(agreement, roster, events)
    for person in schedule.people.values():
        yield duty(agreement, schedule, person)


def duty(agreement: Agreement, schedule: Schedule, person: Standing) -> Duty:
    """One person's duty on the agreement's pay clock."""
    roster = schedule.roster
    at, wall = pay_clock(agreement)
    held = sorted(person.held.values(), key=_start)
    work = [stretch for one in (*held, *person.calls) for stretch in _stretches(one, at)]
    work.sort(key=_order)
    return Duty(
        person=person.person,
        tours=[one.tour for one in held],
        work=work,
        changes=person.changes,
        absences=person.absences,
        events=person.events,
        postings=schedule.postings,
        first=roster.first,
        last=roster.last,
        anchor=roster.anchor,
        at=at,
        wall=wall,
    )


def pay_clock(agreement: Agreement) -> tuple[Callable[[Wall], int], Callable[[int], Wall]]:
    """To and from the pay clock: instants, or the wall clock where nominal hours are paid."""
    if str(agreement.settings.get(CLOCK_CHANGE)) == NOMINAL:
        return int, Wall
    zone: Zone = agreement.zone
    return zone.instant, lambda minute: zone.wall(Instant(minute))


def _stretches(held: Held, at: Callable[[Wall], int]) -> Iterator[Stretch]:
    tour, scheduled = held.tour, held.scheduled
    if held.spells is None:
        yield Stretch(at(tour.wall_start), at(tour.wall_end), tour, scheduled, held.number)
    else:
        for start, end in held.spells:
            yield Stretch(at(start), at(end), tour, scheduled, held.spells_number)
    if held.over is not None:
        start, end, number = held.over
        yield Stretch(at(start), at(end), tour, False, number)


def _start(held: Held) -> int:
    return held.tour.start


_order = attrgetter("start")
