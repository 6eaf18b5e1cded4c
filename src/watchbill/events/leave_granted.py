"""Leave for some dates, before they are posted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

from pydantic import Field

from watchbill.events.base import Event, Refusal
from watchbill.events.draft import Draft
from watchbill.events.schedule import Schedule
from watchbill.kernel.clock import Wall, day_text
from watchbill.kernel.fields import DayField, Text
from watchbill.records.platoons import ServiceLeave


@dataclass(frozen=True, kw_only=True)
class LeaveGranted(Event):
    """A person has leave on these dates, both included: tours laid out on them are lost to it,
    those that were posted already and those posted later."""

    lasts: ClassVar[bool] = True
    is_fact: ClassVar[bool] = True

    person: Text
    begins: Annotated[DayField, Field(alias="from")]
    ends: Annotated[DayField, Field(alias="to")]
    kind: Text

    def effect(self, schedule: Draft, number: int) -> None:
        facts = schedule.facts
        leave = ServiceLeave(self.person, self.begins, self.ends, self.kind)
        schedule.replace("facts", replace(facts, leave=(*facts.leave, leave)))
        for held in schedule.standing(self.person).between(self.begins, self.ends):
            schedule.lose(self.person, held.tour.wall_start, self.kind, number)

    def refusals(self, schedule: Schedule, known: Wall) -> Iterator[Refusal]:
        if self.ends < self.begins:
            yield Refusal("to", "it lies before the first date", day_text(self.ends))
        own = ServiceLeave(self.person, self.begins, self.ends, self.kind)
        for leave in schedule.facts.leave:
            if leave.lies_over(own):
                name = schedule.name(self.person)
                message = f"{name} has {leave} already: no leave lies over another"
                yield Refusal("from", message, str(own))
