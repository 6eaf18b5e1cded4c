"""Average hours a week over a cycle or a period."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar, Literal

from watchbill.kernel.clock import DAY_MINUTES, WEEK_MINUTES, Day, Wall, decimal_text, length_text
from watchbill.kernel.fields import DayField, Number, PositiveCount
from watchbill.records.timeline import Frame, Timeline
from watchbill.rules.base import Breach, ChecksPerson, Measure, Party, Rule, whole_blocks
from watchbill.rules.plan import Constrains, Plan
from watchbill.rules.reading import Gives, Topic
from watchbill.rules.rounding import YEAR_DAYS
from watchbill.rules.spans import minutes_of, within


@dataclass(frozen=True, kw_only=True)
class AverageHours(Rule, ChecksPerson, Constrains):
    """At most so many hours a week, averaged over a cycle or over blocks of days.

    ``over`` is ``cycle`` (the person's rotation, from its beginning) or a number of days, laid
    end to end from ``begins`` or from the schedule's anchor. Only whole blocks are judged. Hours
    through a clock change count as the agreement counts them, really worked or nominal; a tour
    counts on the date on which it starts.
    """

    topic: ClassVar[Topic | None] = Topic.HOURS
    gives: ClassVar[Gives | None] = Gives("at_most", Decimal("0.5"))
    contracts: ClassVar[int | None] = 4
    words: ClassVar[Mapping[str, str]] = {
        "at_most": "hours a week at most",
        "over": "averaged over (days)",
        "begins": "counted from",
    }
    more_is_for: ClassVar[Mapping[str, Party]] = {"at_most": "employer"}

    at_most: Number
    over: Literal["cycle"] | PositiveCount = "cycle"
    begins: DayField | None = None

    def says(self) -> str:
        span = "one cycle of the rotation" if self.over == "cycle" else f"{self.over} days"
        return f"At most {decimal_text(self.at_most)} hours a week, averaged over {span}."

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
            and (self.over, self.begins) == (strict.over, strict.begins)
            and strict.at_most <= self.at_most
        )
        return "" if alike else None

    def block_days(self, frame: Frame) -> int | None:
        """Days of an averaging block; ``None`` where the person follows no rotation."""
        return frame.cycle_days if self.over == "cycle" else self.over

    def not_judged(self, frame: Frame) -> str | None:
        length = self.block_days(frame)
        if not length:
            return "no rotation is known whose cycle it is averaged over"
        return whole_blocks(frame, length, self._anchor(frame))

    def check(self, line: Timeline, frame: Frame) -> Iterator[Breach]:
        length = self.block_days(frame)
        if not length:
            return
        # hours a week = minutes / 60 x 7 / days, so the limit in minutes a block is exact.
        limit = self.at_most * 60 * length / 7
        place, count = 0, len(line)
        days, starts, ends = line.days, line.work_starts, line.work_ends
        for first in frame.blocks(length, self._anchor(frame)):
            minutes = 0
            while place < count and days[place] < first:
                place += 1
            begin = place
            while place < count and days[place] < first + length:
                minutes += ends[place] - starts[place]
                place += 1
            if minutes > limit:
                nominal = sum(line.wall_ends[begin:place]) - sum(line.wall_starts[begin:place])
                yield self._breach(first, length, minutes, nominal)

    def constrain(self, plan: Plan) -> None:
        length = self.block_days(plan.frame)
        if not length:
            return
        limit = int(self.at_most * 60 * length / 7)
        for first in plan.frame.blocks(length, self._anchor(plan.frame)):
            places = within(plan.possible, first, length)
            plan.at_most_minutes(minutes_of(plan.possible, places), limit)

    def _anchor(self, frame: Frame) -> Day:
        if self.begins is not None:
            return self.begins
        return frame.cycle_from if self.over == "cycle" and frame.cycle_from else frame.anchor

    def _breach(self, first: int, length: int, minutes: int, nominal: int) -> Breach:
        average = Decimal(minutes) * 7 / (60 * length)
        sentence = (
            f"{length_text(minutes)} in {length} days average {decimal_text(average)} hours"
            f" a week, where at most {decimal_text(self.at_most)} are allowed."
        )
        if minutes != nominal:
            longer = "longer" if minutes > nominal else "shorter"
            sentence += (
                f" A clock change made duty {length_text(abs(minutes - nominal))} {longer} than"
                f" the {length_text(nominal)} on the wall clock."
            )
        return Breach(
            Wall(first * DAY_MINUTES),
            Wall((first + length) * DAY_MINUTES),
            Measure(average, "h/week"),
            Measure(self.at_most, "h/week"),
            sentence,
        )
