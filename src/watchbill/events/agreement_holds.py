"""The text of an agreement, a statute or a reading comes into force."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from watchbill.events.base import Event, Name
from watchbill.events.draft import Draft
from watchbill.kernel.clock import day_text
from watchbill.kernel.fields import DayField, Text
from watchbill.records.facts import TextInForce


@dataclass(frozen=True, kw_only=True)
class AgreementHolds(Event):
    """A text is in force: the whole of it, with the texts that it is made on by their names,
    and what was chosen in it.

    ``begins`` and ``ends`` say for which dates, where the service takes it for others than its
    own term. Of two agreements that are said to begin on one date the one entered later holds.
    """

    about_all: ClassVar[bool] = True
    is_fact: ClassVar[bool] = True

    id: Text
    kind: Literal["agreement", "statute", "reading"] = "agreement"
    text: str
    texts: dict[str, str] = field(default_factory=dict)
    readings: dict[str, str] = field(default_factory=dict)
    settings: dict[str, Any] = field(default_factory=dict)
    begins: Annotated[DayField | None, Field(alias="from")] = None
    ends: Annotated[DayField | None, Field(alias="to")] = None

    def effect(self, schedule: Draft, number: int) -> None:
        text = TextInForce(
            id=self.id,
            kind=self.kind,
            text=self.text,
            texts=tuple(sorted(self.texts.items())),
            readings=tuple(sorted(self.readings.items())),
            settings=tuple(sorted(self.settings.items())),
            begins=self.begins,
            ends=self.ends,
            number=number,
        )
        facts = schedule.facts
        standing = tuple(one for one in facts.texts if not self._takes_the_place_of(one))
        schedule.replace("facts", replace(facts, texts=(*standing, text)))

    def _takes_the_place_of(self, text: TextInForce) -> bool:
        same = (text.kind, text.begins) == (self.kind, self.begins)
        return same and self.kind == "agreement" and self.begins is not None

    def sentence(self, name: Name) -> str:
        begins = "" if self.begins is None else f" from {day_text(self.begins)}"
        ends = "" if self.ends is None else f" to {day_text(self.ends)}"
        chosen = [f"{clause}: {reading}" for clause, reading in sorted(self.readings.items())]
        chosen += [f"{key} {value}" for key, value in sorted(self.settings.items())]
        read = f", read as {', '.join(chosen)}" if chosen else ""
        return f"{self.kind} {self.id} is in force{begins}{ends}{read}"
