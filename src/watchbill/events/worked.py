"""The hours really worked of a tour, where they are others than the schedule's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from watchbill.events.base import Event, Refusal
from watchbill.events.draft import Draft
from watchbill.events.schedule import Schedule
from watchbill.events.spells import work
from watchbill.kernel.clock import Wall, wall_text
from watchbill.kernel.fields import Text, WallField


@dataclass(frozen=True, kw_only=True)
class Worked(Event):
    """The hours really worked of a tour, where they are others than the schedule's."""

    person: Text
    tour: WallField
    start: Annotated[WallField, Field(alias="from")]
    end: Annotated[WallField, Field(alias="to")]

    def effect(self, schedule: Draft, number: int) -> None:
        work(schedule, self.person, self.tour, number, [(self.start, self.end)])

    def refusals(self, schedule: Schedule, known: Wall) -> Iterator[Refusal]:
        if self.end <= self.start:
            yield Refusal("to", "it does not lie after its beginning", wall_text(self.end))
