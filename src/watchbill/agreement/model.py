"""An agreement as the rest of the program sees it: clauses with rules, readings chosen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from watchbill.agreement.clock_change import ClockChange, clock_change
from watchbill.agreement.encoding import NOTHING_SAID, Provenance
from watchbill.agreement.figures import Parameter
from watchbill.agreement.term import NO_TERM, Continues, Term
from watchbill.counting.counting import Exchanged
from watchbill.kernel.clock import Day, Zone
from watchbill.records.people import Person, Scope
from watchbill.records.tours import TourType
from watchbill.rules.base import Rule
from watchbill.rules.stating import StatesRotation

NO_CHOICE: Mapping[str, str] = {}
"""No reading chosen."""
NO_SETTINGS: Mapping[str, object] = {}
"""No figure chosen."""


def goes_by(number: str, name: str) -> bool:
    """Whether a clause of this number is meant by ``name``.

    One paragraph may stand in the file as several clauses, told apart by a word in brackets:
    5.1 [days off] goes by 5.1 too.
    """
    return name in (number, number.partition(" [")[0])


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a clause: what it says in plain words, and the rules that follow."""

    name: str
    says: str
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause: number, heading, a reading in plain words, whom it covers, its rules.

    ``readings`` has two or more where the text is ambiguous; ``chosen`` names the one in
    force, and ``rules`` are the clause's own and that reading's. ``provenance`` says where what
    the file has of it comes from. ``line`` is its place in the file.
    """

    number: str
    heading: str
    reading: str
    applies_to: Scope
    rules: tuple[Rule, ...]
    readings: tuple[Reading, ...] = ()
    chosen: str | None = None
    provenance: Provenance = NOTHING_SAID
    refers_to: tuple[str, ...] = ()
    line: int = 1

    @property
    def assumed(self) -> str | None:
        """Why it is assumed, where it is and no text that anybody signed."""
        return self.provenance.assumed

    @property
    def computes(self) -> bool:
        """Whether something is worked out by one of its rules, under some reading."""
        return any(not rule.is_recorded for rule in self.all_rules)

    @property
    def all_rules(self) -> tuple[Rule, ...]:
        """Its rules under every reading."""
        return (*self.rules, *(rule for one in self.readings for rule in one.rules))

    @property
    def reading_names(self) -> tuple[str, ...]:
        """The names of its readings, the default's first."""
        return tuple(one.name for one in self.readings)

    def in_weeks_from(self, week_start: int) -> Clause:
        """The clause with the weeks of its rules begun on the agreement's own day."""
        rules = tuple(rule.in_weeks_from(week_start) for rule in self.rules)
        readings = tuple(
            replace(one, rules=tuple(rule.in_weeks_from(week_start) for rule in one.rules))
            for one in self.readings
        )
        return replace(self, rules=rules, readings=readings)

    def read_as(self, name: str) -> Clause:
        """The clause with another of its readings in force."""
        by_name = {reading.name: reading for reading in self.readings}
        own = len(self.rules) - len(by_name[self.chosen].rules if self.chosen else ())
        return replace(self, rules=self.rules[:own] + by_name[name].rules, chosen=name)


@dataclass(frozen=True, slots=True)
class ScopedRule:
    """A rule with the clause that it comes from."""

    clause: Clause
    rule: Rule

    @property
    def binds(self) -> bool:
        """Whether it is a limit: what is only an effort warns, and forbids nothing."""
        return not self.rule.soft

    def covers(self, person: Person) -> bool:
        """Whether clause and rule both apply to the person."""
        return self.clause.applies_to.covers(person) and self.rule.applies_to.covers(person)


@dataclass(frozen=True, slots=True)
class Numbering:
    """Another numbering of the clauses: by the file's number, what a clause is called there."""

    name: str
    says: str
    numbers: Mapping[str, str]


class Resolution(StrEnum):
    """How claims of several clauses are settled: on one minute, or by their totals of a period."""

    GREATEST = "greatest"
    """The greatest multiple pays the minute."""
    ADD = "add"
    """Premiums add."""
    GREATER_OF_TOTALS = "greater-of-totals"
    """Of the thresholds that of the greater total in the longest of their periods pays, and the
    others do not; whatever else claims a minute, the greatest multiple pays it."""


@dataclass(frozen=True, slots=True)
class PayTerms:
    """How claims become pay lines; each line is rounded once, half up, to ``unit`` of money.

    ``exchanged`` says to whom the hours of an exchanged tour are paid. Either is ``None`` where the
    file does not say it: the greatest multiple pays, and see :attr:`Agreement.exchanged`.
    """

    resolution: Resolution | None = None
    unit: Decimal = Decimal("0.01")
    exchanged: Exchanged | None = None


@dataclass(frozen=True)
class Agreement:
    """A collective agreement's hours-of-work article, with parameters and readings chosen.

    ``classifications`` and ``statuses`` are names with what they mean; ``tours`` its tours of
    duty by letter; ``settings`` the parameters that the agreement leaves open, as chosen.

    ``digest`` (SHA-256, hexadecimal) is that of the texts it was read from. Where figures change
    in its course this is the agreement before the first change, and ``later`` are the same text
    with the figures of each later date, ``figures_from`` then on.
    """

    id: str
    name: str
    parties: Mapping[str, str]
    zone: Zone
    week_start: int
    classifications: Mapping[str, str]
    statuses: Mapping[str, str]
    tours: Mapping[str, TourType]
    settings: Mapping[str, object]
    clauses: tuple[Clause, ...]
    file: str
    statute: bool = False
    """Whether it is a statute, which stands beneath agreements."""
    source: str = ""
    term: Term = NO_TERM
    assumed: str | None = None
    pay: PayTerms = PayTerms()
    numberings: tuple[Numbering, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    leave_kinds: Mapping[str, bool] = field(default_factory=dict)
    """Kinds of leave that the service names beside the clauses, and whether each is paid."""
    on: str | None = None
    """For a proposal, the id of the agreement that it is made on."""
    digest: str = ""
    figures_from: Day | None = None
    later: tuple[Agreement, ...] = ()

    @cached_property
    def by_number(self) -> Mapping[str, Clause]:
        """Clauses by number."""
        return {clause.number: clause for clause in self.clauses}

    @cached_property
    def exchanged(self) -> Exchanged:
        """To whom the hours of an exchanged tour count and are paid: as the file says, as the law
        of one of its rules has it, or to the one who works them.
        """
        if self.pay.exchanged is not None:
            return self.pay.exchanged
        by_law = (scoped.rule.exchanged_by_law() for scoped in self.rules())
        return next((one for one in by_law if one is not None), Exchanged.WORKED)

    @property
    def nominal_hours(self) -> bool:
        """Whether a tour through a clock change counts as its hours on the wall clock."""
        return clock_change(self.settings) is ClockChange.NOMINAL

    def pattern_of(self, person: Person) -> str | None:
        """The pattern of the rotation that the agreement has for the person: the first of them."""
        for scoped in self.rules():
            if (
                isinstance(scoped.rule, StatesRotation)
                and scoped.rule.pattern
                and scoped.covers(person)
            ):
                return scoped.rule.pattern
        return None

    def with_reading(self, number: str, name: str) -> Agreement:
        """The agreement with another reading of one clause."""
        clauses = tuple(
            clause.read_as(name) if clause.number == number else clause for clause in self.clauses
        )
        later = tuple(one.with_reading(number, name) for one in self.later)
        return replace(self, clauses=clauses, later=later)

    def going_on(self, continues: Continues) -> Agreement:
        """The agreement with somebody's word that it goes on after its term."""
        return replace(self, term=replace(self.term, goes_on=continues))

    def figures_on(self, day: Day) -> Agreement:
        """The agreement with the figures of that date alone."""
        begun = [one for one in self.later if one.figures_from and one.figures_from <= day]
        if begun:  # what a service says beside the text holds for every date of it
            return replace(begun[-1], leave_kinds=self.leave_kinds)
        return replace(self, later=()) if self.later else self

    def rules(self) -> Iterator[ScopedRule]:
        """Every rule in force, in the order of the clauses."""
        for clause in self.clauses:
            for rule in clause.rules:
                yield ScopedRule(clause, rule)
