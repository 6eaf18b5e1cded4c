"""A tour, or a day off, of the posted schedule becomes another, or a day off."""

from __future__ import annotations

from dataclasses import dataclass

from watchbill.events.base import Event, Side
from watchbill.kernel.fields import Text, WallField
from watchbill.records.local_tour import PlaceField, TourOrOffField


@dataclass(frozen=True, kw_only=True)
class Change(Event):
    """A tour, or a day off, of the posted schedule becomes another, or a day off."""

    person: Text
    tour: PlaceField
    to: TourOrOffField
    told: WallField
    asked_by: Side = "employer"
