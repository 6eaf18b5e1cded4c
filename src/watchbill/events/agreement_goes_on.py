"""An agreement goes on after its end until a new one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from watchbill.events.base import Event
from watchbill.events.draft import Draft, Refused
from watchbill.kernel.fields import DayField, Text
from watchbill.kernel.problems import nearest


@dataclass(frozen=True, kw_only=True)
class AgreementGoesOn(Event):
    """Somebody (``by``) says that the agreement goes on after its end until there is a new one,
    from ``since`` on; ``source`` is by what right (a statute, a letter of the two sides)."""

    about_all: ClassVar[bool] = True
    is_fact: ClassVar[bool] = True

    id: Text
    by: Text
    since: DayField
    source: Text

    def effect(self, schedule: Draft, number: int) -> None:
        facts = schedule.facts
        if self.id not in (known := [text.id for text in facts.texts]):
            raise Refused("no text of this id is in force", self.id, nearest(self.id, known))
        texts = tuple(
            replace(text, goes_on=(*text.goes_on, (self.since, self.by, self.source)))
            if text.id == self.id
            else text
            for text in facts.texts
        )
        schedule.replace("facts", replace(facts, texts=texts))
