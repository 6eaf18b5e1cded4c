"""Two exchange for good: one works the days, the other the nights."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from pydantic import Field

from watchbill.events.base import Event
from watchbill.events.draft import Draft, Refused
from watchbill.events.partners import Partners
from watchbill.events.turning import LAST, told_pair, turn
from watchbill.kernel.fields import Count, DayField, Text


@dataclass(frozen=True, kw_only=True)
class PermanentExchange(Event):
    """From that date one works the days and the other the nights of their tours.

    ``notice_days`` is the notice that its end takes, by the clause under which it is made; the
    act that enters it asks the agreement where nobody says.
    """

    names_in: ClassVar[tuple[str, ...]] = ("days", "nights")

    days: Text
    nights: Text
    begins: Annotated[DayField, Field(alias="from")]
    notice_days: Count | None = None

    @property
    def people(self) -> tuple[str, ...]:
        return (self.days, self.nights)

    def effect(self, schedule: Draft, number: int) -> None:
        self._refuse(schedule)
        notice = self.notice_days or 0
        pair = Partners(self.days, self.nights, self.begins, number, notice)
        pair = turn(schedule, pair, self.begins, LAST)
        schedule.add("partners", pair)

    def _refuse(self, schedule: Draft) -> None:
        """Two exchange, and each works in one permanent exchange at a time."""
        if self.days == self.nights:
            raise Refused("nobody exchanges with themself", schedule.name(self.days))
        for pair in schedule.of("partners"):
            if pair.ends is not None and pair.ends <= self.begins:
                continue
            for key in self.people:
                if key in (pair.days, pair.nights):
                    raise Refused(
                        f"{schedule.name(key)} has a permanent exchange already:"
                        f" {told_pair(schedule, pair)}",
                        schedule.name(key),
                    )
