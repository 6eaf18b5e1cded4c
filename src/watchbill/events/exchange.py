"""Two ask to exchange tours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from watchbill.events.base import Event, Refusal
from watchbill.events.draft import Draft, why_not_held
from watchbill.events.held import Held
from watchbill.events.schedule import Schedule
from watchbill.events.standing import Standing
from watchbill.kernel.clock import Wall, wall_text
from watchbill.kernel.fields import LengthField, Text, WallField, Words


@dataclass(frozen=True, kw_only=True)
class Exchange(Event):
    """Two ask to exchange: each gives a tour, or nothing (``null``), to the other.

    ``written`` are those who asked in writing; ``part`` is the length where only a part of each
    tour is to change hands: from its start, or from the time given to its end.
    """

    names_in: ClassVar[tuple[str, ...]] = ("between", "written")
    told_in: ClassVar[tuple[str, ...]] = ("asked",)

    between: tuple[Text, Text]
    gives: tuple[WallField | None, WallField | None]
    asked: WallField
    written: Words = ()
    part: LengthField | None = None

    @property
    def people(self) -> tuple[str, ...]:
        return self.between

    @property
    def moves(self) -> tuple[tuple[str, str, Wall], ...]:
        """Giver, taker and start of each tour that is to change hands."""
        giver, taker = self.between
        pairs = ((giver, taker, self.gives[0]), (taker, giver, self.gives[1]))
        return tuple((one, other, start) for one, other, start in pairs if start is not None)

    def tour_of(self, standing: Standing, start: Wall) -> Held | None:
        """The tour that is given at that time: one that starts then, or of which a part does."""
        return standing.at(start) if self.part is None else standing.during(start)

    def effect(self, schedule: Draft, number: int) -> None:
        schedule.put("asked", number, self)

    def refusals(self, schedule: Schedule, known: Wall) -> Iterator[Refusal]:
        for giver, _, start in self.moves:
            standing = schedule.people.get(giver)
            if standing is None:
                continue
            if self.tour_of(standing, start) is None:
                yield Refusal("gives", why_not_held(schedule, giver, start), wall_text(start))
            elif start <= self.asked:
                message = f"the tour had begun when they asked, {wall_text(self.asked)}"
                yield Refusal("gives", message, wall_text(start))
