"""From the schedule as it stands to what pay reads, one person at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter

from watchbill.agreement.model import Agreement
from watchbill.events.duty import Duty, Known, Stretch
from watchbill.kernel.clock import Instant, Wall, Zone
from watchbill.ledger.held import Held, Standing
from watchbill.ledger.standing import Schedule, stand
from watchbill.roster.model import Roster


def duties(agreement: Agreement, roster: Roster, events: Iterable[Known]) -> Iterator[Duty]:
    """Everybody's duty, in the roster's order. Raises :class:`BadInput` as ``stand`` does."""
    schedule = stand(agreement, roster, events)
    for person in schedule.people.values():
        yield duty(agreement, schedule, person)


def duty(agreement: Agreement, schedule: Schedule, person: Standing) -> Duty:
    """One person's duty on the agreement's pay clock."""
    roster = schedule.roster
    at, wall = pay_clock(agreement, roster.zone)
    held = sorted(person.held.values(), key=_start)
    nominal = agreement.nominal_hours
    work = [stretch for one in held for stretch in _stretches(one, at, nominal)]
    if person.calls:
        work += [stretch for one in person.calls for stretch in _stretches(one, at, nominal)]
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


def pay_clock(
    agreement: Agreement, zone: Zone
) -> tuple[Callable[[Wall], int], Callable[[int], Wall]]:
    """To and from the pay clock: instants, or the wall clock where nominal hours are paid."""
    if agreement.nominal_hours:
        return int, Wall
    return zone.instant, lambda minute: zone.wall(Instant(minute))


def _stretches(held: Held, at: Callable[[Wall], int], nominal: bool) -> Sequence[Stretch]:
    tour, scheduled = held.tour, held.scheduled
    if held.spells is None and held.over is None:
        start, end = tour.wall_start, tour.wall_end
        # A tour knows its instants: the wall clock is asked only where something else was worked.
        first, last = (start, end) if nominal else (tour.start, tour.end)
        return (Stretch(first, last, start, end, tour, scheduled, held.number),)
    number = held.number if held.spells is None else held.spells_number
    stretches = [
        Stretch(at(start), at(end), start, end, tour, scheduled, number)
        for start, end in held.worked
    ]
    if held.over is not None:
        start, end, over = held.over
        stretches.append(Stretch(at(start), at(end), start, end, tour, False, over))
    return stretches


def _start(held: Held) -> int:
    return held.tour.start


_order = attrgetter("start")
