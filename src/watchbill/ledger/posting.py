"""What is posted: the tours of everybody's rotation on some dates, less leave."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from watchbill.agreement.model import Agreement
from watchbill.events.laid_out import LaidOut, LaidTour
from watchbill.events.posted import Posted
from watchbill.events.schedule import Schedule
from watchbill.events.standing import OFF
from watchbill.kernel.clock import Day, Wall
from watchbill.ledger.service_view import service_on
from watchbill.records.local_tour import LocalTour
from watchbill.records.tours import Tour, TourType
from watchbill.roster.build import CARRIED_DAYS, build_roster
from watchbill.roster.model import Roster


def laid_out(schedule: Schedule, agreement: Agreement, first: Day, last: Day) -> LaidOut:
    """The dates laid out from the rotations, both included; nobody has posted them."""
    return LaidOut(**_lines(schedule, agreement, first, last))


def posted(schedule: Schedule, agreement: Agreement, first: Day, last: Day, at: Wall) -> Posted:
    """The dates laid out from the rotations, both included, and posted at that time.

    Where they are laid out already, that is what is posted.
    """
    if any(span.first <= first and last <= span.last for span in schedule.spans):
        return Posted(at=at, first=first, last=last)
    return Posted(at=at, **_lines(schedule, agreement, first, last))


def posting_of(
    rosters: Iterable[Roster], types: dict[str, TourType], carried: int
) -> dict[str, Any]:
    """The fields of a posting of rosters that follow one another, the first with its carried
    tours. Tours of no letter among ``types`` stand by themselves."""
    rosters = list(rosters)
    first, last = Day(rosters[0].first - carried), rosters[-1].last
    lines: dict[str, list[str]] = defaultdict(lambda: [OFF] * (last - first + 1))
    away: dict[str, dict[Day, str]] = {}
    others: dict[str, tuple[LocalTour, ...]] = {}
    used: set[str] = set()
    for place, roster in enumerate(rosters):
        for line in roster.lines:
            key = line.person.key
            before = [tour for tour in line.carried if place == 0 and tour.day >= first]
            tours = [*before, *line.tours]
            lost = {absence.tour: absence.kind for absence in line.absences}
            if tours or lost:
                lines[key]
            for tour in (*tours, *lost):
                if not _lettered(tour, types) or lines[key][tour.day - first] != OFF:
                    local = LocalTour(tour.wall_start, tour.nominal, tour.kind)
                    others[key] = (*others.get(key, ()), local)
                    continue
                lines[key][tour.day - first] = tour.code
                used.add(tour.code)
                if tour in lost:
                    away.setdefault(key, {})[tour.day] = lost[tour]
    return {
        "first": rosters[0].first,
        "last": last,
        "carried": carried,
        "tours": {
            code: LaidTour(called=kind.name, start=kind.start, length=kind.length, kind=kind.kind)
            for code, kind in types.items()
            if code in used
        },
        "lines": {key: tuple(codes) for key, codes in lines.items()},
        "away": away,
        "others": others,
    }


def _lettered(tour: Tour, types: dict[str, TourType]) -> bool:
    """Whether its letter says all of it."""
    kind = types.get(tour.code)
    return (
        kind is not None
        and (kind.length, kind.kind) == (tour.nominal, tour.kind)
        and tour.wall_start == tour.day * 1440 + kind.start
    )


def _lines(schedule: Schedule, agreement: Agreement, first: Day, last: Day) -> dict[str, Any]:
    """Dates from ``first`` to ``last`` as the rotations lay them out, by what is known of the
    service on each of them."""
    rosters = _rosters(schedule, agreement, first, last)
    types = schedule.facts.tour_types(first)
    return posting_of(rosters, types, _carried(schedule, first))


def _carried(schedule: Schedule, first: Day) -> int:
    """How many dates before ``first`` are carried: none of those that are laid out already."""
    before = [span.last for span in schedule.spans if span.last < first]
    return min(CARRIED_DAYS, first - max(before) - 1) if before else CARRIED_DAYS


def _rosters(schedule: Schedule, agreement: Agreement, first: Day, last: Day) -> list[Roster]:
    """The rotations laid out, a roster for each stretch on which they are the same."""
    begins = _turns(schedule, first, last)
    rosters = []
    for begin, following in zip(begins, [*begins[1:], Day(last + 1)], strict=True):
        service = service_on(schedule, agreement, begin)
        rosters.append(build_roster(service, begin, last=Day(following - 1)))
    return rosters


def laid_tours(
    schedule: Schedule, agreement: Agreement, first: Day, last: Day
) -> dict[str, dict[Day, Tour]]:
    """By key and date, the tours that the rotations lay out on these dates, less leave."""
    tours: dict[str, dict[Day, Tour]] = {}
    for roster in _rosters(schedule, agreement, first, last):
        for line in roster.lines:
            own = tours.setdefault(line.person.key, {})
            own.update((tour.day, tour) for tour in line.tours)
    return tours


def _turns(schedule: Schedule, first: Day, last: Day) -> list[Day]:
    """The dates, ``first`` among them, from which what is laid out is another."""
    facts = schedule.facts
    days = {first}
    for platoon in facts.platoons.values():
        days.update(platoon.begins_within(first, last))
    for tour in facts.tours.values():
        days.update(tour.begins_within(first, last))
    for standing in schedule.people.values():
        member = standing.member
        days.update(member.begins_within(first, last))
        for stay in member.stays:
            ends = [] if stay.last is None else [Day(stay.last + 1)]
            days.update(day for day in (stay.first, *ends) if first < day <= last)
    return sorted(days)
