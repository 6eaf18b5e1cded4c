"""A service's file put in again: what is other than the ledger has it, as events.

Nothing of the past changes: what differs holds from a date on. A tour that is posted and would
be another by the new file is a change, which is judged, told and paid as one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from watchbill.events.agreement_goes_on import AgreementGoesOn
from watchbill.events.agreement_holds import AgreementHolds
from watchbill.events.base import Event
from watchbill.events.leave_kind_set import LeaveKindSet
from watchbill.events.left import Left
from watchbill.events.need_set import NeedSet
from watchbill.events.person_set import TRAITS, PersonSet, trait_text
from watchbill.events.post_closed import PostClosed
from watchbill.events.qualified import Qualified
from watchbill.events.service_renamed import ServiceRenamed
from watchbill.events.station_opened import StationOpened
from watchbill.kernel.clock import Day, Wall, day_text
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
from watchbill.ledger.changed_tours import changed_tours
from watchbill.ledger.service_view import service_on
from watchbill.records.demand import Post
from watchbill.records.demand_lines import DemandLine
from watchbill.records.people import Person
from watchbill.records.platoons import ServiceLeave
from watchbill.service.model import Service


@dataclass(frozen=True, slots=True)
class FileDifference:
    """What is to be entered, and sentences on what the file says otherwise and is not."""

    events: tuple[Event, ...]
    notes: tuple[str, ...]


def difference(book: Book, service: Service, begins: Day, told: Wall) -> FileDifference:
    """What the service's file has otherwise than the ledger, from ``begins`` on.

    Changes of posted tours are ``told`` at that time. Raises :class:`BadInput` where the file
    is of another service, or says otherwise what cannot change or lies before ``begins``.
    """
    old = service_on(book.now, book.agreement, begins)
    fresh = [one for one in service.leave if one not in old.leave]
    problems = [
        *_fixed(book, service),
        *_numbered(old, service),
        *_early(fresh, service, begins),
    ]
    if problems:
        raise BadInput(problems)
    facts = [
        *_text(old, service, begins),
        *_structure(old, service, begins),
        *_people(book, old, service, begins),
        *(leave_granted(one) for one in fresh),
        *_lent(old, service, begins),
    ]
    changes, notes = changed_tours(book, facts, begins, told)
    return FileDifference((*facts, *changes), (*_stays(old, service, begins), *notes))


def _fixed(book: Book, service: Service) -> Iterator[Problem]:
    """What cannot change."""
    facts = book.now.facts
    fixed = [
        ("service", facts.id, service.id),
        ("time zone", facts.zone.name, service.agreement.zone.name),
        ("currency", facts.currency, service.currency),
    ]
    for kind, paid in service.agreement.leave_kinds.items():
        if kind in facts.leave_kinds:
            words = {True: "paid", False: "not paid"}
            fixed.append((f"leave_kinds.{kind}", words[facts.leave_kinds[kind]], words[paid]))
    for what, before, after in fixed:
        if before != after:
            message = f"the ledger's is {before}, and it cannot change"
            yield Problem(service.file, None, what, message, after)


def _numbered(old: Service, new: Service) -> Iterator[Problem]:
    """Whoever is known by their name is not known by a number later, nor by another number."""
    keys = {person.key for person in new.people}
    before = {person.name: person.key for person in old.people if person.key not in keys}
    known = {person.key for person in old.people}
    for person in new.people:
        if person.key not in known and person.name in before:
            message = (
                f"{person.name} is known to the ledger as {before[person.name]}, and would be"
                " somebody else under another number"
            )
            yield Problem(new.file, None, "people.number", message, person.key)


def _early(fresh: list[ServiceLeave], service: Service, begins: Day) -> Iterator[Problem]:
    """Leave that would change what was."""
    for leave in fresh:
        if leave.first < begins:
            message = (
                f"this leave begins before {day_text(begins)}, and the past stays as it was; enter"
                " it by itself (kind: leave), or take the file up from its first date"
            )
            yield Problem(service.file, None, "leave", message, f"{leave.person}, {leave}")


def _stays(old: Service, new: Service, begins: Day) -> Iterator[str]:
    """What the file no longer says and stands all the same."""
    for leave in old.leave:
        if leave.last >= begins and leave not in new.leave:
            yield (
                f"The leave of {leave.person}, {leave}, is not in the file and stays; take back its"
                " entry where it was not granted."
            )
    for loan in old.lent:
        if loan.last >= begins and loan not in new.lent:
            yield (
                f"{loan.person} stays lent to {loan.station} to {day_text(loan.last)}, which"
                " the file does not say; take back its entry where that is not so."
            )
    for what, before, after in (
        ("tour", old.tours, new.tours),
        ("platoon", old.platoons, new.platoons),
        ("station", old.stations, new.stations),
    ):
        for name in before:
            if name not in after:
                yield f"The {what} {name} is not in the file and stays in the ledger."
    if old.starts != new.starts:
        yield (
            f"Averaging periods are laid end to end from {day_text(old.starts)} as before, not"
            f" from {day_text(new.starts)}."
        )


def _lent(old: Service, new: Service, begins: Day) -> Iterator[Event]:
    """Who is lent otherwise than before, from ``begins`` on."""
    for loan in new.lent:
        if loan not in old.lent and loan.last >= begins:
            yield lent(replace(loan, first=max(loan.first, begins)))


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
    for since, by, source in after.goes_on:
        if (since, by, source) not in before.goes_on:
            yield AgreementGoesOn(id=after.id, by=by, since=since, source=source)


def _structure(old: Service, new: Service, begins: Day) -> Iterator[Event]:
    if old.name != new.name:
        yield ServiceRenamed(called=new.name)
    for kind, paid in new.agreement.leave_kinds.items():
        if kind not in old.agreement.leave_kinds:
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
