"""Reported as scheduled, was not let start, and was told to come back at ``returns``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from watchbill.events.base import Event
from watchbill.events.draft import Draft
from watchbill.events.spells import work
from watchbill.kernel.fields import Text, WallField


@dataclass(frozen=True, kw_only=True)
class SentAway(Event):
    """Reported as scheduled, was not let start, and was told to come back at ``returns``."""

    person: Text
    tour: WallField
    returns: Annotated[WallField, Field(alias="return")]

    def effect(self, schedule: Draft, number: int) -> None:
        tour = schedule.held(self.person, self.tour).tour
        work(schedule, self.person, self.tour, number, [(self.returns, tour.wall_end)])
