"""The schedule of some dates was posted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from watchbill.events.base import Name
from watchbill.events.draft import Draft
from watchbill.events.duty import Posting
from watchbill.events.laid_out import LaidOut
from watchbill.kernel.clock import wall_text
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

    def sentence(self, name: Name) -> str:
        return f"posted: at {wall_text(self.at)}, {self.dates_text}"
