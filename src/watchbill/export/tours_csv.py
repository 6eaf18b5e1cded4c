"""The roster as CSV, a tour a row."""

from __future__ import annotations

import csv
import io

from watchbill.kernel.clock import day_text, hours_text
from watchbill.roster.model import Roster

COLUMNS = ("person", "platoon", "date", "start", "end", "code", "kind", "hours", "leave")


def tours_csv(roster: Roster, person: str | None = None) -> str:
    """Every tour on the roster's dates, or one person's; times carry their offset from UTC.

    A tour that leave took out has the kind of leave and no hours.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for line in roster.lines:
        if person is not None and line.person.name != person:
            continue
        rows = [(tour, "") for tour in line.tours]
        rows += [(absence.tour, absence.kind) for absence in line.absences]
        for tour, leave in sorted(rows):
            start, end = (
                roster.zone.aware(time).isoformat(timespec="minutes")
                for time in (tour.start, tour.end)
            )
            worked = "" if leave else hours_text(tour.minutes)
            writer.writerow(
                [
                    _cell(line.person.name),
                    _cell(line.person.platoon or ""),
                    day_text(tour.day),
                    start,
                    end,
                    _cell(tour.code),
                    str(tour.kind),
                    worked,
                    leave,
                ]
            )
    return out.getvalue()


def _cell(text: str) -> str:
    """A text that a spreadsheet does not take for a formula."""
    return f"'{text}" if text[:1] in {"=", "+", "-", "@", "\t", "\r"} else text
