"""The schedule as it stands, as a roster: what audit, coverage and the board read."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import overload

from watchbill.events.base import Span
from watchbill.events.duty import Posting, Record
from watchbill.events.held import Held
from watchbill.events.schedule import Schedule
from watchbill.events.standing import LONGEST, Standing
from watchbill.events.turning import LAST
from watchbill.kernel.clock import Day, Instant, Zone
from watchbill.ledger.service_view import posts_of
from watchbill.records.members import ALWAYS
from watchbill.records.platoons import Platoon
from watchbill.records.tours import Tour
from watchbill.roster.model import Absence, Around, Roster, RosterLine

ALL_DATES = Span(ALWAYS, LAST)


def roster_of(
    schedule: Schedule,
    first: Day | None = None,
    last: Day | None = None,
    *,
    people: Collection[str] | None = None,
    near: int | None = None,
) -> Roster:
    """The schedule of these dates, both included, with tours as they were really worked.

    All dates that are laid out where none are given, and what was worked outside them too.
    Whoever was in the service on one of them has a line; of ``people`` alone, by their keys,
    where some are given. Lines know all that lies before and after the dates, or what is so many
    days ``near``. Raises :class:`BadInput` where nothing is laid out.
    """
    span = schedule.dates
    within = Span(ALWAYS if first is None else first, LAST if last is None else last)
    dates = Span(span.first if first is None else first, span.last if last is None else last)
    first, last = dates
    seen = ALL_DATES if near is None else Span(Day(first - near), Day(last + near))
    facts = schedule.facts
    posted = [one for one in schedule.postings if one.first <= last and first <= one.last]
    earliest = min(posted, key=lambda one: one.at, default=None)
    platoons = facts.platoons_on(first)
    lines = []
    wanted = schedule.people if people is None else people
    for key, standing in schedule.people.items():
        if key not in wanted or not _there(standing, first, last):
            continue
        platoon = platoons.get(standing.member.on(first).platoon or "")
        lines.append(_line(standing, seen, dates, within, facts.zone, platoon, schedule.postings))
    return Roster(
        facts.zone,
        first,
        last,
        facts.anchor,
        tuple(lines),
        posts_of(facts, first),
        None if earliest is None else earliest.at,
        None if earliest is None or earliest.first >= first else earliest.first,
        schedule.emergencies,
        span,
    )


class _Scheduled(Sequence[Tour]):
    """The tours on a person's schedule, in the order of time: looked up when somebody asks."""

    def __init__(self, standing: Standing) -> None:
        self._standing = standing

    @cached_property
    def _tours(self) -> tuple[Tour, ...]:
        return tuple(sorted(one.tour for one in self._standing.held.values() if one.scheduled))

    def __len__(self) -> int:
        return len(self._tours)

    @overload
    def __getitem__(self, place: int) -> Tour: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[Tour, ...]: ...

    def __getitem__(self, place: int | slice) -> Tour | tuple[Tour, ...]:
        return self._tours[place]


def _there(standing: Standing, first: Day, last: Day) -> bool:
    """Whether the person is in the service on one of the dates, or has a tour on one."""
    stays = standing.member.stays
    return any(
        stay.first <= last and (stay.last is None or first <= stay.last) for stay in stays
    ) or bool(standing.between(first, last))


@lru_cache(maxsize=10_000)
def _line(
    standing: Standing,
    seen: Span,
    dates: Span,
    within: Span,
    zone: Zone,
    platoon: Platoon | None,
    postings: tuple[Posting, ...],
) -> RosterLine:
    """A standing never changes, so that whoever no entry touched has their line already."""
    first, last = dates
    held = standing.between(*within)
    calls = [one for one in standing.calls if within.first <= one.tour.day <= within.last]
    worked = tuple(sorted(_worked(one, zone) for one in (*held, *calls)))
    planned = tuple(sorted(one.tour for one in held if one.scheduled))
    before = _outside(standing, Span(seen.first, Day(within.first - 1)), first, zone)
    after = _outside(standing, Span(Day(within.last + 1), seen.last), first, zone)
    plan = None
    as_planned = planned == worked
    if seen == ALL_DATES:
        plan = tuple(sorted((*standing.carried, *_scheduled(standing))))
        as_planned = plan == (*before, *worked, *after)
    person = standing.member.on(first)
    record = Record(
        person=person,
        tours=_Scheduled(standing),
        changes=standing.changes,
        events=standing.events,
        postings=postings,
    )
    cycle = (len(platoon.codes), platoon.cycle_from) if platoon else standing.cycle
    return RosterLine(
        person,
        worked,
        before,
        tuple(
            Absence(one.tour, one.kind)
            for one in standing.absences
            if within.first <= one.tour.day <= within.last
        ),
        cycle[0] if cycle else None,
        cycle[1] if cycle else None,
        None if as_planned else planned,
        tuple(sorted(_breaks([*held, *calls], zone))),
        record if standing.events or standing.changes else None,
        standing.member.people(Day(first - LONGEST), last),
        Around(after, None if as_planned else plan, _away(standing, within)),
        standing.member.here,
    )


def _outside(standing: Standing, dates: Span, first: Day, zone: Zone) -> tuple[Tour, ...]:
    """Tours of dates outside those asked for, as worked, and what was carried into the ledger
    before ``first``.
    """
    held = [*standing.between(*dates)]
    held += (one for one in standing.calls if dates.first <= one.tour.day <= dates.last)
    carried = (tour for tour in standing.carried if dates.first <= first and tour.day < first)
    return tuple(sorted((*carried, *(_worked(one, zone) for one in held))))


def _scheduled(standing: Standing) -> Iterator[Tour]:
    return (one.tour for one in standing.held.values() if one.scheduled)


def _away(standing: Standing, dates: Span) -> frozenset[Day]:
    """Dates of leave outside those asked for."""
    days = (one.tour.day for one in standing.absences)
    return frozenset(day for day in days if not dates.first <= day <= dates.last)


def _worked(held: Held, zone: Zone) -> Tour:
    """The tour as it was worked: with its own times where nothing else was."""
    if held.spells is None and held.over is None:
        return held.tour
    start, end = held.worked[0][0], held.worked[-1][1]
    end = held.over[1] if held.over else end
    tour = held.tour
    return Tour(zone.instant(start), zone.instant(end), start, end, tour.kind, tour.code)


def _breaks(held: list[Held], zone: Zone) -> list[tuple[Instant, Instant]]:
    """The times within the tours that were not worked."""
    return [
        (zone.instant(stopped), zone.instant(resumed))
        for one in held
        for (_, stopped), (resumed, _) in pairwise(one.worked)
    ]
