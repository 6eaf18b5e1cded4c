"""Somebody is no longer in the service, from a date on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from pydantic import Field

from watchbill.events.base import Event
from watchbill.events.draft import Draft, Refused
from watchbill.events.turning import LAST
from watchbill.kernel.clock import day_text
from watchbill.kernel.fields import DayField, Text


@dataclass(frozen=True, kw_only=True)
class Left(Event):
    """A person left: tours from that date on are theirs no more. Their past stays."""

    is_fact: ClassVar[bool] = True

    person: Text
    begins: Annotated[DayField, Field(alias="from")]

    def effect(self, schedule: Draft, number: int) -> None:
        standing = schedule.standing(self.person)
        if not standing.member.here_on(self.begins):
            name = standing.person.label
            raise Refused(f"{name} is not in the service on {day_text(self.begins)}")
        for held in standing.between(self.begins, LAST):
            schedule.release(self.person, held.tour.wall_start)
        standing = schedule.edit(self.person)
        standing.member = standing.member.left(self.begins)
