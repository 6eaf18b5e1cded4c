"""A year of events for a roster, from a seed: for demonstrations and benchmarks.

The same roster, rates and seed give the same events, to the letter. Each tour and each day off
is touched by at most one event, so every event can happen.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from watchbill.kernel.clock import DAY_MINUTES, Day, Minutes, Wall, Zone, at
from watchbill.ledger.entry import Entry
from watchbill.records.events import (
    CallIn,
    Change,
    Event,
    Exchange,
    ExchangeAnswer,
    Extra,
    HeldOver,
    Interrupted,
    Leave,
    Posted,
    SentAway,
)
from watchbill.records.local_tour import DayOff, LocalTour
from watchbill.records.tours import Tour
from watchbill.roster.model import Roster, RosterLine

HOUR = 60
MORNING = 9 * HOUR


@dataclass(frozen=True, slots=True)
class Rates:
    """How often what happens: a share of tours, or of days off, or times a year for a person.

    The figures are assumptions of the demonstration and not measured anywhere.
    """

    sick: float = 0.04
    vacation_tours: int = 16
    changed_start: float = 0.010
    changed_kind: float = 0.008
    day_off_taken: float = 0.006
    short_notice: float = 0.5
    held_over: float = 0.03
    sent_away: float = 0.002
    interrupted: float = 0.002
    called_in: float = 0.012
    extra: float = 0.012
    exchanges: float = 2.0
    posted_ahead: int = 84


@dataclass(frozen=True, slots=True)
class Told:
    """An event and the local time at which it became known."""

    at: Wall
    event: Event
    by: str
    why: str
    answers: Event | None = None
    """The exchange that it answers."""


def simulate(roster: Roster, seed: int, rates: Rates | None = None) -> list[Entry]:
    """Entries of a ledger for the roster's dates, in the order in which they became known."""
    rates = rates or Rates()
    told: list[Told] = [_posting(roster, rates)]
    years = [_PersonYear(line, roster, seed, rates) for line in roster.lines if line.tours]
    for year in years:
        told += year.alone()
    told += _exchanges(years, seed, rates)
    return enter(told, roster.zone)


def enter(told: Iterable[Told], zone: Zone) -> list[Entry]:
    """Entries numbered in the order in which they became known."""
    ordered = sorted(told, key=lambda one: one.at)
    numbers = {id(one.event): number for number, one in enumerate(ordered, 1)}
    entries = []
    for number, one in enumerate(ordered, 1):
        event = one.event
        if one.answers is not None and isinstance(event, ExchangeAnswer):
            event = replace(event, exchange=numbers[id(one.answers)])
        entries.append(Entry(number, zone.instant(one.at), one.by, one.why, event))
    return entries


def _posting(roster: Roster, rates: Rates) -> Told:
    posted = at(Day(roster.first - rates.posted_ahead), MORNING)
    event = Posted(at=posted, first=roster.first, last=roster.last)
    return Told(posted, event, "scheduling office", "The schedule is posted.")


class _PersonYear:
    """One person's tours and days off, each given out once."""

    def __init__(self, line: RosterLine, roster: Roster, seed: int, rates: Rates) -> None:
        self.name = line.person.name
        self.classification = (line.person.classification, line.person.status)
        self.rates = rates
        self.first, self.last = roster.first, roster.last
        self.random = random.Random(f"{seed} {self.name}")
        self.tours = list(line.tours)
        self.free = set(range(len(self.tours)))
        self.days = {tour.day for tour in line.tours} | {
            absence.tour.day for absence in line.absences
        }
        self.days_off = [
            Day(day) for day in range(roster.first + 1, roster.last) if day not in self.days
        ]

    def alone(self) -> Iterator[Told]:
        """What happens to this person without another."""
        yield from self._vacations()
        for place in sorted(self.free):
            happened = self._to_tour(place)
            if happened is not None:
                self.free.discard(place)
                yield happened
        for day in list(self.days_off):
            happened = self._on_day_off(day)
            if happened is not None:
                self.days_off.remove(day)
                yield happened

    def _vacations(self) -> Iterator[Told]:
        for _ in range(self.rates.vacation_tours // 4):
            if len(self.tours) < 8:
                return
            begin = self.random.randrange(len(self.tours) - 4)
            for place in range(begin, begin + 4):
                if place in self.free:
                    self.free.discard(place)
                    tour = self.tours[place]
                    told = at(Day(tour.day - 60), MORNING)
                    event = Leave(person=self.name, tour=tour.wall_start, kind="vacation")
                    yield Told(told, event, self.name, "Vacation as picked.")

    def _to_tour(self, place: int) -> Told | None:
        rates, tour = self.rates, self.tours[place]
        draw = self.random.random()
        for share, make in (
            (rates.sick, self._sick),
            (rates.changed_start, self._start_moved),
            (rates.changed_kind, self._kind_changed),
            (rates.held_over, self._held_over),
            (rates.sent_away, self._sent_away),
            (rates.interrupted, self._interrupted),
        ):
            if draw < share:
                return make(place, tour)
            draw -= share
        return None

    def _sick(self, place: int, tour: Tour) -> Told:
        event = Leave(person=self.name, tour=tour.wall_start, kind="sick")
        return Told(Wall(tour.wall_start - 2 * HOUR), event, self.name, "Called in sick.")

    def _start_moved(self, place: int, tour: Tour) -> Told | None:
        moved = self.random.choice((-120, -60, 60, 90, 120, 180))
        after = LocalTour(Wall(tour.wall_start + moved), tour.nominal, tour.kind)
        return self._changed(place, tour, after, "The start is moved to meet the demand.")

    def _kind_changed(self, place: int, tour: Tour) -> Told | None:
        minute = 19 * HOUR if tour.kind == "day" else 7 * HOUR
        after = LocalTour(at(tour.day, minute), tour.nominal)
        return self._changed(place, tour, after, "Another tour of that day is short.")

    def _changed(self, place: int, tour: Tour, after: LocalTour, why: str) -> Told | None:
        if not self.fits(after.start, after.end, besides=place):
            return None
        told = self._notice(tour.day)
        event = Change(person=self.name, tour=tour.wall_start, to=after, told=told)
        return Told(told, event, "supervisor", why)

    def _held_over(self, place: int, tour: Tour) -> Told | None:
        until = Wall(tour.wall_end + self.random.choice((15, 20, 30, 45, 90)))
        if not self.fits(tour.wall_start, until, besides=place):
            return None
        event = HeldOver(person=self.name, tour=tour.wall_start, until=until)
        return Told(until, event, "supervisor", "A late call.")

    def _sent_away(self, place: int, tour: Tour) -> Told:
        event = SentAway(
            person=self.name, tour=tour.wall_start, returns=Wall(tour.wall_start + 4 * HOUR)
        )
        return Told(tour.wall_start, event, "supervisor", "No vehicle at the start of the tour.")

    def _interrupted(self, place: int, tour: Tour) -> Told:
        event = Interrupted(
            person=self.name,
            tour=tour.wall_start,
            stopped=Wall(tour.wall_start + 2 * HOUR),
            resumed=Wall(tour.wall_start + 5 * HOUR),
        )
        return Told(event.resumed, event, "supervisor", "The vehicle was out of service.")

    def _on_day_off(self, day: Day) -> Told | None:
        rates, draw = self.rates, self.random.random()
        if draw < rates.day_off_taken:
            after = LocalTour(at(day, 7 * HOUR), Minutes(12 * HOUR))
            if self.fits(after.start, after.end):
                told = self._notice(day)
                event = Change(person=self.name, tour=DayOff(day), to=after, told=told)
                return Told(told, event, "supervisor", "A day off is needed for cover.")
            return None
        draw -= rates.day_off_taken
        if draw < rates.called_in:
            report = at(day, self.random.randrange(8, 20) * HOUR)
            worked = Minutes(self.random.choice((0, 60, 90, 120, 150, 240, 360)))
            if self.fits(report, Wall(report + 8 * HOUR)):
                told = Wall(report - HOUR)
                call = CallIn(person=self.name, told=told, report=report, worked=worked)
                return Told(told, call, "dispatch", "Called in for a surge.")
            return None
        draw -= rates.called_in
        if draw < rates.extra:
            tour = LocalTour(at(day, 7 * HOUR), Minutes(12 * HOUR))
            if self.fits(tour.start, tour.end):
                told = at(Day(day - 7), MORNING)
                return Told(told, Extra(person=self.name, tour=tour), self.name, "Volunteered.")
        return None

    def _notice(self, day: Day) -> Wall:
        short = self.random.random() < self.rates.short_notice
        days = self.random.randrange(1, 14) if short else self.random.randrange(14, 40)
        return at(Day(day - days), MORNING)

    def fits(self, start: int, end: int, besides: int | None = None) -> bool:
        """Whether no other tour lies within 4 h of the stretch: as far as others may move."""
        rest = 4 * HOUR
        near = (start - 3 * DAY_MINUTES, end + 3 * DAY_MINUTES)
        return all(
            tour.wall_end + rest <= start or end + rest <= tour.wall_start
            for place, tour in enumerate(self.tours)
            if place != besides and near[0] < tour.wall_start < near[1]
        )


def _exchanges(years: list[_PersonYear], seed: int, rates: Rates) -> Iterator[Told]:
    """Whole tours exchanged between two of the same classification and status."""
    draw = random.Random(f"{seed} exchanges")
    alike: dict[tuple[str, str], list[_PersonYear]] = {}
    for year in years:
        alike.setdefault(year.classification, []).append(year)
    for group in alike.values():
        if len(group) < 2:
            continue
        for _ in range(int(rates.exchanges * len(group) / 2)):
            one, other = draw.sample(group, 2)
            told = _exchange(one, other, draw)
            yield from told


def _exchange(one: _PersonYear, other: _PersonYear, draw: random.Random) -> Iterator[Told]:
    if not one.free or not other.free:
        return
    mine, yours = draw.choice(sorted(one.free)), draw.choice(sorted(other.free))
    gives, takes = one.tours[mine], other.tours[yours]
    if gives.nominal != takes.nominal:
        return
    if not _can_take(one, takes, mine) or not _can_take(other, gives, yours):
        return
    one.free.discard(mine)
    other.free.discard(yours)
    for year, taken in ((one, takes), (other, gives)):
        year.days_off = [day for day in year.days_off if abs(day - taken.day) > 1]
    asked = at(Day(min(gives.day, takes.day) - 20), MORNING)
    ask = Exchange(
        between=(one.name, other.name),
        gives=(gives.wall_start, takes.wall_start),
        asked=asked,
        written=(one.name, other.name),
    )
    yield Told(asked, ask, one.name, "Asked for together.")
    answered = Wall(asked + DAY_MINUTES)
    answer = ExchangeAnswer(exchange=1, answer="approved", at=answered)
    yield Told(answered, answer, "supervisor", "Every condition is met.", answers=ask)


def _can_take(year: _PersonYear, tour: Tour, gives: int) -> bool:
    """Whether the person is off around the tour and nothing has happened to those days."""
    around = {tour.day - 1, tour.day, tour.day + 1}
    return around <= set(year.days_off) and year.fits(tour.wall_start, tour.wall_end, gives)
