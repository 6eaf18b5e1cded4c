"""Some dates of a roster, as a roster."""

from __future__ import annotations

from dataclasses import replace

from watchbill.kernel.clock import Day
from watchbill.roster.model import Around, Roster, RosterLine


def window(roster: Roster, first: Day, last: Day) -> Roster:
    """The roster of these dates alone, both included.

    What lies around them is kept, however far it reaches, so that a rule finds in a part what it
    finds in the whole.
    """
    known = (roster.first, roster.last) if roster.known is None else roster.known
    lines = tuple(cut(line, first, last) for line in roster.lines if _there(line, first, last))
    return replace(roster, first=first, last=last, lines=lines, known=known)


def _there(line: RosterLine, first: Day, last: Day) -> bool:
    """Whether the person is in the service on one of the dates, or has a tour on one."""
    if line.here is None or line.here.meets(first, last):
        return True
    return any(first <= tour.day <= last for tour in line.carried + line.tours + line.around.after)


def cut(line: RosterLine, first: Day, last: Day) -> RosterLine:
    """The line of these dates alone, with what lies around them."""
    duty = line.carried + line.tours + line.around.after
    plan = None if line.planned is None else line.plan
    away = {one.tour.day for one in line.absences if not first <= one.tour.day <= last}
    return replace(
        line,
        tours=tuple(tour for tour in duty if first <= tour.day <= last),
        carried=tuple(tour for tour in duty if tour.day < first),
        absences=tuple(one for one in line.absences if first <= one.tour.day <= last),
        planned=None if plan is None else tuple(tour for tour in plan if first <= tour.day <= last),
        around=Around(
            tuple(tour for tour in duty if tour.day > last), plan, line.around.away | away
        ),
    )
