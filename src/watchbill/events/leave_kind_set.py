"""A kind of leave of the service's own: whether it is paid."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from watchbill.events.base import Event
from watchbill.events.draft import Draft
from watchbill.kernel.fields import Text


@dataclass(frozen=True, kw_only=True)
class LeaveKindSet(Event):
    """A kind of leave that no clause of the agreement names, and whether the service pays it."""

    about_all: ClassVar[bool] = True
    is_fact: ClassVar[bool] = True

    kind: Text
    paid: bool

    def effect(self, schedule: Draft, number: int) -> None:
        facts = schedule.facts
        kinds = {**facts.leave_kinds, self.kind: self.paid}
        schedule.replace("facts", replace(facts, leave_kinds=kinds))
