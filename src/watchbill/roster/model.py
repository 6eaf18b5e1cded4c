"""A roster: who works which tour on which date."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from watchbill.events.duty import Record
from watchbill.kernel.clock import Day, Instant, Minutes, Wall, Zone, at
from watchbill.records.dated import Dated
from watchbill.records.demand import Post
from watchbill.records.members import Stay
from watchbill.records.people import Person
from watchbill.records.timeline import Frame, Timeline
from watchbill.records.tours import Tour
from watchbill.roster.own_wish import own_wish


@dataclass(frozen=True, slots=True)
class Absence:
    """A tour of the rotation that leave took out, and the kind of leave."""

    tour: Tour
    kind: str


@dataclass(frozen=True, slots=True)
class Around:
    """What is known of a person outside the dates of a roster that is a part of another.

    ``after`` are the tours that start after its dates; ``plan`` the tours of the schedule alone,
    of all dates, where other work was done; ``away`` the dates of leave before and after.
    """

    after: tuple[Tour, ...] = ()
    plan: tuple[Tour, ...] | None = None
    away: frozenset[Day] = frozenset()


NOTHING_AROUND = Around()


@dataclass(frozen=True)
class RosterLine:
    """One person's line.

    ``tours`` start on the roster's dates; ``carried`` are those of the days before, which rest,
    runs and the first morning's coverage need; ``absences`` what leave took out. ``planned`` are
    the tours of the schedule alone, at their own times, where other work was done; ``breaks`` the
    times within the tours that were not worked; ``record`` is what happened to the schedule;
    ``around`` what a rule may have to see beside all these.
    """

    person: Person
    tours: tuple[Tour, ...]
    carried: tuple[Tour, ...] = ()
    absences: tuple[Absence, ...] = ()
    cycle_days: int | None = None
    cycle_from: Day | None = None
    planned: tuple[Tour, ...] | None = None
    breaks: tuple[tuple[Instant, Instant], ...] = ()
    record: Record | None = None
    people: Dated[Person] = field(default_factory=Dated)
    """The person by date, where they are another on some of the roster's dates."""
    around: Around = NOTHING_AROUND
    here: Stay | None = None
    """The dates on which the person is in the service, where they joined or left."""

    def persons(self, first: Day, last: Day) -> tuple[Person, ...]:
        """The person, as they are on some of these dates each; nobody where they are not in the
        service on any of them."""
        if self.here is not None and not self.here.meets(first, last):
            return ()
        return self.people.between(first, last) or (self.person,)

    def person_on(self, day: Day) -> Person:
        """The person as of that date."""
        return self.people.on(day) or self.person

    @cached_property
    def timeline(self) -> Timeline:
        """All duty that was done, carried tours included."""
        return Timeline.of(self.carried + self.tours)

    def timelines(self, nominal: bool) -> tuple[Timeline, Timeline]:
        """All duty, and the schedule alone; ``nominal`` where the wall clock counts the hours."""
        if nominal or self.around.after:
            duty = Timeline.of(self.carried + self.tours + self.around.after, nominal)
        else:
            duty = self.timeline
        if self.planned is None:
            return duty, duty
        return duty, Timeline.of(self.plan, nominal)

    @property
    def plan(self) -> tuple[Tour, ...]:
        """The tours of the schedule alone, of all dates that are known."""
        if self.around.plan is not None:
            return self.around.plan
        own = self.tours if self.planned is None else self.planned
        return self.carried + own + self.around.after

    def on_duty_at(self, instant: Instant) -> bool:
        """Whether the person works at that instant."""
        return any(
            tour.start <= instant < tour.end for tour in self.carried + self.tours
        ) and not any(start <= instant < end for start, end in self.breaks)

    @cached_property
    def tours_by_day(self) -> Mapping[Day, tuple[Tour, ...]]:
        """Tours by the date they belong to."""
        by_day: dict[Day, tuple[Tour, ...]] = {}
        for tour in self.tours:
            by_day[tour.day] = (*by_day.get(tour.day, ()), tour)
        return by_day

    @cached_property
    def absences_by_day(self) -> Mapping[Day, Absence]:
        """Tours lost to leave by the date they belong to."""
        return {absence.tour.day: absence for absence in self.absences}

    @property
    def minutes(self) -> Minutes:
        """Minutes on duty on the roster's dates, as really worked."""
        return Minutes(sum(tour.minutes for tour in self.tours))

    @property
    def nominal(self) -> Minutes:
        """The same by the wall clock."""
        return Minutes(sum(tour.nominal for tour in self.tours))


@dataclass(frozen=True)
class Roster:
    """People x dates. ``first`` and ``last`` are both included; ``posted`` is local.

    ``anchor`` is the date from which averaging periods are laid end to end; ``posted_from`` the
    first date of the posted schedule, where that is another than ``first``; ``emergencies`` are
    those declared, from and to; ``known`` the first and the last date of which it is known what
    was worked, where those are others than its own.
    """

    zone: Zone
    first: Day
    last: Day
    anchor: Day
    lines: tuple[RosterLine, ...]
    posts: tuple[Post, ...] = ()
    posted: Wall | None = None
    posted_from: Day | None = None
    emergencies: tuple[tuple[Instant, Instant], ...] = ()
    known: tuple[Day, Day] | None = None

    @property
    def days(self) -> range:
        """Its dates."""
        return range(self.first, self.last + 1)

    @property
    def begins(self) -> Instant:
        """Midnight at the start of the first date."""
        return self.zone.instant(at(self.first, 0))

    @property
    def ends(self) -> Instant:
        """Midnight at the end of the last date."""
        return self.zone.instant(at(Day(self.last + 1), 0))

    def frame(self, line: RosterLine) -> Frame:
        """Within what the line is judged: on the dates on which the person is in the service."""
        leave = frozenset(absence.tour.day for absence in line.absences) | line.around.away
        first, last = _within(line.here, self.first, self.last)
        known_from, known_to = _within(line.here, *(self.known or (self.first, self.last)))
        wished = frozenset(own_wish(line.record)) if line.record is not None else frozenset()
        return Frame(
            first,
            last,
            self.anchor,
            line.cycle_days,
            line.cycle_from,
            leave,
            wished,
            known_from,
            known_to,
        )


def _within(here: Stay | None, first: Day, last: Day) -> tuple[Day, Day]:
    """The dates, cut to those on which somebody is there; all of them where there are none."""
    if here is None:
        return first, last
    begins, ends = max(first, here.first), last if here.last is None else min(last, here.last)
    return (begins, ends) if begins <= ends else (first, last)
