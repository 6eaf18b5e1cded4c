"""A person with a few tours, one rule, and what follows from it: a story for the tests of a kind.

Tours are written as in files (``2024-05-06 07:00 +12h``) or laid out by letters (``laid``). The
6th of May 2024 is a Monday.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from typing import Any

from watchbill.agreement.load import parse_agreement
from watchbill.agreement.model import Agreement
from watchbill.audit.audit import Audit, audit
from watchbill.events.duty import Duty, Known
from watchbill.events.schedule import Schedule
from watchbill.kernel.clock import Day, day_text, parse_day, parse_wall, wall_text
from watchbill.kernel.yamltree import parse_tree
from watchbill.ledger.duties import duties
from watchbill.ledger.entry import read_event
from watchbill.ledger.from_roster import schedule_of
from watchbill.ledger.rosters import roster_of
from watchbill.pay.lines import PayLine, basic_hours
from watchbill.pay.price import Pricer
from watchbill.records.local_tour import parse_tour
from watchbill.records.people import Person
from watchbill.roster.model import Roster, RosterLine
from watchbill.rules.base import Rule
from watchbill.rules.settling import Settlement, Settles, figure

MONDAY = "2024-05-06"
LETTERS = {
    "d": "08:00 +8h",
    "e": "15:00 +8h",
    "n": "23:00 +8h",
    "D": "07:00 +12h",
    "N": "19:00 +12h",
    "L": "08:00 +24h",
}
HEAD = """\
agreement: harbour
name: Harbour patrol
parties: {employer: A port, union: A union}
time_zone: ZONE
week_start: WEEK
parameters: {clock-change-nights: {says: What it counts., default: CLOCK}}
definitions:
  classifications: {deckhand: Works on deck, master: Commands a boat}
  statuses: {regular full-time: In the rotation, casual: Called as needed}
  tours:
    D: {name: Day, start: "07:00", length: 12h, kind: day}
    N: {name: Night, start: "19:00", length: 12h, kind: night}
clauses:
"""


def laid(letters: str, first: str = MONDAY) -> tuple[str, ...]:
    """Tours by their letters, a date each from ``first``; ``-`` is a day off, blanks are none."""
    days = letters.replace(" ", "")
    begins = parse_day(first)
    return tuple(
        f"{day_text(Day(begins + number))} {LETTERS[letter]}"
        for number, letter in enumerate(days)
        if letter != "-"
    )


def person(name: str = "Ames", **traits: Any) -> Person:
    """A deckhand, paid 10.00 an hour."""
    return Person(name, traits.pop("classification", "deckhand"), rate=Decimal(10), **traits)


def rule_of(text: str) -> Rule:
    """The rule as a file writes it."""
    return Story(text).agreement.clauses[0].rules[0]


AMES = person()


@dataclass(frozen=True)
class Story:
    """One rule as clause 1, the tours of Ames, what happened, and the dates judged.

    ``carried`` are tours before those dates; ``cycle`` the days of Ames's rotation, from the
    first date. ``staff`` are others, with their tours. ``more`` are further rules of clause 2.
    """

    rule: str
    tours: Sequence[str] = ()
    events: Sequence[str] = ()
    first: str | None = None
    last: str | None = None
    anchor: str | None = None
    carried: Sequence[str] = ()
    cycle: int | None = None
    who: Person = AMES
    staff: tuple[tuple[Person, Sequence[str]], ...] = ()
    zone: str = "America/Regina"
    clock_change: str = "hours-worked"
    posted: str | None = None
    more: str | None = None
    week: str = "monday"

    def but(self, **changes: Any) -> Story:
        """The story with something else in it."""
        return replace(self, **changes)

    @property
    def head(self) -> str:
        """What stands before the clauses."""
        return HEAD

    @cached_property
    def agreement(self) -> Agreement:
        """The agreement of the story: clause 1, and clause 2 where there is more."""
        text = self.head.replace("ZONE", self.zone).replace("CLOCK", self.clock_change)
        text = text.replace("WEEK", self.week)
        for number, rule in ((1, self.rule), (2, self.more)):
            if rule is not None:
                text += f'  - {{clause: "{number}", heading: Hours, reading: Hours.,'
                text += f" rules: [{rule}]}}\n"
        return parse_agreement(text, "harbour.yaml")

    @cached_property
    def known(self) -> tuple[Known, ...]:
        """What happened, numbered from 1."""
        return tuple(
            Known(number, read_event(parse_tree(text, "event").data, "event"))
            for number, text in enumerate(self.events, 1)
        )

    @cached_property
    def roster(self) -> Roster:
        """The plan."""
        lines = tuple(
            self._line(one, tours) for one, tours in ((self.who, self.tours), *self.staff)
        )
        days = [tour.day for line in lines for tour in line.tours]
        first = parse_day(self.first) if self.first else min(days)
        last = parse_day(self.last) if self.last else max(days)
        anchor = parse_day(self.anchor) if self.anchor else first
        posted = parse_wall(self.posted) if self.posted else None
        return Roster(self.agreement.zone, first, last, anchor, lines, (), posted)

    def _line(self, who: Person, tours: Sequence[str]) -> RosterLine:
        own = self.agreement.tours.values()
        placed = [parse_tour(one).placed(self.agreement.zone, own) for one in tours]
        carried = [parse_tour(one).placed(self.agreement.zone, own) for one in self.carried]
        cycle_from = parse_day(self.first) if self.first else None
        return RosterLine(who, tuple(placed), tuple(carried), (), self.cycle, cycle_from)

    @cached_property
    def audited(self) -> Audit:
        """The audit of the schedule as it stands."""
        return audit(self.agreement, roster_of(self.schedule_after(self.known)))

    def schedule_after(self, known: Sequence[Known] = ()) -> Schedule:
        """The schedule as these events leave it."""
        return schedule_of(self.agreement, self.roster).apply_all(known)

    def findings(self) -> list[tuple[str, str, str]]:
        """Of clause 1: from when, how much it was, and how much it may be."""
        return [
            (wall_text(one.start), str(one.measured), str(one.limit))
            for one in self.audited.findings
            if one.clause.number == "1"
        ]

    def not_judged(self) -> list[str]:
        """Why clause 1 is not judged."""
        return [one.reason for one in self.audited.not_judged if one.clause.number == "1"]

    @cached_property
    def duties(self) -> list[Duty]:
        """Everybody's duty as pay reads it."""
        return list(duties(self.agreement, self.schedule_after(self.known)))

    @cached_property
    def lines(self) -> list[PayLine]:
        """Everybody's pay lines."""
        pricer = Pricer(self.agreement)
        return [line for duty in self.duties for line in pricer.price(duty)]

    def paid(self) -> list[tuple[str, str, str]]:
        """Lines under clause 1: from when, hours and multiple."""
        return [
            (wall_text(one.start), f"{one.hours.normalize():f} h", f"{one.multiple.normalize():f}")
            for one in self.lines
            if one.clause_number == "1"
        ]

    def basic(self) -> str:
        """Everything paid, in hours at the basic rate."""
        return f"{basic_hours(self.lines).normalize():f}"

    def settled(self, first: str | None = None, last: str | None = None) -> Settlement:
        """The account of clause 1 over the dates of the story, or over these."""
        rule = self.agreement.clauses[0].rules[0]
        assert isinstance(rule, Settles)
        begin = self.roster.first if first is None else parse_day(first)
        end = self.roster.last if last is None else parse_day(last)
        return rule.settle(self.duties[0], begin, end)

    def balance(self, first: str | None = None, last: str | None = None) -> str:
        """What the account comes to, with its sign."""
        settled = self.settled(first, last)
        sign = "-" if settled.balance < 0 else ""
        return f"{sign}{figure(settled.balance)} {settled.unit}"
