"""Who is offered overtime before others."""

from __future__ import annotations

from dataclasses import dataclass, field

from watchbill.records.people import Scope
from watchbill.rules.base import Rule


@dataclass(frozen=True, kw_only=True)
class RefusalFirst(Rule):
    """Those whom ``who`` covers have first refusal of overtime."""

    who: Scope = field(default_factory=Scope)

    def says(self) -> str:
        return f"First refusal of overtime: {self.who}."
