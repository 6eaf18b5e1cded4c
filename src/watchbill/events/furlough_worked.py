"""A furlough day worked on approval, to be taken later."""

from __future__ import annotations

from dataclasses import dataclass

from watchbill.events.base import Event
from watchbill.kernel.fields import Text
from watchbill.records.local_tour import TourField


@dataclass(frozen=True, kw_only=True)
class FurloughWorked(Event):
    """A furlough day worked on approval, to be taken later."""

    person: Text
    tour: TourField
