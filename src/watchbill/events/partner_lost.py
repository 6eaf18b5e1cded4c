"""A partner of a permanent exchange has left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from watchbill.events.base import Event
from watchbill.events.draft import Draft
from watchbill.events.turning import end_at_once
from watchbill.kernel.clock import day_of
from watchbill.kernel.fields import Text, WallField


@dataclass(frozen=True, kw_only=True)
class PartnerLost(Event):
    """A partner of a permanent exchange has left."""

    told_in: ClassVar[tuple[str, ...]] = ("at",)

    person: Text
    at: WallField

    def effect(self, schedule: Draft, number: int) -> None:
        end_at_once(schedule, self.person, day_of(self.at))
