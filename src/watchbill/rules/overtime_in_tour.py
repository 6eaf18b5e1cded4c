"""Overtime on what one tour has above its usual length."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

from pydantic import Field

from watchbill.events.duty import Claim, Duty, Stretch
from watchbill.kernel.clock import Wall, decimal_text, length_text, wall_text
from watchbill.kernel.fields import LengthField, Number
from watchbill.records.tours import Tour
from watchbill.rules.base import Party, Rule
from watchbill.rules.pricing import PaysAbove, Rank, last_of, own_number


@dataclass(frozen=True, kw_only=True)
class OvertimeInTour(Rule, PaysAbove):
    """Hours of one tour above its usual length are paid at a multiple of the rate.

    ``above`` lists the lengths of the structures in which people work: a tour is of the shortest
    that holds it as it was planned, or of the longest where none does. Time held over belongs to
    its tour, and the latest hours are those above. Lengths are by the wall clock, so a night
    through a clock change has no overtime of its own. Time called in is no tour.
    """

    words: ClassVar[Mapping[str, str]] = {
        "above": "usual lengths of a tour",
        "multiple": "times the basic rate",
    }
    more_is_for: ClassVar[Mapping[str, Party]] = {"above": "employer", "multiple": "employee"}

    above: Annotated[tuple[LengthField, ...], Field(min_length=1)]
    multiple: Number

    rank: ClassVar[Rank] = Rank.PERIOD
    counted_over: ClassVar[None] = None

    def says(self) -> str:
        lengths = " or ".join(length_text(one) for one in sorted(self.above))
        return f"Hours of one tour above {lengths}: {decimal_text(self.multiple)} times the rate."

    def price(self, duty: Duty) -> Iterator[Claim]:
        planned = {tour.wall_start: tour for tour in duty.tours}
        worked: dict[Wall, list[Stretch]] = {}
        for stretch in duty.work:
            if planned.get(stretch.tour.wall_start) is stretch.tour:
                worked.setdefault(stretch.tour.wall_start, []).append(stretch)
        for start, stretches in worked.items():
            usual = self._usual(planned[start])
            length = sum(one.end - one.start for one in stretches)
            above = length - (duty.at(Wall(start + usual)) - duty.at(start))
            why = (
                f"{length_text(max(above, 0))} above the {length_text(usual)} of the tour of"
                f" {wall_text(start)}."
            )
            for stretch, first, last in last_of(stretches, above):
                yield Claim(first, last, self.multiple, why, own_number(stretch))

    def _usual(self, tour: Tour) -> int:
        planned = tour.wall_end - tour.wall_start
        return min((one for one in self.above if one >= planned), default=max(self.above))
