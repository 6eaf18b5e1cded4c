"""From that date one works the days and the other the nights of their tours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from watchbill.events.base import Event
from watchbill.kernel.fields import DayField, Text


@dataclass(frozen=True, kw_only=True)
class PermanentExchange(Event):
    """From that date one works the days and the other the nights of their tours."""

    days: Text
    nights: Text
    begins: Annotated[DayField, Field(alias="from")]

    @property
    def people(self) -> tuple[str, ...]:
        return (self.days, self.nights)
