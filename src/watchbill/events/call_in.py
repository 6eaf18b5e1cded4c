"""Called to work outside the schedule."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from watchbill.events.base import Event, Refusal
from watchbill.events.draft import Draft
from watchbill.events.held import Held
from watchbill.events.schedule import Schedule
from watchbill.kernel.clock import Day, Wall, day_of, wall_text
from watchbill.kernel.fields import LengthField, Text, WallField
from watchbill.records.local_tour import LocalTour


@dataclass(frozen=True, kw_only=True)
class CallIn(Event):
    """Called to work outside the schedule; ``worked`` is nought where no start was required."""

    told_in: ClassVar[tuple[str, ...]] = ("told",)

    person: Text
    told: WallField
    report: WallField
    worked: LengthField

    def effect(self, schedule: Draft, number: int) -> None:
        if self.worked:
            tour = schedule.placed(LocalTour(self.report, self.worked))
            standing = schedule.edit(self.person)
            standing.calls = (*standing.calls, Held(tour, scheduled=False, number=number))

    def refusals(self, schedule: Schedule, known: Wall) -> Iterator[Refusal]:
        if self.told > self.report:
            yield Refusal("told", "it is later than the time to report", wall_text(self.told))
        standing = schedule.people.get(self.person)
        if standing is None:
            return
        day = day_of(self.report)
        for held in (*standing.between(Day(day - 3), day), *standing.calls):
            for start, end in held.worked:
                if start <= self.report < end:
                    yield Refusal("report", f"{standing.person.label} is on duty then: {held.tour}")
