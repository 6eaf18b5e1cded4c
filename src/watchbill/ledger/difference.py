"""A service's file put in again: what is other than the ledger has it, as events.

Nothing of the past changes: what differs holds from a date on. A tour that is posted and would
be another by the new file is a change, which is judged, told and paid as one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from watchbill.events.agreement_holds import AgreementHolds
from watchbill.events.base import Event
from watchbill.events.change import Change
from watchbill.events.leave_kind_set import LeaveKindSet
from watchbill.events.left import Left
from watchbill.events.need_set import NeedSet
from watchbill.events.person_set import TRAITS, PersonSet, trait_text
from watchbill.events.post_closed import PostClosed
from watchbill.events.qualified import Qualified
from watchbill.events.service_renamed import ServiceRenamed
from watchbill.events.station_opened import StationOpened
from watchbill.kernel.clock import Day, Wall
from watchbill.kernel.problems import BadInput, Problem
from watchbill.ledger.beginning import (
    joined,
    leave_granted,
    lent,
    needs_of_dates,
    platoon_set,
    post_set,
    tour_defined,
)
from watchbill.ledger.book import Book
from watchbill.ledger.posting import laid_tours
from watchbill.ledger.service_view import service_on
from watchbill.records.demand import Post
from watchbill.records.demand_lines import DemandLine
from watchbill.records.local_tour import DayOff, LocalTour
from watchbill.records.people import Person
from watchbill.records.tours import Tour
from watchbill.service.model import Service


def difference(book: Book, service: Service, begins: Day, told: Wall) -> list[Event]:
    """What the service's file has otherwise than the ledger, from ``begins`` on.

    Changes of posted tours are ``told`` at that time. Raises :class:`BadInput` where the file
    is of another service, or says otherwise what cannot change.
    """
    _refuse_another(book, service)
    old = service_on(book.now, book.agreement, begins)
    facts = [
        *_text(old, service, begins),
        *_structure(old, service, begins),
        *_people(book, old, service, begins),
        *(leave_granted(one) for one in service.leave if one not in old.leave),
        *(lent(one) for one in service.lent if one not in old.lent),
    ]
    return [*facts, *_changes(book, facts, begins, told)]


def _refuse_another(book: Book, service: Service) -> None:
    facts = book.now.facts
    fixed = (
        ("service", facts.id, service.id),
        ("time zone", facts.zone.name, service.agreement.zone.name),
        ("currency", facts.currency, service.currency),
    )
    problems = [
        Problem(service.file, None, what, f"the ledger's is {before}, and it cannot change", after)
        for what, before, after in fixed
        if before != after
    ]
    if problems:
        raise BadInput(problems)


def _text(old: Service, new: Service, begins: Day) -> Iterator[Event]:
    before, after = old.in_force, new.in_force
    if (before.id, before.text, before.texts, before.readings, before.settings) != (
        after.id, after.text, after.texts, after.readings, after.settings,
    ):  # fmt: skip
        yield AgreementHolds(
            id=after.id,
            text=after.text,
            texts=dict(after.texts),
            readings=dict(after.readings),
            settings=dict(after.settings),
            begins=begins,
        )


def _structure(old: Service, new: Service, begins: Day) -> Iterator[Event]:
    if old.name != new.name:
        yield ServiceRenamed(called=new.name)
    for kind, paid in new.agreement.leave_kinds.items():
        if old.agreement.leave_kinds.get(kind) != paid:
            yield LeaveKindSet(kind=kind, paid=paid)
    for tour in new.tours.values():
        if old.tours.get(tour.code) != tour:
            yield tour_defined(tour, begins)
    for station, called in new.stations.items():
        if old.stations.get(station) != called:
            yield StationOpened(station=station, called=called)
    for platoon in new.platoons.values():
        before = old.platoons.get(platoon.id)
        if before is None or (before.rotation, before.codes, before.cycle_from) != (
            platoon.rotation, platoon.codes, platoon.cycle_from,
        ):  # fmt: skip
            yield platoon_set(platoon, begins)
    posts = {post.id: post for post in old.posts}
    for post in new.posts:
        earlier = posts.pop(post.id, None)
        if earlier is None or post_set(earlier) != post_set(post):
            yield post_set(post, begins)
        if earlier is None or _lasting(earlier, begins) != post.lines:
            yield NeedSet(post=post.id, demand=post.lines, begins=begins)
        said = () if earlier is None else tuple(needs_of_dates(earlier))
        yield from (need for need in needs_of_dates(post) if need not in said)
    for gone in posts:
        yield PostClosed(post=gone, begins=begins)


def _lasting(post: Post, day: Day) -> tuple[DemandLine, ...]:
    """What the post needs on that date and those after it, given dates apart."""
    lasting = tuple(one for one in post.by_date if one[1] is None)
    return replace(post, by_date=lasting).lines_on(day)


def _people(book: Book, old: Service, new: Service, begins: Day) -> Iterator[Event]:
    before = {person.key: person for person in old.people}
    for person in new.people:
        known = before.pop(person.key, None)
        if known is None:
            yield joined(person, begins)
        else:
            yield from _traits(known, person, begins)
    for key in before:
        if book.now.people[key].member.here_on(begins):
            yield Left(person=key, begins=begins)


def _traits(old: Person, new: Person, begins: Day) -> Iterator[Event]:
    for trait in TRAITS:
        before, after = getattr(old, trait), getattr(new, trait)
        if before != after:
            yield PersonSet(person=old.key, trait=trait, to=trait_text(trait, after), begins=begins)
    for name in sorted(new.qualifications - old.qualifications):
        yield Qualified(person=old.key, qualification=name, begins=begins)
    for name in sorted(old.qualifications - new.qualifications):
        yield Qualified(person=old.key, qualification=name, ends=Day(begins - 1))


def _changes(book: Book, facts: Iterable[Event], begins: Day, told: Wall) -> Iterator[Change]:
    """Posted tours that the rotations would lay out otherwise than before."""
    span = book.now.span
    if span is None or begins > span.last:
        return
    first = max(begins, span.first)
    known = book.entries[-1].entered
    after = book.with_entries(list(facts), known, "", "")
    old, new = (laid_tours(one.now, one.agreement, first, span.last) for one in (book, after))
    for key, tours in new.items():
        if key not in old:
            continue  # whoever joins has no tours on dates that are posted
        for day in sorted({*old[key], *tours}):
            yield from _change(after, key, day, (old[key].get(day), tours.get(day)), told)


def _change(
    book: Book, key: str, day: Day, tours: tuple[Tour | None, Tour | None], told: Wall
) -> Iterator[Change]:
    before, after = tours
    standing = book.now.people[key]
    if before == after or not any(one.first <= day <= one.last for one in book.now.spans):
        return
    to = None if after is None else LocalTour(after.wall_start, after.nominal, after.kind)
    if before is None:
        if not standing.on(day):
            yield Change(person=key, tour=DayOff(day), to=to, told=told)
    elif standing.at(before.wall_start) is not None:
        yield Change(person=key, tour=before.wall_start, to=to, told=told)
