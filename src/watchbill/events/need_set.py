"""How many people a post needs, from a date on or on given dates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from watchbill.events.base import Event, Refusal
from watchbill.events.draft import Draft, Refused
from watchbill.events.schedule import Schedule
from watchbill.kernel.clock import Wall, day_text
from watchbill.kernel.fields import DayField, Text, listed
from watchbill.kernel.problems import nearest
from watchbill.records.demand_lines import DemandField
from watchbill.records.facts import StatedNeed
from watchbill.records.members import ALWAYS


@dataclass(frozen=True, kw_only=True)
class NeedSet(Event):
    """What a post needs: ``2 at all times``, ``4 fri sat 10:00-22:00``. From ``begins`` on, or,
    where ``ends`` is given, on these dates alone (a holiday, a festival, a season)."""

    about_all: ClassVar[bool] = True
    is_fact: ClassVar[bool] = True

    post: Text
    demand: Annotated[tuple[DemandField, ...], BeforeValidator(listed)]
    begins: Annotated[DayField | None, Field(alias="from")] = None
    ends: Annotated[DayField | None, Field(alias="to")] = None

    def effect(self, schedule: Draft, number: int) -> None:
        facts = schedule.facts
        if self.post not in facts.posts:
            near = nearest(self.post, facts.posts)
            raise Refused("the service has no post of this id", self.post, near)
        begins = ALWAYS if self.begins is None else self.begins
        need = StatedNeed(self.post, self.demand, begins, self.ends, number)
        schedule.replace("facts", replace(facts, needs=(*facts.needs, need)))

    def refusals(self, schedule: Schedule, known: Wall) -> Iterator[Refusal]:
        if self.ends is not None and (self.begins is None or self.ends < self.begins):
            yield Refusal("to", "the first date of these is to be given", day_text(self.ends))
