"""A list of those who want extra work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from watchbill.kernel.fields import Words
from watchbill.records.people import Scope
from watchbill.rules.base import Rule


@dataclass(frozen=True, kw_only=True)
class VoluntaryList(Rule):
    """Those whom ``who`` covers may put their names down for extra work of these sorts."""

    words: ClassVar[Mapping[str, str]] = {"who": "who may be on the list", "work": "kinds of work"}

    who: Scope = field(default_factory=Scope)
    work: Words

    def says(self) -> str:
        return f"A voluntary list ({self.who}) for {', '.join(self.work)}."
