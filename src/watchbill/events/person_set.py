"""Something about a person is otherwise, from a date on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal, get_args

from pydantic import Field, TypeAdapter, ValidationError

from watchbill.events.base import Event
from watchbill.events.draft import Draft, Refused
from watchbill.kernel.fields import Count, DayField, Number, Text
from watchbill.kernel.problems import nearest
from watchbill.records.members import ALWAYS

_TYPES: dict[str, Any] = {
    "name": Text,
    "classification": Text,
    "status": Text,
    "rate": Number,
    "platoon": Text | None,
    "station": Text | None,
    "seniority": DayField | None,
    "serial": Count | None,
    "unit": Text | None,
    "watch": Count | None,
    "schedule": Text | None,
}
Trait = Literal[
    "name", "classification", "status", "rate", "platoon", "station", "seniority", "serial",
    "unit", "watch", "schedule",
]  # fmt: skip
TRAITS: tuple[Trait, ...] = get_args(Trait)
"""What may be otherwise of a person from a date on."""


@dataclass(frozen=True, kw_only=True)
class PersonSet(Event):
    """A person's platoon, classification, status, rate and so on from a date on; ``to`` is left
    empty for none (in no platoon any more). Without a date it was so from the beginning."""

    is_fact: ClassVar[bool] = True

    person: Text
    trait: Trait
    to: Text | None = None
    begins: Annotated[DayField | None, Field(alias="from")] = None

    def effect(self, schedule: Draft, number: int) -> None:
        value = self._value()
        known = {"platoon": schedule.facts.platoons, "station": schedule.facts.stations}
        names = known.get(self.trait)
        if names is not None and value is not None and value not in names:
            near = nearest(str(value), names)
            raise Refused(f"the service has no {self.trait} of this name", str(value), near)
        standing = schedule.edit(self.person)
        begins = ALWAYS if self.begins is None else self.begins
        standing.member = standing.member.with_trait(self.trait, begins, value)

    def _value(self) -> Any:
        try:
            return TypeAdapter(_TYPES[self.trait]).validate_python(_number(self.trait, self.to))
        except ValidationError as error:
            raise Refused(f"this can be no {self.trait}", self.to) from error


def trait_text(trait: str, value: Any) -> str | None:
    """A value of that trait as ``to`` has it."""
    if value is None:
        return None
    text: str = TypeAdapter(_TYPES[trait]).dump_python(value, mode="json")
    return str(text)


def _number(trait: str, text: str | None) -> object:
    return int(text) if trait in ("serial", "watch") and text and text.isdigit() else text
