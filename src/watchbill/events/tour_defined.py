"""A tour of duty that the service works, by its letter."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

from pydantic import Field

from watchbill.events.base import Event
from watchbill.events.draft import Draft
from watchbill.kernel.fields import DayField, LengthField, Text, TimeField
from watchbill.records.dated import Dated
from watchbill.records.members import ALWAYS
from watchbill.records.tours import TourKind, TourType


@dataclass(frozen=True, kw_only=True)
class TourDefined(Event):
    """What a tour's letter stands for, from a date on; from the beginning where none is given."""

    about_all: ClassVar[bool] = True
    is_fact: ClassVar[bool] = True

    code: Text
    called: Text
    start: TimeField
    length: LengthField
    kind: TourKind
    begins: Annotated[DayField | None, Field(alias="from")] = None

    def effect(self, schedule: Draft, number: int) -> None:
        facts = schedule.facts
        kind = TourType(self.code, self.called, self.start, self.length, self.kind)
        before = facts.tours.get(self.code, Dated())
        dated = before.with_value(ALWAYS if self.begins is None else self.begins, kind)
        schedule.replace("facts", replace(facts, tours={**facts.tours, self.code: dated}))
