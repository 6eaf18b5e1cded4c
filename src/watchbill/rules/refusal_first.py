"""Who is offered overtime before others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from watchbill.records.people import Scope
from watchbill.rules.base import Rule


@dataclass(frozen=True, kw_only=True)
class RefusalFirst(Rule):
    """Those whom ``who`` covers have first refusal of overtime."""

    words: ClassVar[Mapping[str, str]] = {"who": "who is asked first"}

    who: Scope = field(default_factory=Scope)

    def says(self) -> str:
        return f"First refusal of overtime: {self.who}."
