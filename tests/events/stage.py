"""A small station for the tests of events: three people, DDNN----, two weeks, posted."""

from __future__ import annotations

import json

from watchbill.events.base import Event
from watchbill.events.duty import Known
from watchbill.events.held import Held
from watchbill.events.schedule import Schedule
from watchbill.events.standing import Standing
from watchbill.events.times import days
from watchbill.kernel.clock import Day, day_text, parse_day, parse_wall, zone
from watchbill.kernel.problems import BadInput
from watchbill.kernel.yamltree import parse_tree
from watchbill.ledger.book import Book
from watchbill.ledger.entry import read_event

ZONE = zone("America/Edmonton")
FIRST = parse_day("2024-05-06")
"""A Monday. Ames works DDNN----DDNN--, Bond ----DDNN----DD, Cole NN----DDNN----; a day tour
begins at 07:00, a night tour at 19:00, and each lasts 12 hours."""
AGREEMENT = """\
agreement: house
name: House agreement
parties: {employer: A town, union: A union}
time_zone: America/Edmonton
definitions:
  classifications: {medic: Treats, driver: Drives}
  statuses: {regular: In the rotation, casual: Called as needed}
  tours:
    D: {name: Day, start: "07:00", length: 12h, kind: day}
    N: {name: Night, start: "19:00", length: 12h, kind: night}
clauses:
  - {clause: "9", heading: Rest, reading: Rest., rules: [rest: {at_least: 8h}]}
"""
BEGINNING = """\
began: {service: small, called: Small station, time_zone: America/Edmonton, currency: CAD,\
 anchor: 2024-05-06}
tour_defined: {code: D, called: Day, start: "07:00", length: 12h, kind: day}
tour_defined: {code: N, called: Night, start: "19:00", length: 12h, kind: night}
station_opened: {station: north, called: North station}
station_opened: {station: south, called: South station}
platoon_set: {platoon: A, rotation: two and two, cycle: DDNN----, cycle_from: 2024-05-06}
platoon_set: {platoon: B, rotation: two and two, cycle: DDNN----, cycle_from: 2024-05-10}
post_set: {post: crew, called: Crew, station: north}
need_set: {post: crew, demand: 1 at all times}
joined: {person: Ames, called: Ames, classification: medic, status: regular, rate: "40",\
 platoon: A, station: north}
joined: {person: Bond, called: Bond, classification: medic, status: regular, rate: "40",\
 platoon: B}
joined: {person: "17", called: Cole, number: "17", classification: driver, status: casual,\
 rate: "30"}
posted: {at: 2024-04-01 09:00, from: 2024-05-06, to: 2024-05-19,\
 tours: {D: {called: Day, start: "07:00", length: 12h, kind: day},\
 N: {called: Night, start: "19:00", length: 12h, kind: night}},\
 lines: {Ames: DDNN----DDNN--, Bond: ----DDNN----DD, "17": NN----DDNN----}}
"""
BEGAN = "2024-04-01 09:00"
TOLD = "2024-05-10 09:00"
"""When what a test enters became known, where it does not say."""


def event(text: str) -> Event:
    """An event as files write it: ``leave: {person: Ames, ...}``."""
    return read_event(parse_tree(text, "test").data, "test")


def plus(book: Book, *texts: str, at: str = TOLD) -> Book:
    """The book with these events, all known at that local time."""
    instant = ZONE.instant(parse_wall(at))
    return book.with_entries([event(one) for one in texts], instant, "office", "because")


HOLDS = f"agreement_holds: {{id: house, text: {json.dumps(AGREEMENT)}}}"
STAGE = plus(Book(), *BEGINNING.splitlines()[:1], HOLDS, *BEGINNING.splitlines()[1:], at=BEGAN)
NEXT = len(STAGE.entries) + 1
"""The number of the first entry that a test makes."""


def after(*texts: str, at: str = TOLD) -> Schedule:
    """The small station's schedule after these events."""
    return plus(STAGE, *texts, at=at).now


def refused(*texts: str, at: str = TOLD) -> str:
    """Why the last of these events is refused; those before it are not.

    What is refused must leave the schedule as it was.
    """
    book = plus(STAGE, *texts[:-1], at=at)
    before = repr(book.now)
    try:
        plus(book, texts[-1], at=at)
    except BadInput as bad:
        assert repr(book.now) == before
        return str(bad)
    raise AssertionError(f"this was taken: {texts[-1]}")


def letters(schedule: Schedule, person: str) -> str:
    """The person's two weeks: the letter of each date's tour, ``-`` for none."""
    standing = schedule.people[person]
    dates = [Day(day) for day in range(FIRST, FIRST + 14)]
    return "".join("".join(one.tour.code for one in standing.on(day)) or "-" for day in dates)


def held(schedule: Schedule, person: str, start: str) -> Held:
    """The tour that the person holds and that starts then."""
    found = schedule.people[person].at(parse_wall(start))
    assert found is not None
    return found


def worked(schedule: Schedule, person: str, start: str) -> list[str]:
    """The times worked of that tour: ``07:00-12:00``."""
    spells = held(schedule, person, start).worked
    return [f"{_clock(one)}-{_clock(two)}" for one, two in spells]


def standing(schedule: Schedule, person: str) -> Standing:
    """The person's schedule."""
    return schedule.people[person]


def numbers(events: tuple[Known, ...]) -> list[int]:
    """The entries of these events."""
    return [one.number for one in events]


def dates(text: str) -> list[str]:
    """The dates that the event is about."""
    return [day_text(day) for day in days(event(text))]


def sentence(text: str) -> str:
    """The event in words."""
    return event(text).sentence(STAGE.now.name)


def _clock(wall: int) -> str:
    return f"{wall % 1440 // 60:02}:{wall % 60:02}"
