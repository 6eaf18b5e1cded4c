"""A declared emergency."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

from pydantic import Field

from watchbill.events.base import Event, Refusal
from watchbill.events.draft import Draft
from watchbill.events.schedule import Schedule
from watchbill.kernel.clock import Wall, wall_text
from watchbill.kernel.fields import WallField


@dataclass(frozen=True, kw_only=True)
class Emergency(Event):
    """A declared emergency."""

    lasts: ClassVar[bool] = True
    about_all: ClassVar[bool] = True

    start: Annotated[WallField, Field(alias="from")]
    end: Annotated[WallField, Field(alias="to")]

    def effect(self, schedule: Draft, number: int) -> None:
        instant = schedule.zone.instant
        schedule.add("emergencies", (instant(self.start), instant(self.end)))

    def refusals(self, schedule: Schedule, known: Wall) -> Iterator[Refusal]:
        if self.end <= self.start:
            yield Refusal("to", "it does not lie after its beginning", wall_text(self.end))
