"""The roster as CSV, a tour a row."""

from __future__ import annotations

from collections.abc import Iterator

from watchbill.contract.roster import PersonScheduleRecord, ScheduleRecord, TourRecord
from watchbill.export.csv_text import Cell, csv_text
from watchbill.kernel.clock import day_text, hours_text
from watchbill.records.people import label_of

COLUMNS = ("person", "platoon", "date", "start", "end", "code", "kind", "hours", "leave")


def tours_csv(schedule: ScheduleRecord, person: str | None = None) -> str:
    """Every tour on the schedule's dates, or one person's; times carry their offset from UTC.

    A tour that leave took out has the kind of leave and no hours.
    """
    people = [one for one in schedule.people if person in (None, one.key)]
    return csv_text(COLUMNS, (row for one in people for row in _rows(one)), line_end="\r\n")


def _rows(person: PersonScheduleRecord) -> Iterator[tuple[Cell, ...]]:
    tours: list[tuple[TourRecord, str | None]] = [(tour, None) for tour in person.tours]
    tours += [(absence.tour, absence.kind) for absence in person.leave]
    for tour, leave in sorted(tours, key=lambda row: (row[0].start, row[0].end)):
        yield (
            label_of(person.key, person.name),
            person.platoon,
            day_text(tour.date),
            tour.start.isoformat(timespec="minutes"),
            tour.end.isoformat(timespec="minutes"),
            tour.code,
            tour.kind,
            hours_text(tour.minutes) if leave is None else None,
            leave,
        )
