"""Notice of a change reached the person only later."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

from pydantic import Field

from watchbill.events.base import Event
from watchbill.events.draft import Draft, Refused
from watchbill.kernel.fields import Text, WallField


@dataclass(frozen=True, kw_only=True)
class NoticeGiven(Event):
    """Notice of the change that entry ``change`` made reached the person only at ``at``, which
    counts in place of its ``told``."""

    told_in: ClassVar[tuple[str, ...]] = ("at",)

    person: Text
    change: Annotated[int, Field(ge=1)]
    at: WallField

    @property
    def rests_on(self) -> int:
        return self.change

    def effect(self, schedule: Draft, number: int) -> None:
        changes = schedule.standing(self.person).changes
        if not any(one.number == self.change for one in changes):
            name = schedule.standing(self.person).person.label
            raise Refused(f"entry {self.change} changed no tour of {name}")
        schedule.edit(self.person).changes = tuple(
            replace(one, told=self.at) if one.number == self.change else one for one in changes
        )
