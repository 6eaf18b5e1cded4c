"""Extra days against one's will."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import ClassVar

from watchbill.kernel.clock import Day
from watchbill.kernel.fields import Count, PositiveCount, Words
from watchbill.rules.base import Party, Rule


@dataclass(frozen=True, kw_only=True)
class MandatoryExtra(Rule):
    """Nobody is ordered to work more than so many days beyond the normal schedule in a week.

    ``in_days`` is the length of that week; days are counted around the day in question. It holds
    neither for vacancies of the ``outside`` occasions nor, where ``lifted_by_emergency``, in a
    declared emergency.
    """

    words: ClassVar[Mapping[str, str]] = {
        "at_most": "extra days at most",
        "in_days": "in so many days",
        "outside": "except on",
    }
    more_is_for: ClassVar[Mapping[str, Party]] = {"at_most": "employer", "in_days": "employee"}

    at_most: Count
    in_days: PositiveCount = 7
    outside: Words = ()

    def says(self) -> str:
        days = "day" if self.at_most == 1 else "days"
        return (
            f"Nobody is ordered to work more than {self.at_most} {days} beyond the normal schedule"
            f" in {self.in_days} days{self._except()}."
        )

    def _except(self) -> str:
        return f", except on: {', '.join(self.outside)}" if self.outside else ""

    def reached(self, days: Collection[Day], day: Day) -> bool:
        """Whether those ordered days leave no room for another on ``day``."""
        return sum(abs(other - day) < self.in_days for other in days) >= self.at_most
