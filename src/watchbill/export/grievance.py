"""The file of a grievance: for a person, some dates and clauses, all that was known and owed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from watchbill.agreement.computed import computed
from watchbill.agreement.model import Clause
from watchbill.asking.asking import ask
from watchbill.audit.audit import Finding, audit
from watchbill.desk.frozen import answer_of
from watchbill.desk.reasons import reasons
from watchbill.events.base import Event
from watchbill.events.decided import Decided
from watchbill.events.held import Held
from watchbill.events.schedule import Schedule
from watchbill.events.times import touches
from watchbill.export.entry_text import entry_text
from watchbill.export.html import render
from watchbill.export.payslip import Slip, make_slip
from watchbill.kernel.clock import Day, day_of, time_text, wall_text
from watchbill.ledger.book import Book
from watchbill.ledger.entry import Entry
from watchbill.ledger.prefixes import schedules_after
from watchbill.ledger.resting import resting_digest
from watchbill.ledger.rosters import roster_of
from watchbill.pay.lines import total
from watchbill.pay.price import explained
from watchbill.pay.pricing import Pricing
from watchbill.rules.base import ChecksStaff


@dataclass(frozen=True, slots=True)
class Moment:
    """An entry after which the person's schedule stood otherwise."""

    number: int
    known: str


@dataclass(frozen=True, slots=True)
class DayRow:
    """A date as posted, after each moment, and as worked."""

    day: Day
    cells: tuple[str, ...]

    @property
    def changed(self) -> bool:
        """Whether it did not stay as posted."""
        return len(set(self.cells)) > 1


@dataclass(frozen=True, slots=True)
class KeptDecision:
    """A decision that is kept in entry ``number``, with its reasons for the person."""

    number: int
    known: str
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class GrievanceFile:
    """All of it; ``clauses`` are those in question, ``told`` the entries about the person."""

    book: Book
    slip: Slip
    clauses: tuple[Clause, ...]

    @cached_property
    def head(self) -> str:
        """The digest that seals the whole ledger."""
        return self.book.head()

    @cached_property
    def digest(self) -> str:
        """Of all that the file rests on: the ledger, what was chosen and asked, the program."""
        asked = {"person": self.slip.person.key, "first": self.slip.first, "last": self.slip.last}
        return resting_digest(self.book, **asked, clauses=[one.number for one in self.clauses])

    @property
    def count(self) -> int:
        """Entries of the ledger."""
        return len(self.book.entries)

    @property
    def numbers(self) -> set[str]:
        """Numbers of the clauses in question."""
        return {clause.number for clause in self.clauses}

    @property
    def owed(self) -> Decimal:
        """What the clauses in question pay."""
        return total(line for line in self.slip.lines if line.clause_number in self.numbers)

    @cached_property
    def _own(self) -> list[Entry]:
        return [one for one in self.book.entries if self._concerns(one)]

    def _concerns(self, entry: Entry) -> bool:
        """Whether it is about the person, or everybody, and about one of the dates."""
        event = entry.event
        events = [event]
        if event is not None and event.rests_on is not None:
            events.append(self.book.entries[event.rests_on - 1].event)
        events += [self.book.entries[entry.corrects - 1].event] if entry.corrects else []
        return any(one is not None and self._about(one) for one in events)

    def _about(self, event: Event) -> bool:
        """Whether it is about the person, or everybody (a posting, an emergency), on a date."""
        if not event.about_all and self.slip.person.key not in event.people:
            return False
        return touches(event, self.slip.first, self.slip.last)

    @property
    def told(self) -> list[str]:
        """Every entry about the person, in the order in which they became known."""
        return [entry_text(self.book, one) for one in self._own]

    @property
    def decisions(self) -> list[KeptDecision]:
        """What the desk decided of the person on these dates, as it was kept then."""
        wall = self.book.now.facts.zone.wall
        key, decisions = self.slip.person.key, []
        for about, numbers in self.book.now.decided.items():
            asked = self.book.now.asked.get(about)
            if asked is None or not touches(asked, self.slip.first, self.slip.last):
                continue
            for entry in (self.book.entries[number - 1] for number in numbers):
                if isinstance(entry.event, Decided) and key in answer_of(entry.event).people:
                    known = wall_text(wall(entry.known))
                    why = reasons(answer_of(entry.event), key, self.book.now.name)
                    decisions.append(KeptDecision(entry.number, known, why))
        return sorted(decisions, key=lambda one: one.number)

    @cached_property
    def _stood(self) -> list[tuple[Entry, dict[Day, str]]]:
        """The schedule as it stood after each entry that altered it on these dates."""
        stood: list[tuple[Entry, dict[Day, str]]] = []
        own = {entry.number: entry for entry in self._own}
        for number, schedule in schedules_after(self.book, own):
            tours = self._tours(schedule, worked=False)
            if not stood or tours != stood[-1][1]:
                stood.append((own[number], tours))
        return stood

    @property
    def moments(self) -> list[Moment]:
        """The entries after which the schedule stood otherwise."""
        wall = self.book.now.facts.zone.wall
        return [Moment(entry.number, wall_text(wall(entry.known))) for entry, _ in self._stood]

    @property
    def days(self) -> list[DayRow]:
        """Each date, as it stood from time to time."""
        worked = self._tours(self.book.now, worked=True)
        columns = [*(tours for _, tours in self._stood), worked]
        return [
            DayRow(day, tuple(column.get(day, "") for column in columns))
            for day in map(Day, range(self.slip.first, self.slip.last + 1))
        ]

    def _tours(self, schedule: Schedule, *, worked: bool) -> dict[Day, str]:
        """What stands on each of the dates, in words; as it was really worked, or as planned."""
        standing = schedule.people.get(self.slip.person.key)
        if standing is None:
            return {}
        texts: dict[Day, list[str]] = {}
        held = (*standing.held.values(), *standing.calls)
        for one in sorted(held, key=lambda one: one.tour.start):
            texts.setdefault(one.tour.day, []).append(_tour(one, worked=worked))
        for absent in standing.absences:
            texts.setdefault(absent.tour.day, []).append(f"leave: {absent.kind}")
        dates = range(self.slip.first, self.slip.last + 1)
        return {day: "; ".join(parts) for day, parts in texts.items() if day in dates}

    @property
    def _judged(self) -> list[str] | None:
        """Whom the audit has to look at: all, where a clause in question judges all together."""
        dates = self.book.now.dates
        together = ask(self.book.texts, dates.first, dates.last).having(ChecksStaff)
        if any(one.clause.number in self.numbers for one, _ in together):
            return None
        return [self.slip.person.key]

    @property
    def findings(self) -> list[Finding]:
        """What the audit finds under these clauses for the person on these dates."""
        roster = roster_of(self.book.now, people=self._judged)
        return [
            one
            for one in audit(self.book.texts, roster).findings
            if one.clause.number in self.numbers
            and (one.person is None or one.person.key == self.slip.person.key)
            and one.first <= self.slip.last
            and self.slip.first <= one.last
        ]


def grievance_file(
    book: Book, person: str, first: Day, last: Day, clauses: Sequence[str]
) -> GrievanceFile:
    """The file; ``clauses`` are numbers, none meaning those that pay a line or lost one."""
    held = computed(book.texts, first, last)
    standing = book.now.people[person]
    lines = [
        line
        for line in Pricing(book.texts, book.now).lines(standing)
        if held.covers(day_of(line.start))
    ]
    slip = make_slip(book, standing.person, first, last, lines)
    own = (clause for agreement in slip.agreements for clause in agreement.clauses)
    chosen = {(one.number, one.reading): one for one in own if one.number in clauses}
    return GrievanceFile(book, slip, tuple(chosen.values() if clauses else slip.named))


def grievance_page(file: GrievanceFile) -> str:
    """The file as HTML."""
    return render("grievance.html", file=file, explained=explained)


def grievance_pdf(file: GrievanceFile) -> bytes:
    """The file as PDF."""
    from weasyprint import HTML

    data: bytes = HTML(string=grievance_page(file)).write_pdf()
    return data


def _tour(held: Held, *, worked: bool) -> str:
    """``07:00 to 19:00 day``; where it was worked otherwise, what was worked of it."""
    tour = held.tour
    plan = f"{time_text(tour.wall_start)} to {time_text(tour.wall_end)} {tour.kind}"
    if not worked or (held.spells is None and held.over is None):
        return plan
    spells = [f"{time_text(one)} to {time_text(two)}" for one, two in held.worked]
    over = f", held over to {time_text(held.over[1])}" if held.over is not None else ""
    return f"worked {' and '.join(spells)}{over}"
