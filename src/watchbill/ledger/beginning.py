"""How a ledger begins: the service as it is taken up, and what is posted from it."""

from __future__ import annotations

from collections.abc import Iterator

from watchbill.events.agreement_goes_on import AgreementGoesOn
from watchbill.events.agreement_holds import AgreementHolds
from watchbill.events.base import Event
from watchbill.events.began import Began
from watchbill.events.joined import Joined
from watchbill.events.leave_granted import LeaveGranted
from watchbill.events.leave_kind_set import LeaveKindSet
from watchbill.events.lent import Lent
from watchbill.events.need_set import NeedSet
from watchbill.events.platoon_set import PlatoonSet
from watchbill.events.post_set import PostSet
from watchbill.events.station_opened import StationOpened
from watchbill.events.tour_defined import TourDefined
from watchbill.kernel.clock import Day, Instant
from watchbill.ledger.book import Book
from watchbill.records.demand import Post
from watchbill.records.loans import Loan
from watchbill.records.people import Person
from watchbill.records.platoons import Platoon, ServiceLeave
from watchbill.records.tours import TourType
from watchbill.service.model import Service


def begin(service: Service, known: Instant, by: str, why: str, entered: Instant) -> Book:
    """The book of a new ledger with the service as it is taken up. Raises :class:`BadInput`."""
    return Book().with_entries(list(facts_of(service)), known, by, why, entered=entered)


def facts_of(service: Service) -> Iterator[Event]:
    """The events that make the facts of the service, in the order in which they rest on each
    other."""
    yield Began(
        service=service.id,
        called=service.name,
        time_zone=service.agreement.zone.name,
        currency=service.currency,
        anchor=service.starts,
        assumptions=service.assumptions,
    )
    text = service.in_force
    yield AgreementHolds(
        id=text.id,
        text=text.text,
        texts=dict(text.texts),
        readings=dict(text.readings),
        settings=dict(text.settings),
    )
    for since, by, source in text.goes_on:
        yield AgreementGoesOn(id=text.id, by=by, since=since, source=source)
    for kind, paid in service.agreement.leave_kinds.items():
        yield LeaveKindSet(kind=kind, paid=paid)
    for tour in service.tours.values():
        yield tour_defined(tour)
    for station, called in service.stations.items():
        yield StationOpened(station=station, called=called)
    for platoon in service.platoons.values():
        yield platoon_set(platoon)
    for post in service.posts:
        yield post_set(post)
        yield NeedSet(post=post.id, demand=post.lines)
        yield from needs_of_dates(post)
    for person in service.people:
        yield joined(person)
    for leave in service.leave:
        yield leave_granted(leave)
    for loan in service.lent:
        yield lent(loan)


def tour_defined(tour: TourType, begins: Day | None = None) -> TourDefined:
    """That the tour is worked, from a date on."""
    return TourDefined(
        code=tour.code, called=tour.name, start=tour.start, length=tour.length, kind=tour.kind,
        begins=begins,
    )  # fmt: skip


def platoon_set(platoon: Platoon, begins: Day | None = None) -> PlatoonSet:
    """That the platoon works its rotation, from a date on."""
    return PlatoonSet(
        platoon=platoon.id,
        rotation=platoon.rotation,
        cycle=platoon.codes,
        cycle_from=platoon.cycle_from,
        begins=begins,
    )


def post_set(post: Post, begins: Day | None = None) -> PostSet:
    """That there is the post, from a date on."""
    return PostSet(
        post=post.id,
        called=post.name,
        open_to=post.open_to,
        qualification=post.qualification,
        station=post.station,
        assumed=post.assumed,
        begins=begins,
    )


def needs_of_dates(post: Post) -> Iterator[NeedSet]:
    """What the post needs on given dates."""
    for first, last, lines in post.by_date:
        if last is not None:
            yield NeedSet(post=post.id, demand=lines, begins=first, ends=last)


def lent(loan: Loan) -> Lent:
    """That the person works at another station for a time."""
    return Lent(person=loan.person, station=loan.station, begins=loan.first, ends=loan.last)


def joined(person: Person, begins: Day | None = None) -> Joined:
    """That the person is there, from a date on."""
    return Joined(
        person=person.key,
        called=person.name,
        number=person.number,
        classification=person.classification,
        status=person.status,
        rate=person.rate,
        platoon=person.platoon,
        station=person.station,
        seniority=person.seniority,
        serial=person.serial,
        unit=person.unit,
        watch=person.watch,
        schedule=person.schedule,
        qualifications=tuple(sorted(person.qualifications)),
        begins=begins,
    )


def leave_granted(leave: ServiceLeave) -> LeaveGranted:
    """That the person has leave."""
    return LeaveGranted(person=leave.person, begins=leave.first, ends=leave.last, kind=leave.kind)
