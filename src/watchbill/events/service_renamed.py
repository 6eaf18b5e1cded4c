"""The service has another name."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from watchbill.events.base import Event
from watchbill.events.draft import Draft
from watchbill.kernel.fields import Text


@dataclass(frozen=True, kw_only=True)
class ServiceRenamed(Event):
    """What the service is called from now on."""

    about_all: ClassVar[bool] = True
    is_fact: ClassVar[bool] = True

    called: Text

    def effect(self, schedule: Draft, number: int) -> None:
        schedule.replace("facts", replace(schedule.facts, name=self.called))
