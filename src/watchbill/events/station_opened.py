"""A station or ward of the service."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from watchbill.events.base import Event
from watchbill.events.draft import Draft
from watchbill.kernel.fields import Text


@dataclass(frozen=True, kw_only=True)
class StationOpened(Event):
    """The service has a station, or a ward, of that id."""

    about_all: ClassVar[bool] = True
    is_fact: ClassVar[bool] = True

    station: Text
    called: Text

    def effect(self, schedule: Draft, number: int) -> None:
        facts = schedule.facts
        stations = {**facts.stations, self.station: self.called}
        schedule.replace("facts", replace(facts, stations=stations))
