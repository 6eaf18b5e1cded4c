"""Tours of a year, and the hours a week that they come to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from watchbill.kernel.clock import decimal_text, length_text
from watchbill.kernel.fields import Count, LengthField, Number, PositiveCount
from watchbill.rules.base import Party, Rule


@dataclass(frozen=True, kw_only=True)
class AnnualTours(Rule):
    """So many tours of ``tour`` in a year of ``weeks``; the text claims ``hours_per_week``."""

    words: ClassVar[Mapping[str, str]] = {
        "tours": "tours in the year",
        "tour": "length of a tour",
        "weeks": "weeks of the year",
        "hours_per_week": "hours a week",
    }
    more_is_for: ClassVar[Mapping[str, Party]] = {
        "tours": "employer",
        "tour": "employer",
        "hours_per_week": "employer",
    }

    tours: Count
    tour: LengthField
    weeks: PositiveCount = 52
    hours_per_week: Number | None = None

    def says(self) -> str:
        claimed = ""
        if self.hours_per_week is not None:
            claimed = f": {decimal_text(self.hours_per_week)} hours a week"
        return f"{self.tours} tours of {length_text(self.tour)} in {self.weeks} weeks{claimed}."
