"""Extra days against one's will."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from watchbill.kernel.fields import Count, PositiveCount
from watchbill.rules.base import Party, Rule


@dataclass(frozen=True, kw_only=True)
class MandatoryExtra(Rule):
    """Nobody is ordered to work more than so many days beyond the normal schedule in a week.

    ``in_days`` is the length of that week; days are counted around the day in question.
    """

    words: ClassVar[Mapping[str, str]] = {
        "at_most": "extra days at most",
        "in_days": "in so many days",
    }
    more_is_for: ClassVar[Mapping[str, Party]] = {"at_most": "employer", "in_days": "employee"}

    at_most: Count
    in_days: PositiveCount = 7

    def says(self) -> str:
        days = "day" if self.at_most == 1 else "days"
        return (
            f"Nobody is ordered to work more than {self.at_most} {days} beyond the normal schedule"
            f" in {self.in_days} days."
        )
