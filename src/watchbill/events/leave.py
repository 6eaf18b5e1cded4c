"""A tour lost to leave."""

from __future__ import annotations

from dataclasses import dataclass

from watchbill.events.base import Event
from watchbill.events.draft import Draft
from watchbill.kernel.fields import Text, WallField


@dataclass(frozen=True, kw_only=True)
class Leave(Event):
    """A tour lost to leave of that kind."""

    person: Text
    tour: WallField
    kind: Text

    def effect(self, schedule: Draft, number: int) -> None:
        schedule.lose(self.person, self.tour, self.kind, number)
