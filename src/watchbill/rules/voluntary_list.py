"""A list of those who want extra work."""

from __future__ import annotations

from dataclasses import dataclass, field

from watchbill.kernel.fields import Words
from watchbill.records.people import Scope
from watchbill.rules.base import Rule


@dataclass(frozen=True, kw_only=True)
class VoluntaryList(Rule):
    """Those whom ``who`` covers may put their names down for extra work of these sorts."""

    who: Scope = field(default_factory=Scope)
    work: Words

    def says(self) -> str:
        return f"A voluntary list ({self.who}) for {', '.join(self.work)}."
