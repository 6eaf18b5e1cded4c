"""A roster's lines as rules read them: on either clock, cut to the dates a rule is in force.

The audit and the desk read them here, so that what the one offers the other judges alike.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from watchbill.asking.asked import Asked
from watchbill.kernel.clock import Day
from watchbill.records.timeline import Frame, Timeline
from watchbill.records.tours import Tour
from watchbill.roster.model import Roster, RosterLine
from watchbill.roster.window import cut, window


class ReadAs(NamedTuple):
    """How a rule reads a line: the dates for which it is in force, and on which clock."""

    first: Day
    last: Day
    nominal: bool

    @classmethod
    def of(cls, asked: Asked) -> ReadAs:
        """How that rule does."""
        return cls(asked.first, asked.last, asked.nominal)


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
    """The lines of a roster by the rule that reads them."""

    def __init__(self, roster: Roster) -> None:
        self.whole = roster
        self._rosters = {(roster.first, roster.last): roster}
        self._nobody = replace(roster, lines=())
        self._dates = {(roster.first, roster.last): self._nobody}
        self._framed: dict[tuple[str, ReadAs], Framed] = {}

    def roster_for(self, asked: Asked) -> Roster:
        """The roster on the dates for which the rule is in force."""
        dates = (asked.first, asked.last)
        if dates not in self._rosters:
            self._rosters[dates] = window(self.whole, *dates)
        return self._rosters[dates]

    def framed(self, line: RosterLine, reading: ReadAs) -> Framed:
        """A line of the roster as it is read."""
        dates = (reading.first, reading.last)
        if dates not in self._dates:
            self._dates[dates] = window(self._nobody, *dates)
        roster = self._dates[dates]
        if roster is not self._nobody:
            line = cut(line, *dates)
        duty, plan = line.timelines(reading.nominal)
        return Framed(line, duty, plan, roster.frame(line), reading.nominal)

    def of(self, key: str, asked: Asked) -> Framed:
        """The line of the person of that key, as the rule reads it; kept, since the desk asks
        many rules of it."""
        place = (key, ReadAs.of(asked))
        if place not in self._framed:
            line = next(one for one in self.whole.lines if one.person.key == key)
            self._framed[place] = self.framed(line, place[1])
        return self._framed[place]
