"""A furlough day worked on approval, to be taken later."""

from __future__ import annotations

from dataclasses import dataclass

from watchbill.events.base import Event
from watchbill.events.draft import Draft
from watchbill.events.held import Held
from watchbill.kernel.fields import Text
from watchbill.records.local_tour import TourField


@dataclass(frozen=True, kw_only=True)
class FurloughWorked(Event):
    """A furlough day worked on approval, to be taken later."""

    person: Text
    tour: TourField

    def effect(self, schedule: Draft, number: int) -> None:
        tour = schedule.placed(self.tour)
        schedule.give(self.person, Held(tour, scheduled=False, number=number))
