"""People, tours and agreements with parts changed, for the tests of asking."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from watchbill.agreement.load import load_agreement, parse_agreement
from watchbill.agreement.model import Agreement
from watchbill.agreement.shipped import agreement_path
from watchbill.events.base import Event
from watchbill.events.duty import Known
from watchbill.events.schedule import Schedule
from watchbill.kernel.clock import Day, parse_day
from watchbill.ledger.entry import read_event
from watchbill.ledger.from_roster import schedule_of
from watchbill.records.people import Person
from watchbill.records.tours import Tour
from watchbill.roster.model import Roster, RosterLine
from watchbill.rules.base import Rule


def day(text: str) -> Day:
    return parse_day(text)


def event(**data: object) -> Event:
    return read_event(data, "test")


def rewritten(agreement: str, *changes: tuple[str, str], **fields: object) -> Agreement:
    """The shipped agreement with parts of its text, and then fields of it, changed."""
    text = agreement_path(agreement).read_text()
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return replace(parse_agreement(text, f"{agreement}.yaml"), **fields)  # type: ignore[arg-type]


def with_rules(agreement: Agreement, change: Callable[[Rule], Rule]) -> Agreement:
    """The agreement with each of its rules as ``change`` has it."""
    clauses = tuple(replace(one, rules=tuple(map(change, one.rules))) for one in agreement.clauses)
    return replace(agreement, clauses=clauses)


def nominal(agreement: str) -> Agreement:
    return load_agreement(agreement, settings={"clock-change-nights": "nominal"})


def roster(
    agreement: Agreement,
    first: str,
    last: str,
    lines: Iterable[tuple[Person, Iterable[Tour]]],
) -> Roster:
    """A roster of these people and tours, all of them on its dates."""
    begins, ends = day(first), day(last)
    own = tuple(RosterLine(person, tuple(tours), planned=tuple(tours)) for person, tours in lines)
    return Roster(agreement.zone, begins, ends, begins, own)


def stood(agreement: Agreement, plan: Roster, *events: Event) -> Schedule:
    known = [Known(n, one) for n, one in enumerate(events, 1)]
    return schedule_of(agreement, plan).apply_all(known)
