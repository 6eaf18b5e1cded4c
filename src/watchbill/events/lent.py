"""A person works at another station for a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

from pydantic import Field

from watchbill.events.base import Event, Refusal
from watchbill.events.draft import Draft, Refused
from watchbill.events.schedule import Schedule
from watchbill.kernel.clock import Wall, day_text
from watchbill.kernel.fields import DayField, Text
from watchbill.kernel.problems import nearest
from watchbill.records.members import Stay


@dataclass(frozen=True, kw_only=True)
class Lent(Event):
    """A person is lent to another station from a date to a date, both included."""

    lasts: ClassVar[bool] = True
    is_fact: ClassVar[bool] = True

    person: Text
    station: Text
    begins: Annotated[DayField, Field(alias="from")]
    ends: Annotated[DayField, Field(alias="to")]

    def effect(self, schedule: Draft, number: int) -> None:
        stations = schedule.facts.stations
        if self.station not in stations:
            near = nearest(self.station, stations)
            raise Refused("the service has no station of this id", self.station, near)
        standing = schedule.edit(self.person)
        member = standing.member
        stay = (self.station, Stay(self.begins, self.ends))
        standing.member = replace(member, lent=(*member.lent, stay))

    def refusals(self, schedule: Schedule, known: Wall) -> Iterator[Refusal]:
        if self.ends < self.begins:
            yield Refusal("to", "it lies before the first date", day_text(self.ends))
