"""A list of those who want extra work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from watchbill.kernel.fields import Words
from watchbill.records.people import Person, Scope
from watchbill.rules.base import Rule
from watchbill.rules.deciding import ListsVolunteers
from watchbill.rules.stating import SpeaksOf


@dataclass(frozen=True, kw_only=True)
class VoluntaryList(Rule, SpeaksOf, ListsVolunteers):
    """Those whom ``who`` covers may put their names down for extra work of these sorts.

    Whoever else puts a name down is no volunteer for such work. A vacancy without an occasion is
    work of the service itself, and of these sorts.
    """

    words: ClassVar[Mapping[str, str]] = {"who": "who may be on the list", "work": "kinds of work"}

    who: Scope = field(default_factory=Scope)
    work: Words

    def says(self) -> str:
        return f"A voluntary list ({self.who}) for {', '.join(self.work)}."

    def lists(self, person: Person, occasion: str | None) -> bool:
        return (occasion is not None and occasion not in self.work) or self.who.covers(person)
