"""Tours of a year, and the hours a week that they come to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar

from watchbill.kernel.clock import Minutes, decimal_text, hours, length_text
from watchbill.kernel.fields import Count, LengthField, Number, PositiveCount
from watchbill.rules.base import Party, Rule
from watchbill.rules.faces import Recorded
from watchbill.rules.reading import Doubt, Gravity, Topic
from watchbill.rules.rounding import YEAR_DAYS, agrees


@dataclass(frozen=True, kw_only=True)
class AnnualTours(Rule, Recorded):
    """So many tours of ``tour`` in a year of ``weeks``; the text claims ``hours_per_week``."""

    topic: ClassVar[Topic | None] = Topic.HOURS
    contracts: ClassVar[int | None] = 2
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

    def hours_a_year(self) -> Fraction:
        return Fraction(self.tours * self.tour * YEAR_DAYS, 60 * 7 * self.weeks)

    def week_stated(self) -> Decimal:
        return hours(self.tours * self.tour) / self.weeks

    def lengths_named(self) -> tuple[Minutes, ...]:
        return (self.tour,)

    def lengths_worked(self) -> tuple[Minutes, ...]:
        return (self.tour,)

    def doubts(self) -> Iterator[Doubt]:
        computed = self.week_stated()
        if self.hours_per_week is None or agrees(self.hours_per_week, [computed]):
            return
        own, said = decimal_text(computed), decimal_text(self.hours_per_week)
        sentence = (
            f"{self.tours} tours of {self.tour // 60} h in {self.weeks} weeks are {own} hours"
            f" a week; the text says {said}."
        )
        figures = (f"{own} h/week", f"{said} h/week")
        yield Doubt("stated hours", Gravity.ERROR, sentence, figures)
