"""Rosters and coverage as records of the contract."""

from __future__ import annotations

from collections.abc import Iterable

from watchbill.contract.coverage import CoverageRecord, CoverRecord
from watchbill.contract.fields import moment
from watchbill.contract.roster import (
    LeaveRecord,
    PersonScheduleRecord,
    ScheduleRecord,
    TourRecord,
)
from watchbill.kernel.clock import Zone, hours
from watchbill.records.tours import Tour
from watchbill.roster.coverage import Cover
from watchbill.roster.model import Roster, RosterLine
from watchbill.service.model import Service


def schedule_record(service: Service, roster: Roster, entries: int | None = None) -> ScheduleRecord:
    """Who works which tour; ``entries`` of the ledger it rests on, where it rests on one."""
    return ScheduleRecord(
        service=service.id,
        first=roster.first,
        last=roster.last,
        entries=entries,
        people=people_records(service, roster),
    )


def people_records(service: Service, roster: Roster) -> tuple[PersonScheduleRecord, ...]:
    """Each person's tours, leave and hours, without what they cost."""
    nominal = service.agreement.nominal_hours
    return tuple(_person(roster.zone, line, nominal) for line in roster.lines)


def _person(zone: Zone, line: RosterLine, nominal: bool) -> PersonScheduleRecord:
    return PersonScheduleRecord(
        key=line.person.key,
        name=line.person.name,
        platoon=line.person.platoon,
        classification=line.person.classification,
        status=line.person.status,
        tours=tuple(tour_record(zone, tour) for tour in line.tours),
        leave=tuple(
            LeaveRecord(kind=one.kind, tour=tour_record(zone, one.tour)) for one in line.absences
        ),
        hours=hours(line.nominal if nominal else line.minutes),
        cost=None,
    )


def tour_record(zone: Zone, tour: Tour) -> TourRecord:
    """One tour, at its own times."""
    return TourRecord(
        date=tour.day,
        code=tour.code,
        kind=tour.kind.value,
        start=moment(zone, tour.start),
        end=moment(zone, tour.end),
        minutes=tour.minutes,
    )


def coverage_record(service: Service, roster: Roster, covers: Iterable[Cover]) -> CoverageRecord:
    """The coverage of the roster's dates."""
    return CoverageRecord(
        service=service.id,
        first=roster.first,
        last=roster.last,
        covers=cover_records(roster.zone, covers),
    )


def cover_records(zone: Zone, covers: Iterable[Cover]) -> tuple[CoverRecord, ...]:
    """Stretches of coverage, in the order given."""
    return tuple(
        CoverRecord(
            post=cover.post.id,
            start=moment(zone, cover.start),
            end=moment(zone, cover.end),
            need=cover.need,
            have=cover.have,
        )
        for cover in covers
    )
