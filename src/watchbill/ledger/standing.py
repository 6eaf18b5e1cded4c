"""The schedule as it stands: a posted roster with the events that followed, in their order.

Nothing is looked up and nothing guessed: events go in with their numbers, and out come every
person's tours, the time worked, and what changed on the way. An event that cannot have happened
(a tour that the person does not have) is told with its number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import singledispatchmethod
from itertools import pairwise

from watchbill.agreement.model import Agreement
from watchbill.events.back_early import BackEarly
from watchbill.events.base import Event
from watchbill.events.call_in import CallIn
from watchbill.events.change import Change
from watchbill.events.debit_tour import DebitTour
from watchbill.events.duty import Absent, Changed, Known, Posting, Record
from watchbill.events.emergency import Emergency
from watchbill.events.exchange import Exchange
from watchbill.events.exchange_answer import ExchangeAnswer
from watchbill.events.extra import Extra
from watchbill.events.furlough_worked import FurloughWorked
from watchbill.events.held_over import HeldOver
from watchbill.events.interrupted import Interrupted
from watchbill.events.leave import Leave
from watchbill.events.no_lunch import NoLunch
from watchbill.events.notice_given import NoticeGiven
from watchbill.events.posted import Posted
from watchbill.events.sent_away import SentAway
from watchbill.events.worked import Worked
from watchbill.kernel.clock import DAY_MINUTES, Instant, Wall, wall_text
from watchbill.kernel.problems import BadInput, Problem, nearest
from watchbill.ledger.held import Held, Move, Standing, parted, standing_of
from watchbill.ledger.permanent import Partners, partners
from watchbill.records.local_tour import DayOff, LocalTour
from watchbill.records.tours import Tour
from watchbill.roster.model import Absence, Roster, RosterLine


@dataclass(slots=True)
class Schedule:
    """Everybody's schedule as it stands, and what concerns all of them."""

    roster: Roster
    people: dict[str, Standing]
    postings: list[Posting]
    emergencies: list[tuple[Instant, Instant]]
    partners: list[Partners]

    moved: dict[int, list[Move]] = field(default_factory=dict)
    """By the entry that asked for an exchange, what it moved, where it stands."""

    def why_not_held(self, name: str, start: Wall) -> str:
        """Why the person holds no tour that starts then, as far as the schedule knows."""
        return _why_not_held(self.people[name], self.moved, start)

    def as_roster(self) -> Roster:
        """A roster that audit, coverage and the board read: tours as they were really worked."""
        lines = tuple(
            _line(one, self.roster.zone.instant, self.postings) for one in self.people.values()
        )
        posted = min((posting.at for posting in self.postings), default=self.roster.posted)
        return replace(
            self.roster,
            lines=lines,
            posted=self.roster.posted if self.roster.posted is not None else posted,
            emergencies=(*self.roster.emergencies, *self.emergencies),
        )


def stand(agreement: Agreement, roster: Roster, events: Iterable[Known]) -> Schedule:
    """The schedule that the events make of the roster.

    Raises :class:`BadInput` with every event that cannot have happened.
    """
    known = sorted(events, key=lambda one: one.number)
    work = _Stand(agreement, roster)
    for one in known:
        work.take(one)
    if work.problems:
        raise BadInput(work.problems)
    return work.finish(known)


class _Stand:
    """Takes events one by one."""

    def __init__(self, agreement: Agreement, roster: Roster) -> None:
        self.agreement = agreement
        self.roster = roster
        self.problems: list[Problem] = []
        self.postings: list[Posting] = []
        self.emergencies: list[tuple[Instant, Instant]] = []
        self.asked: dict[int, Exchange] = {}
        self.moved: dict[int, list[Move]] = {}
        self.people = {line.person.name: standing_of(line) for line in roster.lines}

    def take(self, known: Known) -> None:
        """One event, with its number."""
        strangers = [name for name in known.event.people if name not in self.people]
        for name in strangers:
            near = nearest(name, self.people)
            message = "nobody has this name"
            place = f"entry {known.number}"
            self.problems.append(Problem(place, None, "", message, name, suggestion=near))
        if strangers:
            return
        for name in known.event.people:
            self.people[name].events.append(known)
        self._apply(known.event, known.number)

    def finish(self, known: list[Known]) -> Schedule:
        """The schedule; permanent exchanges take their tours as they stand at the end."""
        pairs = partners(self.agreement, known)
        for pair in pairs:
            for name, kind in ((pair.days, "day"), (pair.nights, "night")):
                if name in self.people:
                    pair.swap(self.people[name].held, kind, self.agreement)
        return Schedule(
            self.roster, self.people, self.postings, self.emergencies, pairs, self.moved
        )

    @singledispatchmethod
    def _apply(self, event: Event, number: int) -> None:
        """Events that no line of the schedule follows from only stand in the person's list."""

    @_apply.register
    def _(self, event: Posted, number: int) -> None:
        self.postings.append(Posting(event.at, event.first, event.last))

    @_apply.register
    def _(self, event: Emergency, number: int) -> None:
        instant = self.roster.zone.instant
        self.emergencies.append((instant(event.start), instant(event.end)))

    @_apply.register
    def _(self, event: Change, number: int) -> None:
        person = self.people[event.person]
        before: Tour | None = None
        if isinstance(event.tour, DayOff):
            if person.on(event.tour.day):
                self._cannot(number, f"{event.person} has a tour on that date: it is no day off")
                return
        else:
            held = self._held(event.person, event.tour, number)
            if held is None:
                return
            before = held.tour
            del person.held[event.tour]
        after = self._placed(event.to) if event.to is not None else None
        day_off = after is not None and not person.on(after.day)
        if before is not None and after is not None and before.day == after.day:
            day_off = False
        by_employee = event.asked_by == "employee"
        if after is not None and not self._give(event.person, Held(after, number=number), number):
            return
        if before is not None or after is not None:
            person.changes.append(Changed(before, after, day_off, event.told, by_employee, number))

    @_apply.register
    def _(self, event: NoticeGiven, number: int) -> None:
        changes = self.people[event.person].changes
        for place, changed in enumerate(changes):
            if changed.number == event.change:
                changes[place] = replace(changed, told=event.at)
                return
        self._cannot(number, f"entry {event.change} changed no tour of {event.person}")

    @_apply.register
    def _(self, event: Leave, number: int) -> None:
        held = self._held(event.person, event.tour, number)
        if held is not None:
            del self.people[event.person].held[event.tour]
            self.people[event.person].absences.append(Absent(held.tour, event.kind, number))

    @_apply.register(Extra)
    @_apply.register(DebitTour)
    @_apply.register(FurloughWorked)
    def _(self, event: Extra | DebitTour | FurloughWorked, number: int) -> None:
        tour = self._placed(event.tour)
        self._give(event.person, Held(tour, scheduled=False, number=number), number)

    @_apply.register
    def _(self, event: CallIn, number: int) -> None:
        if event.worked:
            tour = self._placed(LocalTour(event.report, event.worked))
            self.people[event.person].calls.append(Held(tour, scheduled=False, number=number))

    @_apply.register
    def _(self, event: SentAway, number: int) -> None:
        self._work(event.person, event.tour, number, lambda tour: [(event.returns, tour.wall_end)])

    @_apply.register
    def _(self, event: Interrupted, number: int) -> None:
        self._work(
            event.person,
            event.tour,
            number,
            lambda tour: [(tour.wall_start, event.stopped), (event.resumed, tour.wall_end)],
        )

    @_apply.register
    def _(self, event: BackEarly, number: int) -> None:
        self._work(event.person, event.tour, number, lambda tour: [(event.at, tour.wall_end)])

    @_apply.register
    def _(self, event: Worked, number: int) -> None:
        self._work(event.person, event.tour, number, lambda _: [(event.start, event.end)])

    @_apply.register
    def _(self, event: HeldOver, number: int) -> None:
        held = self._held(event.person, event.tour, number)
        if held is None:
            return
        if event.until <= held.tour.wall_end:
            self._cannot(number, "the tour is not over then, so nobody is held over")
            return
        held.over = (held.tour.wall_end, event.until, number)

    @_apply.register
    def _(self, event: NoLunch, number: int) -> None:
        self._held(event.person, event.tour, number)

    @_apply.register
    def _(self, event: Exchange, number: int) -> None:
        self.asked[number] = event

    @_apply.register
    def _(self, event: ExchangeAnswer, number: int) -> None:
        asked = self.asked.get(event.exchange)
        if asked is None:
            self._cannot(number, f"entry {event.exchange} asks for no exchange")
        elif event.answer == "approved":
            self._exchange(asked, event.exchange, number)
        elif event.answer == "undone":
            self._undo(event.exchange, number)
        for name in asked.between if asked is not None else ():
            self.people[name].events.append(Known(number, event))

    def _exchange(self, asked: Exchange, exchange: int, number: int) -> None:
        one, other = asked.between
        given: list[tuple[str, str, Held]] = []
        for giver, taker, start in ((one, other, asked.gives[0]), (other, one, asked.gives[1])):
            if start is None:
                continue
            held = self._held(giver, start, number)
            if held is None:
                return
            given.append((giver, taker, held))
        for giver, _, held in given:
            del self.people[giver].held[held.tour.wall_start]
        moves: list[Move] = []
        for giver, taker, held in given:
            passed, kept = parted(held, asked.part, self.roster.zone.instant)
            if kept is not None:
                self.people[giver].held[kept.tour.wall_start] = kept
            moved = replace(passed, number=number)
            if not self._give(taker, moved, number):
                return
            moves.append(Move(giver, taker, held, moved, kept))
        self.moved[exchange] = moves

    def _undo(self, exchange: int, number: int) -> None:
        moves = self.moved.get(exchange)
        if moves is None:
            self._cannot(number, f"the exchange of entry {exchange} does not stand")
            return
        for move in moves:
            if not move.stands(self.people):
                start = wall_text(move.moved.tour.wall_start)
                self._cannot(
                    number,
                    f"later entries rest on the exchange of entry {exchange}: the tour of {start}"
                    f" is no longer as {move.taker} was given it",
                )
                return
        for move in moves:
            move.take_back(self.people)
        for move in moves:
            self._give(move.giver, move.before, number)
        del self.moved[exchange]

    def _work(
        self, name: str, start: Wall, number: int, spells: Callable[[Tour], list[tuple[Wall, Wall]]]
    ) -> None:
        held = self._held(name, start, number)
        if held is None:
            return
        worked = spells(held.tour)
        flat = [time for spell in worked for time in spell]
        if flat != sorted(flat):
            self._cannot(number, "its times are not in their order")
            return
        held.spells = [spell for spell in worked if spell[0] < spell[1]]
        held.spells_number = number

    def _held(self, name: str, start: Wall, number: int) -> Held | None:
        held = self.people[name].held.get(start)
        if held is None:
            self._cannot(number, _why_not_held(self.people[name], self.moved, start))
        return held

    def _give(self, name: str, held: Held, number: int) -> bool:
        for other in self.people[name].held.values():
            if other.tour.start < held.tour.end and held.tour.start < other.tour.end:
                self._cannot(
                    number, f"{name} works {other.tour} then and cannot work {held.tour} too"
                )
                return False
        self.people[name].held[held.tour.wall_start] = held
        return True

    def _placed(self, tour: LocalTour) -> Tour:
        return tour.placed(self.agreement.zone, self.agreement.tours.values())

    def _cannot(self, number: int, message: str) -> None:
        self.problems.append(Problem(f"entry {number}", None, "", message))


def _why_not_held(person: Standing, moved: Mapping[int, list[Move]], start: Wall) -> str:
    name = person.person.name
    none = f"{name} has no tour that starts {wall_text(start)}"
    for exchange, moves in moved.items():
        if any(one.giver == name and one.before.tour.wall_start == start for one in moves):
            return f"{none}: the exchange of entry {exchange} gave it away"
    gone = person.gone(start)
    if gone is not None:
        return f"{none}: {gone}"
    near = [one for one in person.held if abs(one - start) < 3 * DAY_MINUTES]
    if not near:
        return f"{none}, nor any near it"
    closest = min(near, key=lambda one: (abs(one - start), one))
    return f"{none}; the nearest starts {wall_text(closest)}"


def _line(one: Standing, instant: Callable[[Wall], Instant], postings: list[Posting]) -> RosterLine:
    """The person's line with tours as they were worked, calls included."""
    tours, breaks = [], []
    for held in (*one.held.values(), *one.calls):
        for (_, stopped), (resumed, _) in pairwise(held.worked):
            breaks.append((instant(stopped), instant(resumed)))
        start, end = held.worked[0][0], held.worked[-1][1]
        end = held.over[1] if held.over else end
        if (start, end) == (held.tour.wall_start, held.tour.wall_end):
            tours.append(held.tour)
        else:
            tours.append(
                replace(
                    held.tour, wall_start=start, wall_end=end,
                    start=instant(start), end=instant(end),
                )
            )  # fmt: skip
    absences = tuple(_absence(absent) for absent in one.absences)
    planned = tuple(sorted(held.tour for held in one.held.values() if held.scheduled))
    worked = tuple(sorted(tours))
    record = Record(
        person=one.person,
        tours=planned,
        changes=one.changes,
        events=one.events,
        postings=postings,
    )
    return replace(
        one.line,
        tours=worked,
        absences=absences,
        planned=None if planned == worked else planned,
        breaks=tuple(sorted(breaks)),
        record=record if one.events or one.changes else None,
    )


def _absence(absent: Absent) -> Absence:
    return Absence(absent.tour, absent.kind)
