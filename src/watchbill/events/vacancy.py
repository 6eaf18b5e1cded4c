"""A tour at a post that must be offered; ``volunteers`` had put their names down."""

from __future__ import annotations

from dataclasses import dataclass

from watchbill.events.base import Event
from watchbill.kernel.fields import Text, WallField, Words
from watchbill.records.local_tour import TourField


@dataclass(frozen=True, kw_only=True)
class Vacancy(Event):
    """A tour at a post that must be offered; ``volunteers`` had put their names down."""

    tour: TourField
    post: Text
    at: WallField
    volunteers: Words = ()
    occasion: Text | None = None

    @property
    def people(self) -> tuple[str, ...]:
        return tuple(self.volunteers)
