"""Tours of a year, and the hours a week that they come to."""

from __future__ import annotations

from dataclasses import dataclass

from watchbill.kernel.clock import decimal_text, length_text
from watchbill.kernel.fields import Count, LengthField, Number
from watchbill.rules.base import Rule


@dataclass(frozen=True, kw_only=True)
class AnnualTours(Rule):
    """So many tours of ``tour`` in a year of ``weeks``; the text claims ``hours_per_week``."""

    tours: Count
    tour: LengthField
    weeks: Count = 52
    hours_per_week: Number | None = None

    def says(self) -> str:
        claimed = ""
        if self.hours_per_week is not None:
            claimed = f": {decimal_text(self.hours_per_week)} hours a week"
        return f"{self.tours} tours of {length_text(self.tour)} in {self.weeks} weeks{claimed}."
