"""A rotation that an agreement states, with the figures it claims for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar

from watchbill.kernel.clock import decimal_text, length_text
from watchbill.kernel.fields import LengthField, Number, PositiveCount, Text
from watchbill.rules.base import Rule
from watchbill.rules.faces import Recorded
from watchbill.rules.reading import Doubt, Gravity
from watchbill.rules.rounding import YEAR_DAYS, one_figure, week_of, year_of
from watchbill.rules.stating import StatesRotation


@dataclass(frozen=True, kw_only=True)
class RotationTerms(Rule, StatesRotation, Recorded):
    """The rotation as the text has it, and what the text says of its hours.

    ``pattern`` is any notation or name of a rotation; letters mean the agreement's own tours,
    or tours of length ``tour``. The figures are claims: the lint holds them against the pattern
    and against each other. A year has ``year_days`` days.
    """

    contracts: ClassVar[int | None] = 3
    words: ClassVar[Mapping[str, str]] = {
        "pattern": "pattern",
        "tour": "length of a tour",
        "platoons": "platoons",
        "cycle_days": "days of the cycle",
        "hours_per_cycle": "hours a cycle",
        "hours_per_week": "hours a week",
        "hours_per_year": "hours a year",
        "year_days": "days of a year",
    }

    pattern: Text | None = None
    tour: LengthField | None = None
    platoons: PositiveCount | None = None
    cycle_days: PositiveCount | None = None
    hours_per_cycle: Number | None = None
    hours_per_week: Number | None = None
    hours_per_year: Number | None = None
    year_days: PositiveCount = 365

    def says(self) -> str:
        parts = []
        if self.pattern is not None:
            of = f" of {length_text(self.tour)}" if self.tour else ""
            by = f", {self.platoons} platoons" if self.platoons else ""
            parts.append(f"the rotation is {self.pattern}{of}{by}")
        for value, unit in (
            (self.cycle_days, "days a cycle"),
            (self.hours_per_cycle, "hours a cycle"),
            (self.hours_per_week, "hours a week on average"),
            (self.hours_per_year, "hours a year"),
        ):
            if value is not None:
                parts.append(f"{decimal_text(Decimal(value))} {unit}")
        text = "; ".join(parts) or "a rotation to be set"
        return f"{text[0].upper()}{text[1:]}."

    def week_stated(self) -> Decimal | None:
        return self.hours_per_week if self.pattern is None else None

    def hours_a_year(self) -> Fraction | None:
        if self.hours_per_year is not None:
            return Fraction(self.hours_per_year) * YEAR_DAYS / self.year_days
        if self.hours_per_week is not None:
            return Fraction(self.hours_per_week) * YEAR_DAYS / 7
        return None

    def doubts(self) -> Iterator[Doubt]:
        week, year = self.hours_per_week, self.hours_per_year
        if week is None or year is None or one_figure(week, year, self.year_days):
            return
        by_week, by_year = year_of(week)[1], week_of(year)[1]
        sentence = (
            f"{decimal_text(week)} hours a week are about"
            f" {decimal_text(by_week.quantize(Decimal(1)))} hours a year; the text says"
            f" {decimal_text(year)}, which are about {decimal_text(by_year)} hours a week."
        )
        figures = (f"{decimal_text(week)} h/week", f"{decimal_text(year)} h/year")
        yield Doubt("stated hours", Gravity.ERROR, sentence, figures)
