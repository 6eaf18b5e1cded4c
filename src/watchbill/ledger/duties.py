"""From the schedule as it stands to what pay reads, one person at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from operator import attrgetter

from watchbill.agreement.model import Agreement
from watchbill.counting.counting import Exchanged
from watchbill.events.duty import Duty, Stretch
from watchbill.events.held import Held
from watchbill.events.schedule import Schedule
from watchbill.events.standing import Standing
from watchbill.kernel.clock import Day, Instant, Wall, Zone


def duties(agreement: Agreement, schedule: Schedule) -> Iterator[Duty]:
    """Everybody's duty, in the schedule's order."""
    for standing in schedule.people.values():
        yield duty(agreement, schedule, standing)


def duty(
    agreement: Agreement,
    schedule: Schedule,
    standing: Standing,
    first: Day | None = None,
    last: Day | None = None,
    beneath: Sequence[Agreement] = (),
) -> Duty:
    """One person's duty on the agreement's pay clock, over all dates that are laid out.

    ``beneath`` are statutes that are in force with the agreement. Raises :class:`BadInput` where
    nothing is laid out.
    """
    span = schedule.dates
    first, last = first or span.first, last or span.last
    at, wall = pay_clock(agreement, schedule.facts.zone)
    held = list(standing.held.values())
    if _stays(agreement, beneath):
        held = _as_scheduled(schedule, standing, held)
    nominal = agreement.nominal_hours
    work = [stretch for one in held for stretch in _stretches(one, at, nominal)]
    if standing.calls:
        work += [stretch for one in standing.calls for stretch in _stretches(one, at, nominal)]
        work.sort(key=_order)
    return Duty(
        person=standing.member.on(first),
        people=standing.member.people(first, last),
        tours=[one.tour for one in held],
        work=work,
        changes=standing.changes,
        absences=standing.absences,
        events=standing.events,
        postings=schedule.postings,
        first=first,
        last=last,
        anchor=schedule.facts.anchor,
        at=at,
        wall=wall,
    )


def _stays(agreement: Agreement, beneath: Sequence[Agreement]) -> bool:
    """Whether an exchanged tour stays with the one who was scheduled: by the agreement's word, or
    where it has none, by any law.
    """
    texts = (agreement, *beneath) if agreement.pay.exchanged is None else (agreement,)
    return any(one.exchanged is Exchanged.SCHEDULED for one in texts)


def _as_scheduled(schedule: Schedule, standing: Standing, held: list[Held]) -> list[Held]:
    """What the person holds with every tour that an exchange moved credited to its giver.

    Of a tour that went through several hands only the first is credited with it.
    """
    key = standing.member.key
    moves = [move for moves in schedule.moved.values() for move in moves]
    given = [move.moved for move in moves if move.giver == key]
    left = Counter(move.moved.tour for move in moves if move.taker == key)
    credited = []
    for one in (*held, *given):
        if left[one.tour]:
            left[one.tour] -= 1
        else:
            credited.append(one)
    return sorted(credited, key=lambda one: one.tour.start)


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


_order = attrgetter("start")
