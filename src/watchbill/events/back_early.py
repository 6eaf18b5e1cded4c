"""Ordered back before the rest was over: duty begins at ``at``, the tour's own end stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from watchbill.events.base import Event
from watchbill.events.draft import Draft
from watchbill.events.spells import work
from watchbill.kernel.fields import Text, WallField


@dataclass(frozen=True, kw_only=True)
class BackEarly(Event):
    """Ordered back before the rest was over: duty begins at ``at``, the tour's own end stands."""

    told_in: ClassVar[tuple[str, ...]] = ("at",)

    person: Text
    tour: WallField
    at: WallField

    def effect(self, schedule: Draft, number: int) -> None:
        tour = schedule.held(self.person, self.tour).tour
        work(schedule, self.person, self.tour, number, [(self.at, tour.wall_end)])
