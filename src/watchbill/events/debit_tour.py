"""A debit tour worked, scheduled or floating."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from watchbill.events.base import Event
from watchbill.events.draft import Draft
from watchbill.events.held import Held
from watchbill.kernel.fields import Text
from watchbill.records.local_tour import TourField


@dataclass(frozen=True, kw_only=True)
class DebitTour(Event):
    """A debit tour worked, scheduled or floating."""

    person: Text
    tour: TourField
    kind: Literal["scheduled", "floating"] = "floating"

    def effect(self, schedule: Draft, number: int) -> None:
        tour = schedule.placed(self.tour)
        schedule.give(self.person, Held(tour, scheduled=False, number=number))
