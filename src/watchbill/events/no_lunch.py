"""The meal break of a tour was not taken."""

from __future__ import annotations

from dataclasses import dataclass

from watchbill.events.base import Event
from watchbill.events.draft import Draft
from watchbill.kernel.fields import Text, WallField


@dataclass(frozen=True, kw_only=True)
class NoLunch(Event):
    """The meal break of that tour was not taken, and no other time was agreed."""

    person: Text
    tour: WallField

    def effect(self, schedule: Draft, number: int) -> None:
        schedule.held(self.person, self.tour)
