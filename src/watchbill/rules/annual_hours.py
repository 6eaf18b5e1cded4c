"""Hours of work in a year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import ClassVar

from watchbill.kernel.clock import DAY_MINUTES, Wall, decimal_text
from watchbill.kernel.fields import Number
from watchbill.periods.period import Block, Period, Unit
from watchbill.periods.written import PeriodField
from watchbill.records.timeline import Frame, Timeline
from watchbill.rules.average_hours import AverageHours
from watchbill.rules.base import Breach, ChecksPerson, Measure, Party, Rule
from watchbill.rules.plan import Constrains, Plan
from watchbill.rules.reading import Gives, Topic
from watchbill.rules.rounding import YEAR_DAYS, one_figure, year_of
from watchbill.rules.spans import in_block

YEAR = Period(count=YEAR_DAYS, unit=Unit.DAYS)


@dataclass(frozen=True, kw_only=True)
class AnnualHours(Rule, ChecksPerson, Constrains):
    """At most so many hours in a year, and at least so many where ``at_least`` is given.

    A year is 365 days where nothing is said, 364 where the agreement counts 52 weeks, or one of
    the calendar. Where the person follows a rotation, the whole cycles within the year are measured
    and scaled to it, so that a year that ends in mid-cycle is neither long nor short by accident.
    Hours are by the wall clock: an annual figure is a rotation's, which knows no clock change.
    """

    topic: ClassVar[Topic | None] = Topic.HOURS
    gives: ClassVar[Gives | None] = Gives("at_most", Decimal(27))  # half an hour a week, and more
    contracts: ClassVar[int | None] = 1
    words: ClassVar[Mapping[str, str]] = {
        "at_most": "hours at most",
        "at_least": "hours at least",
        "period": "in a year of",
    }
    in_proportion: ClassVar[bool] = True
    more_is_for: ClassVar[Mapping[str, Party]] = {"at_most": "employer", "at_least": "employee"}

    at_most: Number
    at_least: Number | None = None
    period: PeriodField = YEAR

    def says(self) -> str:
        year = "52 weeks" if self.period.days == 364 else str(self.period)
        most = decimal_text(self.at_most)
        if self.at_least is None:
            return f"At most {most} hours in a year of {year}."
        if self.at_least == self.at_most:
            return f"Exactly {most} hours in a year of {year}."
        return f"From {decimal_text(self.at_least)} to {most} hours in a year of {year}."

    def hours_a_week(self) -> Decimal | None:
        return self.at_most * 7 / self._days

    def hours_a_year(self) -> Fraction:
        return Fraction(self.at_most) * YEAR_DAYS / self._days

    def is_week(self, week: Decimal, most: Decimal) -> bool:
        return one_figure(week, self.at_most, self._days)

    def left_idle_by(self, strict: Rule) -> str | None:
        if isinstance(strict, AverageHours):
            return self._year_of(strict.at_most)
        alike = (
            isinstance(strict, AnnualHours)
            and self.period == strict.period
            and strict.at_most <= self.at_most
        )
        return "" if alike else None

    def _year_of(self, week: Decimal) -> str | None:
        """In the long run; a single year may end within an averaging period."""
        years = year_of(week, self._days)
        if self.at_most <= max(years) or one_figure(week, self.at_most, self._days):
            return None
        return f", which is {decimal_text(years[1])} hours a year at most"

    @property
    def _days(self) -> int:
        """Days of the year as the text counts them."""
        return self.period.days or YEAR_DAYS

    def not_judged(self, frame: Frame) -> str | None:
        return self.period.why_not_judged(frame)

    def _measured(self, frame: Frame) -> Iterator[tuple[Block, Block]]:
        """Each year, and the whole cycles at its beginning that are measured."""
        cycle = frame.cycle_days or 1
        for year in self.period.blocks(frame):
            days = int(year.days) // cycle * cycle
            if days:
                yield year, Block(year.begin, Wall(year.begin + days * DAY_MINUTES))

    def constrain(self, plan: Plan) -> None:
        line = plan.possible
        for year, part in self._measured(plan.frame):
            minutes = {
                place: line.wall_ends[place] - line.wall_starts[place]
                for place in in_block(line, part)
            }
            share = 60 * part.days * year.share / year.days
            plan.at_most_minutes(minutes, int(Fraction(self.at_most) * share))
            if self.at_least is not None:
                plan.at_least_minutes(minutes, ceil(Fraction(self.at_least) * share))

    def check(self, line: Timeline, frame: Frame) -> Iterator[Breach]:
        for year, part in self._measured(frame):
            minutes = sum(
                line.wall_ends[place] - line.wall_starts[place] for place in in_block(line, part)
            )
            scaled = Fraction(minutes, 60) * year.days / (part.days * year.share)
            measured = Decimal(scaled.numerator) / scaled.denominator
            if measured > self.at_most:
                yield self._breach(year, measured, self.at_most, "at most")
            elif self.at_least is not None and measured < self.at_least:
                yield self._breach(year, measured, self.at_least, "at least")

    def _breach(self, year: Block, measured: Decimal, limit: Decimal, bound: str) -> Breach:
        are = "are allowed" if bound == "at most" else "are owed"
        return Breach(
            year.begin,
            year.end,
            Measure(measured, "h/year"),
            Measure(limit, "h/year"),
            f"{decimal_text(measured)} hours in the year, where {bound} {decimal_text(limit)}"
            f" {are}.",
        )
