"""What a platoon works, from a date on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

from pydantic import Field

from watchbill.events.base import Event
from watchbill.events.draft import Draft, Refused
from watchbill.events.standing import OFF
from watchbill.kernel.fields import DayField, Text
from watchbill.records.dated import Dated
from watchbill.records.letters import LettersField
from watchbill.records.members import ALWAYS
from watchbill.records.platoons import Platoon


@dataclass(frozen=True, kw_only=True)
class PlatoonSet(Event):
    """The rotation that a platoon works: its cycle in letters, and a date on which it begins for
    this platoon. ``begins`` is the date from which it works it."""

    about_all: ClassVar[bool] = True
    is_fact: ClassVar[bool] = True

    platoon: Text
    rotation: Text
    cycle: LettersField
    cycle_from: DayField
    begins: Annotated[DayField | None, Field(alias="from")] = None

    def effect(self, schedule: Draft, number: int) -> None:
        facts = schedule.facts
        strangers = sorted(set(self.cycle) - set(facts.tours) - {OFF})
        if strangers:
            raise Refused(f"no tour has the letter {', '.join(strangers)}")
        platoon = Platoon(self.platoon, self.rotation, self.cycle, self.cycle_from)
        before = facts.platoons.get(self.platoon, Dated())
        dated = before.with_value(ALWAYS if self.begins is None else self.begins, platoon)
        schedule.replace("facts", replace(facts, platoons={**facts.platoons, self.platoon: dated}))
