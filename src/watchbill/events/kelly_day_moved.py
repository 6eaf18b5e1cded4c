"""A Kelly day moved to another date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from pydantic import Field

from watchbill.events.base import Event
from watchbill.events.draft import Draft, Refused
from watchbill.events.duty import Changed
from watchbill.events.held import Held
from watchbill.kernel.clock import DAY_MINUTES, Day, Wall, at, day_text
from watchbill.kernel.fields import DayField, Text, WallField
from watchbill.records.tours import Tour, tour_at


@dataclass(frozen=True, kw_only=True)
class KellyDayMoved(Event):
    """A Kelly day moved: the tour of the date ``to`` is off, and one like it is worked on the date
    from which it moves. That date may lie in dates that are not laid out yet.
    """

    told_in: ClassVar[tuple[str, ...]] = ("told",)

    person: Text
    begins: Annotated[DayField, Field(alias="from")]
    to: DayField
    told: WallField

    def effect(self, schedule: Draft, number: int) -> None:
        off, worked = self._tour_off(schedule), None
        if self._is_laid_out(schedule):
            start = Wall(at(self.begins, 0) + off.wall_start % DAY_MINUTES)
            worked = tour_at(start, off.nominal, off.kind, off.code, schedule.zone)
        schedule.release(self.person, off.wall_start)
        if worked is not None:
            schedule.give(self.person, Held(worked, number=number))
        schedule.change(self.person, Changed(off, worked, False, self.told, False, number))

    def _tour_off(self, schedule: Draft) -> Tour:
        """The tour that the Kelly day takes. Raises :class:`Refused`."""
        standing = schedule.standing(self.person)
        own = [held for held in standing.on(self.to) if held.scheduled]
        if len(own) != 1:
            number = "no tour" if not own else f"{len(own)} tours"
            message = f"{standing.person.label} has {number} on {day_text(self.to)}"
            raise Refused(f"{message}: a Kelly day moves to the date of a tour")
        if standing.on(self.begins):
            name = standing.person.label
            raise Refused(f"{name} has a tour on {day_text(self.begins)}: it is no Kelly day")
        return own[0].tour

    def _is_laid_out(self, schedule: Draft) -> bool:
        spans: tuple[tuple[Day, Day], ...] = schedule.of("spans")
        return any(first <= self.begins <= last for first, last in spans)
