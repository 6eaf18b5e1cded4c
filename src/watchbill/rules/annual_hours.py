"""Hours of work in a year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar

from watchbill.kernel.clock import DAY_MINUTES, Day, Wall, decimal_text
from watchbill.kernel.fields import DayField, Number, PositiveCount
from watchbill.records.timeline import Frame, Timeline
from watchbill.rules.average_hours import AverageHours
from watchbill.rules.base import Breach, ChecksPerson, Measure, Party, Rule, whole_blocks
from watchbill.rules.plan import Constrains, Plan
from watchbill.rules.reading import Gives, Topic
from watchbill.rules.rounding import YEAR_DAYS, one_figure, year_of
from watchbill.rules.spans import within


@dataclass(frozen=True, kw_only=True)
class AnnualHours(Rule, ChecksPerson, Constrains):
    """At most so many hours in a year, and at least so many where ``at_least`` is given.

    A year has ``year_days`` days (365 where nothing is said; 364 where the agreement counts
    52 weeks) and is laid out from ``begins`` or from the schedule's anchor. Where the person
    follows a rotation, the whole cycles within the year are measured and scaled to it, so that a
    year that ends in mid-cycle is neither long nor short by accident. Hours are by the wall clock:
    an annual figure is a rotation's, which knows no clock change.
    """

    topic: ClassVar[Topic | None] = Topic.HOURS
    gives: ClassVar[Gives | None] = Gives("at_most", Decimal(27))  # half an hour a week, and more
    contracts: ClassVar[int | None] = 1
    words: ClassVar[Mapping[str, str]] = {
        "at_most": "hours at most",
        "at_least": "hours at least",
        "year_days": "days of a year",
        "begins": "counted from",
    }
    more_is_for: ClassVar[Mapping[str, Party]] = {"at_most": "employer", "at_least": "employee"}

    at_most: Number
    at_least: Number | None = None
    year_days: PositiveCount = 365
    begins: DayField | None = None

    def says(self) -> str:
        year = "52 weeks" if self.year_days == 364 else f"{self.year_days} days"
        most = decimal_text(self.at_most)
        if self.at_least is None:
            return f"At most {most} hours in a year of {year}."
        if self.at_least == self.at_most:
            return f"Exactly {most} hours in a year of {year}."
        return f"From {decimal_text(self.at_least)} to {most} hours in a year of {year}."

    def hours_a_week(self) -> Decimal | None:
        return self.at_most * 7 / self.year_days if self.year_days > 0 else None

    def hours_a_year(self) -> Fraction:
        return Fraction(self.at_most) * YEAR_DAYS / self.year_days

    def is_week(self, week: Decimal, most: Decimal) -> bool:
        return one_figure(week, self.at_most, self.year_days)

    def left_idle_by(self, strict: Rule) -> str | None:
        if isinstance(strict, AverageHours):
            return self._year_of(strict.at_most)
        alike = (
            isinstance(strict, AnnualHours)
            and (self.year_days, self.begins) == (strict.year_days, strict.begins)
            and strict.at_most <= self.at_most
        )
        return "" if alike else None

    def _year_of(self, week: Decimal) -> str | None:
        """In the long run; a single year may end within an averaging period."""
        years = year_of(week, self.year_days)
        if self.at_most <= max(years) or one_figure(week, self.at_most, self.year_days):
            return None
        return f", which is {decimal_text(years[1])} hours a year at most"

    def _anchor(self, frame: Frame) -> Day:
        return self.begins if self.begins is not None else frame.anchor

    def not_judged(self, frame: Frame) -> str | None:
        return whole_blocks(frame, self.year_days, self._anchor(frame))

    def constrain(self, plan: Plan) -> None:
        measured_days = self._measured_days(plan.frame)
        if not measured_days:
            return
        line = plan.possible
        limit = int(self.at_most * 60 * measured_days / self.year_days)
        for first in plan.frame.blocks(self.year_days, self._anchor(plan.frame)):
            minutes = {
                place: line.wall_ends[place] - line.wall_starts[place]
                for place in within(line, first, measured_days)
            }
            plan.at_most_minutes(minutes, limit)
            if self.at_least is not None:
                least = -(-self.at_least * 60 * measured_days // self.year_days)
                plan.at_least_minutes(minutes, int(least))

    def _measured_days(self, frame: Frame) -> int:
        """Days of the whole cycles within a year."""
        cycle = frame.cycle_days or 1
        return self.year_days // cycle * cycle

    def check(self, line: Timeline, frame: Frame) -> Iterator[Breach]:
        measured_days = self._measured_days(frame)
        if not measured_days:
            return
        for first in frame.blocks(self.year_days, self._anchor(frame)):
            last = first + measured_days
            minutes = sum(
                line.wall_ends[i] - line.wall_starts[i]
                for i in range(len(line))
                if first <= line.days[i] < last
            )
            measured = Decimal(minutes) * self.year_days / (60 * measured_days)
            if measured > self.at_most:
                yield self._breach(first, measured, self.at_most, "at most")
            elif self.at_least is not None and measured < self.at_least:
                yield self._breach(first, measured, self.at_least, "at least")

    def _breach(self, first: int, measured: Decimal, limit: Decimal, bound: str) -> Breach:
        are = "are allowed" if bound == "at most" else "are owed"
        return Breach(
            Wall(first * DAY_MINUTES),
            Wall((first + self.year_days) * DAY_MINUTES),
            Measure(measured, "h/year"),
            Measure(limit, "h/year"),
            f"{decimal_text(measured)} hours in the year, where {bound} {decimal_text(limit)}"
            f" {are}.",
        )
