"""Some dates of a roster, as a roster."""

from __future__ import annotations

from dataclasses import replace

from watchbill.kernel.clock import Day
from watchbill.roster.build import CARRIED_DAYS
from watchbill.roster.model import Roster, RosterLine


def window(roster: Roster, first: Day, last: Day) -> Roster:
    """The roster of these dates alone, both included; carried tours as when it is built."""
    lines = tuple(_cut(line, first, last) for line in roster.lines)
    return replace(roster, first=first, last=last, lines=lines)


def _cut(line: RosterLine, first: Day, last: Day) -> RosterLine:
    both = line.carried + line.tours
    return replace(
        line,
        tours=tuple(tour for tour in both if first <= tour.day <= last),
        carried=tuple(tour for tour in both if first - CARRIED_DAYS <= tour.day < first),
        absences=tuple(one for one in line.absences if first <= one.tour.day <= last),
    )
