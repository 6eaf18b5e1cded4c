"""Who rests in a tour, by a clause: on the schedule and paid, and not on duty for coverage."""

from __future__ import annotations

from dataclasses import replace

from watchbill.asking.asking import Asking, Texts, ask
from watchbill.kernel.clock import day_of
from watchbill.roster.model import Roster, RosterLine
from watchbill.rules.base import EmptiesSeats


def seated(texts: Texts, roster: Roster) -> Roster:
    """The roster with the seats empty of those who rest then."""
    asking = ask(texts, roster.first, roster.last)
    lines = tuple(_seated(asking, roster, line) for line in roster.lines)
    return replace(roster, lines=lines)


def _seated(asking: Asking, roster: Roster, line: RosterLine) -> RosterLine:
    record = line.record
    if record is None:
        return line
    resting = [
        stretch
        for one, rule in asking.having(EmptiesSeats)
        for stretch in rule.resting(record, roster.zone.instant)
        if one.covers(line.person_on(day_of(roster.zone.wall(stretch[0]))))
    ]
    return replace(line, breaks=tuple(sorted({*line.breaks, *resting}))) if resting else line
