"""A person has a qualification, for some dates."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

from pydantic import Field

from watchbill.events.base import Event
from watchbill.events.draft import Draft
from watchbill.kernel.fields import DayField, Text
from watchbill.records.members import ALWAYS, Stay


@dataclass(frozen=True, kw_only=True)
class Qualified(Event):
    """A person has a qualification from a date on, up to and with the date on which it lapses.

    What was said of that qualification before gives way.
    """

    is_fact: ClassVar[bool] = True

    person: Text
    qualification: Text
    begins: Annotated[DayField | None, Field(alias="from")] = None
    ends: Annotated[DayField | None, Field(alias="to")] = None

    def effect(self, schedule: Draft, number: int) -> None:
        standing = schedule.edit(self.person)
        member = standing.member
        stay = Stay(ALWAYS if self.begins is None else self.begins, self.ends)
        before = [one for one in member.qualified if one[0] != self.qualification]
        standing.member = replace(member, qualified=(*before, (self.qualification, stay)))
