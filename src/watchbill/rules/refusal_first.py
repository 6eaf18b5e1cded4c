"""Who is offered overtime before others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from watchbill.records.people import Person, Scope
from watchbill.rules.base import Rule
from watchbill.rules.deciding import GoesFirst
from watchbill.rules.stating import SpeaksOf


@dataclass(frozen=True, kw_only=True)
class RefusalFirst(Rule, SpeaksOf, GoesFirst):
    """Those whom ``who`` covers have first refusal of overtime: they are asked before the others.

    Among themselves they are asked in the order that holds anyway, and so are the others.
    """

    words: ClassVar[Mapping[str, str]] = {"who": "who is asked first"}

    who: Scope = field(default_factory=Scope)

    def says(self) -> str:
        return f"First refusal of overtime: {self.who}."

    def goes_first(self, person: Person) -> bool:
        return self.who.covers(person)
