"""Two ask to exchange: each gives a tour, or nothing (``null``), to the other."""

from __future__ import annotations

from dataclasses import dataclass

from watchbill.events.base import Event
from watchbill.kernel.fields import LengthField, Text, WallField, Words


@dataclass(frozen=True, kw_only=True)
class Exchange(Event):
    """Two ask to exchange: each gives a tour, or nothing (``null``), to the other.

    ``written`` are those who asked in writing; ``part`` is the length where only a part, from
    the start of the tour, is to change hands.
    """

    between: tuple[Text, Text]
    gives: tuple[WallField | None, WallField | None]
    asked: WallField
    written: Words = ()
    part: LengthField | None = None

    @property
    def people(self) -> tuple[str, ...]:
        return self.between
