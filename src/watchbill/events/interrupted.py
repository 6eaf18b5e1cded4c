"""Started, was stopped before the end, and resumed later."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from watchbill.events.base import Event
from watchbill.events.draft import Draft
from watchbill.events.spells import work
from watchbill.kernel.fields import Text, WallField


@dataclass(frozen=True, kw_only=True)
class Interrupted(Event):
    """Started, was stopped before the end, and resumed later."""

    happened_in: ClassVar[tuple[str, ...]] = ("stopped",)

    person: Text
    tour: WallField
    stopped: WallField
    resumed: WallField

    def effect(self, schedule: Draft, number: int) -> None:
        tour = schedule.held(self.person, self.tour).tour
        work(
            schedule,
            self.person,
            self.tour,
            number,
            [(tour.wall_start, self.stopped), (self.resumed, tour.wall_end)],
        )
