"""Average hours a week over a cycle or a period."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar

from watchbill.kernel.clock import WEEK_MINUTES, decimal_text, length_text
from watchbill.kernel.fields import Number
from watchbill.periods.period import Block, Period, Unit
from watchbill.periods.written import PeriodField
from watchbill.records.timeline import Frame, Timeline
from watchbill.rules.base import Breach, ChecksPerson, Measure, Party, Rule
from watchbill.rules.plan import Constrains, Plan
from watchbill.rules.reading import Gives, Topic
from watchbill.rules.rounding import YEAR_DAYS
from watchbill.rules.spans import in_block, minutes_in

CYCLE = Period(count=1, unit=Unit.CYCLES)


@dataclass(frozen=True, kw_only=True)
class AverageHours(Rule, ChecksPerson, Constrains):
    """At most so many hours a week, averaged over each ``period``.

    That is a cycle of the person's rotation where nothing is said. Hours through a clock change
    count as the agreement counts them, really worked or nominal.
    """

    topic: ClassVar[Topic | None] = Topic.HOURS
    gives: ClassVar[Gives | None] = Gives("at_most", Decimal("0.5"))
    contracts: ClassVar[int | None] = 4
    words: ClassVar[Mapping[str, str]] = {
        "at_most": "hours a week at most",
        "period": "averaged over",
    }
    more_is_for: ClassVar[Mapping[str, Party]] = {"at_most": "employer"}

    at_most: Number
    period: PeriodField = CYCLE

    def says(self) -> str:
        return f"At most {decimal_text(self.at_most)} hours a week, averaged over {self.period}."

    def hours_a_week(self) -> Decimal:
        return self.at_most

    def average_a_week(self) -> Decimal:
        return self.at_most

    def hours_a_year(self) -> Fraction:
        return Fraction(self.at_most) * YEAR_DAYS / 7

    def idle(self) -> str | None:
        if self.at_most * 60 >= WEEK_MINUTES:
            return "a week has no more than 168 hours"
        return None

    def left_idle_by(self, strict: Rule) -> str | None:
        alike = (
            isinstance(strict, AverageHours)
            and self.period == strict.period
            and strict.at_most <= self.at_most
        )
        return "" if alike else None

    def not_judged(self, frame: Frame) -> str | None:
        return self.period.why_not_judged(frame)

    def _limit(self, block: Block) -> Fraction:
        """Minutes of work in the block: hours a week = minutes / 60 x 7 / days, exact."""
        return Fraction(self.at_most) * 60 * block.days / 7

    def check(self, line: Timeline, frame: Frame) -> Iterator[Breach]:
        for block in self.period.blocks(frame):
            minutes = sum(minutes_in(line, block, self.period.cut).values())
            if minutes > self._limit(block):
                places = in_block(line, block)
                nominal = sum(line.wall_ends[i] - line.wall_starts[i] for i in places)
                yield self._breach(block, minutes, minutes if self.period.cut else nominal)

    def constrain(self, plan: Plan) -> None:
        for block in self.period.blocks(plan.frame):
            minutes = minutes_in(plan.possible, block, self.period.cut)
            plan.at_most_minutes(minutes, int(self._limit(block)))

    def _breach(self, block: Block, minutes: int, nominal: int) -> Breach:
        average = Decimal(minutes) * 7 * block.days.denominator / (60 * block.days.numerator)
        sentence = (
            f"{length_text(minutes)} in {block} average {decimal_text(average)} hours"
            f" a week, where at most {decimal_text(self.at_most)} are allowed."
        )
        if minutes != nominal:
            longer = "longer" if minutes > nominal else "shorter"
            sentence += (
                f" A clock change made duty {length_text(abs(minutes - nominal))} {longer} than"
                f" the {length_text(nominal)} on the wall clock."
            )
        return Breach(
            block.begin,
            block.end,
            Measure(average, "h/week"),
            Measure(self.at_most, "h/week"),
            sentence,
        )
