"""A year of events for a roster, from a seed: for demonstrations and benchmarks.

The same roster, rates and seed give the same events, to the letter. Each tour and each day off
is touched by at most one event, so every event can happen.
"""

from __future__ import annotations

import random
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, fields, replace
from typing import Any

from watchbill.events.base import Event
from watchbill.events.call_in import CallIn
from watchbill.events.change import Change
from watchbill.events.exchange import Exchange
from watchbill.events.exchange_answer import ExchangeAnswer
from watchbill.events.extra import Extra
from watchbill.events.held_over import HeldOver
from watchbill.events.interrupted import Interrupted
from watchbill.events.laid_out import LaidOut
from watchbill.events.leave import Leave
from watchbill.events.posted import Posted
from watchbill.events.sent_away import SentAway
from watchbill.kernel.clock import DAY_MINUTES, Day, Minutes, Wall, Zone, at
from watchbill.ledger.beginning import begin
from watchbill.ledger.book import Book
from watchbill.ledger.entry import Entry
from watchbill.ledger.rosters import roster_of
from watchbill.records.local_tour import DayOff, LocalTour
from watchbill.records.tours import Tour
from watchbill.roster.model import Roster, RosterLine
from watchbill.service.model import Service

HOUR = 60
MORNING = 9 * HOUR
TRIES = 200
OFFICE = "scheduling office"


def _rate(default: float, says: str) -> Any:
    return field(default=default, metadata={"says": says})


@dataclass(frozen=True, slots=True)
class Rates:
    """How often what happens. Figures are assumptions of the demonstration and measured nowhere;
    each says what it is in its ``says``, which ``watchbill simulate --rates`` shows.
    """

    sick: float = _rate(0.04, "share of tours lost to sickness, told 2 h before")
    vacation_tours: float = _rate(16, "tours of vacation a person, picked 60 days ahead, in fours")
    changed_start: float = _rate(0.010, "share of tours whose start the employer moves")
    changed_kind: float = _rate(0.008, "share of tours that become a day or a night tour")
    changed_two: float = _rate(0.3, "share of those in which the next tour changes with it")
    day_off_taken: float = _rate(0.006, "share of days off on which a tour is put")
    short_notice: float = _rate(0.5, "share of changes told 1 to 13 days ahead, not 14 to 39")
    held_over: float = _rate(0.03, "share of tours after which somebody is held over")
    sent_away: float = _rate(0.002, "share of tours at whose start somebody is sent away")
    interrupted: float = _rate(0.002, "share of tours that are interrupted for 3 h")
    called_in: float = _rate(0.012, "share of days off with a call-in")
    extra: float = _rate(0.012, "share of days off with an extra tour, volunteered for")
    exchanges: float = _rate(2.0, "exchanges that a person takes part in, a year")
    posted_ahead: float = _rate(84, "days between the posting and its first date")

    def __post_init__(self) -> None:
        for one in fields(self):
            value = getattr(self, one.name)
            most = 1 if one.metadata["says"].startswith("share") else 1000
            if not 0 <= value <= most:
                raise ValueError(f"{one.name} lies between 0 and {most}")


@dataclass(frozen=True, slots=True)
class Told:
    """An event and the local time at which it became known."""

    at: Wall
    event: Event
    by: str
    why: str
    answers: Event | None = None
    """The exchange that it answers."""


def simulate(roster: Roster, seed: int, rates: Rates | None = None, after: int = 0) -> list[Entry]:
    """Entries for the roster's dates, in the order in which they became known; they follow the
    first ``after`` of a ledger."""
    rates = rates or Rates()
    told: list[Told] = [_posting(roster, rates)]
    years = [_PersonYear(line, roster, seed, rates) for line in roster.lines if line.tours]
    for year in years:
        told += year.alone()
    told += _exchanges(years, seed, rates)
    return enter(told, roster.zone, after)


def simulated(
    service: Service, first: Day, last: Day, seed: int, rates: Rates | None = None
) -> Book:
    """The book of a service taken up for these dates, both included, with its simulated events."""
    rates = rates or Rates()
    zone = service.agreement.zone
    known = zone.instant(_posted_at(first, rates))
    book = begin(service, known, OFFICE, "The service is taken up.", known)
    laid = LaidOut(first=first, last=last)
    book = book.with_entry(laid, known, OFFICE, "The rotations are laid out.")
    roster = roster_of(book.now)
    return Book.of((*book.entries, *simulate(roster, seed, rates, len(book.entries))))


def enter(told: Iterable[Told], zone: Zone, after: int = 0) -> list[Entry]:
    """Entries numbered, from ``after`` + 1 on, in the order in which they became known."""
    ordered = sorted(told, key=lambda one: one.at)
    numbers = {id(one.event): number for number, one in enumerate(ordered, after + 1)}
    entries = []
    for number, one in enumerate(ordered, after + 1):
        event = one.event
        if one.answers is not None and isinstance(event, ExchangeAnswer):
            event = replace(event, exchange=numbers[id(one.answers)])
        known = zone.instant(one.at)
        entries.append(Entry(number, known, known, one.by, one.why, event))
    return entries


def _posting(roster: Roster, rates: Rates) -> Told:
    posted = _posted_at(roster.first, rates)
    event = Posted(at=posted, first=roster.first, last=roster.last)
    return Told(posted, event, OFFICE, "The schedule is posted.")


def _posted_at(first: Day, rates: Rates) -> Wall:
    return at(Day(first - int(rates.posted_ahead)), MORNING)


class _PersonYear:
    """One person's tours and days off, each given out once."""

    def __init__(self, line: RosterLine, roster: Roster, seed: int, rates: Rates) -> None:
        self.name = line.person.key
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
            if place not in self.free:
                continue
            yield from self._to_tour(place)
        for day in list(self.days_off):
            happened = self._on_day_off(day)
            if happened is not None:
                self.days_off.remove(day)
                yield happened

    def _vacations(self) -> Iterator[Told]:
        for _ in range(int(self.rates.vacation_tours) // 4):
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

    def _to_tour(self, place: int) -> list[Told]:
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
                happened = make(place, tour)
                # A change may take the tour that follows with it.
                self.free -= set(range(place, place + len(happened)))
                return happened
            draw -= share
        return []

    def _sick(self, place: int, tour: Tour) -> list[Told]:
        event = Leave(person=self.name, tour=tour.wall_start, kind="sick")
        return [Told(Wall(tour.wall_start - 2 * HOUR), event, self.name, "Called in sick.")]

    def _start_moved(self, place: int, tour: Tour) -> list[Told]:
        moved = self.random.choice((-120, -60, 60, 90, 120, 180))
        after = LocalTour(Wall(tour.wall_start + moved), tour.nominal, tour.kind)
        return self._changed({place: after}, "The start is moved to meet the demand.")

    def _kind_changed(self, place: int, tour: Tour) -> list[Told]:
        becomes = {place: _other_kind(tour)}
        two = self.random.random() < self.rates.changed_two
        following = self.tours[place + 1] if place + 1 in self.free else None
        if two and following and following.day == tour.day + 1 and following.kind is tour.kind:
            becomes[place + 1] = _other_kind(following)
        return self._changed(becomes, "Other tours of that day are short.")

    def _changed(self, becomes: dict[int, LocalTour], why: str) -> list[Told]:
        """Tours that change, told at one time."""
        if not all(self.fits(one.start, one.end, besides=becomes) for one in becomes.values()):
            return []
        told = self._notice(self.tours[min(becomes)].day)
        events = [
            Change(person=self.name, tour=self.tours[place].wall_start, to=after, told=told)
            for place, after in becomes.items()
        ]
        return [Told(told, event, "supervisor", why) for event in events]

    def _held_over(self, place: int, tour: Tour) -> list[Told]:
        until = Wall(tour.wall_end + self.random.choice((15, 20, 30, 45, 90)))
        if not self.fits(tour.wall_start, until, besides=(place,)):
            return []
        event = HeldOver(person=self.name, tour=tour.wall_start, until=until)
        return [Told(until, event, "supervisor", "A late call.")]

    def _sent_away(self, place: int, tour: Tour) -> list[Told]:
        event = SentAway(
            person=self.name, tour=tour.wall_start, returns=Wall(tour.wall_start + 4 * HOUR)
        )
        return [Told(tour.wall_start, event, "supervisor", "No vehicle at the start of the tour.")]

    def _interrupted(self, place: int, tour: Tour) -> list[Told]:
        event = Interrupted(
            person=self.name,
            tour=tour.wall_start,
            stopped=Wall(tour.wall_start + 2 * HOUR),
            resumed=Wall(tour.wall_start + 5 * HOUR),
        )
        return [Told(event.resumed, event, "supervisor", "The vehicle was out of service.")]

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
                # How long was worked is known once it is over.
                return Told(Wall(report + worked), call, "dispatch", "Called in for a surge.")
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

    def fits(self, start: int, end: int, besides: Collection[int] = ()) -> bool:
        """Whether no other tour lies within 4 h of the stretch: as far as others may move."""
        rest = 4 * HOUR
        near = (start - 3 * DAY_MINUTES, end + 3 * DAY_MINUTES)
        return all(
            tour.wall_end + rest <= start or end + rest <= tour.wall_start
            for place, tour in enumerate(self.tours)
            if place not in besides and near[0] < tour.wall_start < near[1]
        )


def _other_kind(tour: Tour) -> LocalTour:
    minute = 19 * HOUR if tour.kind == "day" else 7 * HOUR
    return LocalTour(at(tour.day, minute), tour.nominal)


def _exchanges(years: list[_PersonYear], seed: int, rates: Rates) -> Iterator[Told]:
    """Whole tours exchanged between two of the same classification and status."""
    draw = random.Random(f"{seed} exchanges")
    alike: dict[tuple[str, str], list[_PersonYear]] = {}
    for year in years:
        alike.setdefault(year.classification, []).append(year)
    for group in alike.values():
        if len(group) < 2:
            continue
        days = group[0].last - group[0].first + 1
        wanted = round(rates.exchanges * len(group) / 2 * days / 365)
        # Most pairs of tours do not fit, so that many are tried.
        for _ in range(wanted * TRIES):
            if wanted == 0:
                break
            one, other = draw.sample(group, 2)
            told = list(_exchange(one, other, draw))
            wanted -= bool(told)
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
    yield Told(answered, answer, "supervisor", "Approved as asked.", answers=ask)


def _can_take(year: _PersonYear, tour: Tour, gives: int) -> bool:
    """Whether the person is off around the tour and nothing has happened to those days."""
    around = {tour.day - 1, tour.day, tour.day + 1}
    return around <= set(year.days_off) and year.fits(tour.wall_start, tour.wall_end, (gives,))
