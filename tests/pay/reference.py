"""A slow, separate, obvious pricing of the ambulance agreement: minute by minute, by hand.

It reads the raw events and knows nothing of claims, rules or standing schedules. Each tour is
touched by at most one event, as the simulated year has it, and nobody comes to 240 hours in
four weeks.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from watchbill.events.base import Event
from watchbill.events.call_in import CallIn
from watchbill.events.change import Change
from watchbill.events.exchange import Exchange
from watchbill.events.exchange_answer import ExchangeAnswer
from watchbill.events.extra import Extra
from watchbill.events.held_over import HeldOver
from watchbill.events.interrupted import Interrupted
from watchbill.events.leave import Leave
from watchbill.events.sent_away import SentAway
from watchbill.kernel.clock import DAY_MINUTES, Wall, Zone
from watchbill.ledger.entry import Entry
from watchbill.records.local_tour import DayOff, LocalTour
from watchbill.roster.model import Roster, RosterLine

LISTED = {("day", "evening"), ("day", "night"), ("evening", "night")}
KINDS = {420: "day", 600: "day", 1140: "night"}


@dataclass
class Pay:
    """Multiples by minute, and minutes on top."""

    zone: Zone
    minutes: dict[int, Decimal] = field(default_factory=dict)
    on_top: int = 0

    def at_least(self, start: Wall, end: Wall, multiple: Decimal) -> None:
        for minute in range(self.zone.instant(start), self.zone.instant(end)):
            self.minutes[minute] = max(multiple, self.minutes.get(minute, Decimal(0)))

    def total(self) -> Decimal:
        return sum(self.minutes.values(), Decimal(0)) + self.on_top


def hours_at_the_basic_rate(roster: Roster, entries: Iterable[Entry]) -> dict[str, Decimal]:
    """Each person's total, in minutes at the basic rate; ``roster`` is as it was laid out."""
    everything = {entry.number: entry.event for entry in entries}
    return {line.person.name: _person(roster, line, everything) for line in roster.lines}


def _person(roster: Roster, line: RosterLine, numbered: dict[int, Event | None]) -> Decimal:
    name, casual = line.person.name, line.person.status == "casual"
    pay, one = Pay(roster.zone), Decimal(1)
    everything = list(numbered.values())
    tours = {tour.wall_start: (tour.wall_start, tour.wall_end) for tour in line.tours}
    for absence in line.absences:
        pay.at_least(absence.tour.wall_start, absence.tour.wall_end, one)
    approved = {e.exchange for e in everything
                if isinstance(e, ExchangeAnswer) and e.answer == "approved"}  # fmt: skip
    added: list[tuple[Wall, Wall]] = []
    beyond: list[tuple[Wall, tuple[Wall, Wall]]] = []
    changed: list[tuple[Change, tuple[Wall, Wall] | None]] = []
    for number, event in numbered.items():
        if isinstance(event, Exchange) and number in approved and name in event.between:
            place = event.between.index(name)
            gives, takes = event.gives[place], event.gives[1 - place]
            giver = next(one for one in roster.lines
                         if one.person.name == event.between[1 - place])  # fmt: skip
            if gives is not None:
                del tours[gives]
            if takes is not None:
                taken = next(tour for tour in giver.tours if tour.wall_start == takes)
                tours[takes] = (takes, taken.wall_end)
    for event in everything:
        if event is None or getattr(event, "person", None) != name:
            continue
        if isinstance(event, Leave):
            pay.at_least(*tours.pop(event.tour), one)
        elif isinstance(event, Change):
            before = None if isinstance(event.tour, DayOff) else tours.pop(event.tour)
            assert event.to is not None
            changed.append((event, before))
        elif isinstance(event, HeldOver):
            beyond.append((event.tour, (tours[event.tour][1], event.until)))
        elif isinstance(event, SentAway):
            tours[event.tour] = (event.returns, tours[event.tour][1])
            pay.on_top += 180
        elif isinstance(event, Interrupted):
            start, end = tours.pop(event.tour)
            pay.at_least(start, event.stopped, one)
            pay.at_least(event.resumed, end, one)
            pay.on_top += 180
        elif isinstance(event, CallIn):
            beyond.append((event.report, (event.report, Wall(event.report + event.worked))))
            if event.worked <= 120:
                pay.at_least(event.report, Wall(event.report + 180), one)
        elif isinstance(event, Extra):
            added.append((event.tour.start, event.tour.end))
    for start, end in (*tours.values(), *added):
        pay.at_least(start, end, one)
    for _, (start, end) in beyond:
        pay.at_least(start, end, one)
    everywhere = [(start, (start, end)) for start, end in (*tours.values(), *added)] + beyond
    _changes(pay, changed, casual, everywhere)
    return pay.total()


def _changes(
    pay: Pay,
    changed: list[tuple[Change, tuple[Wall, Wall] | None]],
    casual: bool,
    worked: list[tuple[Wall, tuple[Wall, Wall]]],
) -> None:
    first_of_kind: dict[Wall, Wall] = {}
    for event, before in changed:
        if before is not None and (_kind_at(before[0]), _kind(event.to)) in LISTED:
            start = event.to.start if event.to else Wall(0)
            first_of_kind[event.told] = min(start, first_of_kind.get(event.told, start))
    for event, before in changed:
        to = event.to
        assert to is not None
        pay.at_least(to.start, to.end, Decimal(1))
        date = min(to.start, before[0] if before else to.start) // DAY_MINUTES
        if casual or date - event.told // DAY_MINUTES >= 14:
            continue
        if before is None:
            pay.at_least(to.start, to.end, Decimal(2))
            for began, (start, end) in worked:
                if began // DAY_MINUTES == to.start // DAY_MINUTES:
                    pay.at_least(start, end, Decimal(2))
        elif _kind(to) != _kind_at(before[0]):
            listed = (_kind_at(before[0]), _kind(to)) in LISTED
            if listed and first_of_kind[event.told] == to.start:
                pay.at_least(to.start, to.end, Decimal(2))
        elif abs(to.start - before[0]) >= 120:
            moved = abs(to.start - before[0])
            pay.at_least(to.start, Wall(to.start + moved), Decimal(2))


def _kind(tour: LocalTour | None) -> str:
    assert tour is not None
    return str(tour.kind) if tour.kind else _kind_at(tour.start)


def _kind_at(start: Wall) -> str:
    return KINDS[start % DAY_MINUTES]
