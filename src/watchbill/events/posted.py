"""The schedule of some dates was posted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from watchbill.events.base import Name, Refusal
from watchbill.events.draft import Draft
from watchbill.events.duty import Posting
from watchbill.events.laid_out import LaidOut
from watchbill.events.schedule import Schedule
from watchbill.kernel.clock import Wall, day_text, wall_text
from watchbill.kernel.fields import WallField


@dataclass(frozen=True, kw_only=True)
class Posted(LaidOut):
    """The schedule of these dates, both included, was posted at that time: as its lines have
    it, or, without lines, as it was laid out before."""

    told_in: ClassVar[tuple[str, ...]] = ("at",)
    is_fact: ClassVar[bool] = False

    at: WallField

    def effect(self, schedule: Draft, number: int) -> None:
        super().effect(schedule, number)
        schedule.add("postings", Posting(self.at, self.first, self.last))

    def refusals(self, schedule: Schedule, known: Wall) -> Iterator[Refusal]:
        for one in schedule.postings:
            if one.first <= self.last and self.first <= one.last:
                message = (
                    f"the dates from {day_text(one.first)} to {day_text(one.last)} were posted"
                    f" already, at {wall_text(one.at)}; correct that entry where it was otherwise"
                )
                yield Refusal("from", message, f"{day_text(self.first)} to {day_text(self.last)}")

    def sentence(self, name: Name) -> str:
        return f"posted: at {wall_text(self.at)}, {self.dates_text}"
