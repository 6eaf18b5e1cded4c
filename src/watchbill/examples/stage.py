"""Sets an example on the stage: its agreement, its roster, its events."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from watchbill.agreement.load import load_agreement
from watchbill.agreement.model import Agreement
from watchbill.agreement.shipped import agreement_ids
from watchbill.agreement.succession import OutsideTerm, succession
from watchbill.events.call_in import CallIn
from watchbill.events.change import Change
from watchbill.events.debit_tour import DebitTour
from watchbill.events.duty import Known
from watchbill.events.exchange import Exchange
from watchbill.events.exchange_answer import ExchangeAnswer
from watchbill.events.extra import Extra
from watchbill.events.furlough_worked import FurloughWorked
from watchbill.events.kelly_day_moved import KellyDayMoved
from watchbill.events.posted import Posted
from watchbill.events.schedule import Schedule
from watchbill.events.vacancy import Vacancy
from watchbill.examples.read import Example
from watchbill.kernel.clock import Day, UnreadableTime, at, day_of, parse_wall
from watchbill.kernel.problems import BadInput, Problem, nearest
from watchbill.ledger.book import NOTHING
from watchbill.ledger.completing import completed
from watchbill.ledger.from_roster import schedule_of
from watchbill.pay.lines import PayLine
from watchbill.pay.pricing import Pricing
from watchbill.records.demand import Post
from watchbill.records.demand_lines import parse_demand
from watchbill.records.local_tour import DayOff, LocalTour
from watchbill.records.people import Person, Scope
from watchbill.roster.model import Roster, RosterLine
from watchbill.rotation.catalogue import known_rotation
from watchbill.rotation.notation import read_pattern

LONG_BEFORE = 400
"""Days ahead at which a schedule counts as posted where the example does not say."""


@dataclass(frozen=True)
class Stage:
    """An example with everything that a judge may ask for, worked out when it asks."""

    example: Example
    agreement: Agreement
    roster: Roster
    events: tuple[Known, ...]

    @cached_property
    def schedule(self) -> Schedule:
        """The schedule as it stands after the events."""
        return schedule_of(self.agreement, self.roster).apply_all(self.events)

    def before(self, number: int) -> Schedule:
        """The schedule before the event of that number."""
        earlier = [known for known in self.events if known.number < number]
        return schedule_of(self.agreement, self.roster).apply_all(earlier)

    @cached_property
    def pay(self) -> list[PayLine]:
        """Everybody's pay lines."""
        return list(Pricing(self.agreement, self.schedule).all_lines())

    @property
    def rates(self) -> str:
        """The readings in force of clauses that have more than one."""
        return ", ".join(
            f"{clause.number}: {clause.chosen}"
            for clause in self.agreement.clauses
            if clause.readings
        )


def set_stage(example: Example) -> Stage:
    """The example on its stage. Raises :class:`BadInput` with the example's line."""
    agreement = agreement_of(example)
    part = example.part
    dates = sorted(_dates(example))
    first, last = (dates[0], dates[-1]) if dates else (Day(19723), Day(19723))
    if part.period is not None:
        first, last = part.period.first, part.period.last
    _refuse_outside(example, agreement, first, last)
    posted = at(Day(first - LONG_BEFORE), 0)
    known = [
        replace(one, event=completed(one.event, NOTHING, lambda: agreement))
        for one in _numbered(example)
    ]
    if part.posted is not None:
        posted = part.posted.at
        event = Posted(at=posted, first=part.posted.first, last=part.posted.last)
        known.insert(0, Known(0, event))
    lines = tuple(_line(example, person, agreement, first) for person in example.people)
    roster = Roster(
        agreement.zone,
        first,
        last,
        first,
        lines,
        tuple(_posts(example)),
        posted,
        part.posted.first if part.posted is not None else None,
    )
    return Stage(example, agreement, roster, tuple(known))


def _numbered(example: Example) -> Iterator[Known]:
    """The events with their numbers; an answer names its exchange by its place among them."""
    asked = [
        number for number, event in enumerate(example.events, 1) if isinstance(event, Exchange)
    ]
    for number, event in enumerate(example.events, 1):
        if isinstance(event, ExchangeAnswer):
            if event.exchange > len(asked):
                message = f"the example asks for {len(asked)} exchanges"
                where = f"events[{number - 1}].exchange_answer.exchange"
                raise _bad(example, where, message, str(event.exchange))
            yield Known(number, replace(event, exchange=asked[event.exchange - 1]))
        else:
            yield Known(number, event)


def _refuse_outside(example: Example, agreement: Agreement, first: Day, last: Day) -> None:
    """Raises :class:`BadInput` where the agreement is not in force on a date of the example."""
    for spell in succession(agreement).over(first, last):
        if isinstance(spell.answer, OutsideTerm):
            message = spell.answer.sentence.removesuffix(".")
            raise _bad(example, "dates", message, str(spell), "dates of the agreement's term")


def agreement_of(example: Example) -> Agreement:
    """The agreement that an example is about, read as it asks. Raises :class:`BadInput`."""
    part = example.part
    beside = None if example.folder is None else example.folder / part.agreement
    is_file = part.agreement.endswith((".yaml", ".yml")) and beside is not None
    known = agreement_ids()
    if not is_file and part.agreement not in known:
        near = nearest(part.agreement, known)
        message = "no agreement that ships has this id"
        raise _bad(example, "agreement", message, part.agreement, ", ".join(known), near)
    where = beside if is_file and beside is not None else part.agreement
    try:
        return load_agreement(where, part.readings, part.set)
    except BadInput as bad:
        problems = [
            Problem(example.file, example.line, f"{example.name}: agreement", str(problem))
            for problem in bad.problems
        ]
        raise BadInput(problems) from bad


def _line(example: Example, person: Person, agreement: Agreement, first: Day) -> RosterLine:
    """The person's tours; hours are averaged over the example's rotation, or the agreement's."""
    types = tuple(agreement.tours.values())
    tours = sorted(
        tour.placed(agreement.zone, types)
        for tour in example.part.roster.get(person.name, ())
        if isinstance(tour, LocalTour)
    )
    cycle = _cycle_days(example.part.rotation or agreement.pattern_of(person))
    return RosterLine(person, tuple(tours), cycle_days=cycle, cycle_from=first)


def _cycle_days(pattern: str | None) -> int | None:
    if pattern is None:
        return None
    known = known_rotation(pattern)
    return len(read_pattern(known.pattern if known is not None else pattern).codes)


def _dates(example: Example) -> Iterator[Day]:
    """Dates on which somebody works or might: notice and postings are not among them."""
    for tours in example.part.roster.values():
        for tour in tours:
            yield tour.day
    for event in example.events:
        if isinstance(event, Change):
            yield event.tour.day if isinstance(event.tour, DayOff) else day_of(event.tour)
            if event.to is not None:
                yield event.to.day
        elif isinstance(event, CallIn):
            yield day_of(event.report)
        elif isinstance(event, KellyDayMoved):
            yield event.to
        elif isinstance(event, Extra | DebitTour | FurloughWorked | Vacancy):
            yield event.tour.day
    for when in example.part.expect.coverage or ():
        yield day_of(parse_wall(when))


def _posts(example: Example) -> Iterator[Post]:
    for place, part in enumerate(example.part.demand):
        when = f"daily {part.daily}" if part.daily is not None else part.when
        try:
            line = parse_demand(f"{part.need} {when}")
        except UnreadableTime as error:
            raise _bad(example, f"demand[{place}]", str(error)) from error
        scope = Scope(classification=part.classification, status=part.status)
        yield Post(part.post, part.post, (line,), scope, part.qualification)


def _bad(
    example: Example,
    path: str,
    message: str,
    found: str | None = None,
    allowed: str | None = None,
    suggestion: str | None = None,
) -> BadInput:
    where = f"{example.name}: {path}"
    return BadInput(
        [Problem(example.file, example.line, where, message, found, allowed, suggestion)]
    )
