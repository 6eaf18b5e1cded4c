"""A roster's lines as rules read them: on either clock, cut to the dates a rule is in force.

The audit and the desk read them here, so that what the one offers the other judges alike.
"""

from __future__ import annotations

from dataclasses import dataclass

from watchbill.asking.asked import Asked
from watchbill.kernel.clock import Day
from watchbill.records.timeline import Frame, Timeline
from watchbill.records.tours import Tour
from watchbill.roster.model import Roster, RosterLine
from watchbill.roster.window import window


@dataclass(frozen=True, slots=True)
class Framed:
    """A line with all its duty, the schedule alone, and within what they are judged."""

    line: RosterLine
    duty: Timeline
    plan: Timeline
    frame: Frame
    nominal: bool

    def read_by(self, asked: Asked) -> Timeline:
        """What the rule judges of it."""
        return self.duty if asked.counts_all_duty else self.plan

    def with_duty(self, tour: Tour) -> Timeline:
        """All its duty with one more tour."""
        return Timeline.of((*self.line.carried, *self.line.tours, tour), self.nominal)


class JudgedLines:
    """The lines of a roster by the rule that reads them; made once for each clock and dates."""

    def __init__(self, roster: Roster) -> None:
        self.whole = roster
        self._rosters: dict[tuple[Day, Day], Roster] = {(roster.first, roster.last): roster}
        self._framed: dict[tuple[Day, Day, bool], dict[str, Framed]] = {}

    def roster_for(self, asked: Asked) -> Roster:
        """The roster on the dates for which the rule is in force."""
        dates = (asked.first, asked.last)
        if dates not in self._rosters:
            self._rosters[dates] = window(self.whole, *dates)
        return self._rosters[dates]

    def covered_by(self, asked: Asked) -> list[Framed]:
        """The lines of those whom the rule covers on any of the dates, in the roster's order."""
        return [
            one for one in self._lines(asked).values() if any(map(asked.covers, one.line.persons))
        ]

    def of(self, key: str, asked: Asked) -> Framed:
        """The line of the person of that key, as the rule reads it."""
        return self._lines(asked)[key]

    def _lines(self, asked: Asked) -> dict[str, Framed]:
        key = (asked.first, asked.last, asked.nominal)
        if key not in self._framed:
            roster = self.roster_for(asked)
            self._framed[key] = {
                line.person.key: Framed(
                    line, *line.timelines(asked.nominal), roster.frame(line), asked.nominal
                )
                for line in roster.lines
            }
        return self._framed[key]
