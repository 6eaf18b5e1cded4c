"""Words that are kept with the ledger and do nothing to the schedule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from watchbill.events.base import Event, Name
from watchbill.kernel.fields import DayField, Text, Words


@dataclass(frozen=True, kw_only=True)
class Noted(Event):
    """Words to be kept, of these people and dates: an entry of an earlier ledger that cannot
    stand on this one is kept so, as it was written there."""

    names_in: ClassVar[tuple[str, ...]] = ("of",)

    words: Text
    of: Words = ()
    days: tuple[DayField, ...] = ()

    @property
    def people(self) -> tuple[str, ...]:
        return tuple(self.of)

    def sentence(self, name: Name) -> str:
        return f"noted: {self.words}"
