"""A tour, or a day off, of the posted schedule becomes another, or a day off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from watchbill.events.base import Event, Refusal, Side
from watchbill.events.draft import Draft, Refused
from watchbill.events.duty import Changed
from watchbill.events.held import Held
from watchbill.events.schedule import Schedule
from watchbill.kernel.clock import Wall, wall_text
from watchbill.kernel.fields import Text, WallField
from watchbill.records.local_tour import DayOff, PlaceField, TourOrOffField
from watchbill.records.tours import Tour


@dataclass(frozen=True, kw_only=True)
class Change(Event):
    """A tour, or a day off, of the posted schedule becomes another, or a day off."""

    told_in: ClassVar[tuple[str, ...]] = ("told",)

    person: Text
    tour: PlaceField
    to: TourOrOffField
    told: WallField
    asked_by: Side = "employer"

    def effect(self, schedule: Draft, number: int) -> None:
        before = self._before(schedule)
        after = schedule.placed(self.to) if self.to is not None else None
        if before is not None:
            schedule.release(self.person, before.wall_start)
        day_off = after is not None and not schedule.standing(self.person).on(after.day)
        if before is not None and after is not None and before.day == after.day:
            day_off = False
        if after is not None:
            schedule.give(self.person, Held(after, number=number))
        if before is not None or after is not None:
            by_employee = self.asked_by == "employee"
            schedule.change(
                self.person, Changed(before, after, day_off, self.told, by_employee, number)
            )

    def _before(self, schedule: Draft) -> Tour | None:
        """The tour that becomes another; ``None`` for a day off."""
        if not isinstance(self.tour, DayOff):
            return schedule.held(self.person, self.tour).tour
        standing = schedule.standing(self.person)
        if standing.on(self.tour.day):
            name = standing.person.label
            raise Refused(f"{name} has a tour on that date: it is no day off")
        return None

    def refusals(self, schedule: Schedule, known: Wall) -> Iterator[Refusal]:
        standing = schedule.people.get(self.person)
        held = standing.at(self.tour) if standing and isinstance(self.tour, int) else None
        ends = [held.tour.wall_end] if held else []
        ends += [self.to.end] if self.to else []
        if ends and self.told >= max(ends):
            message = (
                "the tour was over then and cannot change; enter what was worked (kind: worked)"
            )
            yield Refusal("told", message, wall_text(self.told))
