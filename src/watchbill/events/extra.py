"""A tour beyond the schedule."""

from __future__ import annotations

from dataclasses import dataclass

from watchbill.events.base import VOLUNTARY, Event
from watchbill.events.draft import Draft
from watchbill.events.held import Held
from watchbill.kernel.fields import Text
from watchbill.records.local_tour import TourField


@dataclass(frozen=True, kw_only=True)
class Extra(Event):
    """A tour beyond the schedule, from the ``voluntary`` list, or ordered.

    ``occasion`` is what it was worked for, where it was for one.
    """

    person: Text
    tour: TourField
    list: Text = VOLUNTARY
    occasion: Text | None = None

    @property
    def against_will(self) -> bool:
        """Whether the person was ordered to work it."""
        return self.list != VOLUNTARY

    def effect(self, schedule: Draft, number: int) -> None:
        tour = schedule.placed(self.tour)
        schedule.give(self.person, Held(tour, scheduled=False, number=number))
