"""Kept on duty after the end of the tour."""

from __future__ import annotations

from dataclasses import dataclass, replace

from watchbill.events.base import Event
from watchbill.events.draft import Draft, Refused
from watchbill.kernel.fields import Text, WallField


@dataclass(frozen=True, kw_only=True)
class HeldOver(Event):
    """Kept on duty after the end of the tour."""

    person: Text
    tour: WallField
    until: WallField

    def effect(self, schedule: Draft, number: int) -> None:
        held = schedule.held(self.person, self.tour)
        if self.until <= held.tour.wall_end:
            raise Refused("the tour is not over then, so nobody is held over")
        over = (held.tour.wall_end, self.until, number)
        schedule.rework(self.person, replace(held, over=over))
