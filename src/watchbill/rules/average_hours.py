"""Average hours a week over a cycle or a period."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate
from operator import sub
from typing import ClassVar

from watchbill.counting.counting import PLAIN, Counting, LeaveCounting
from watchbill.kernel.clock import WEEK_MINUTES, at, decimal_text, length_text
from watchbill.kernel.fields import Number
from watchbill.periods.period import Block, Period, Unit
from watchbill.periods.written import PeriodField
from watchbill.records.timeline import Frame, Timeline
from watchbill.rules.base import Breach, ChecksPerson, Measure, Party, Rule
from watchbill.rules.plan import Constrains, Plan
from watchbill.rules.reading import Gives, Topic
from watchbill.rules.rounding import YEAR_DAYS
from watchbill.rules.spans import in_block, minutes_in, minutes_of

CYCLE = Period(count=1, unit=Unit.CYCLES)


@dataclass(frozen=True, kw_only=True)
class AverageHours(Rule, ChecksPerson, Constrains):
    """At most so many hours a week, averaged over each ``period``.

    That is a cycle of the person's rotation where nothing is said. Hours through a clock change
    count as the agreement counts them, really worked or nominal. ``counting`` says what leave
    does: ``nothing`` (its hours are not there), ``made-up`` (as many days worked right after the
    period count in its place), or the average is taken over the ``remaining-days``. A plan is held
    to the hours of the period alone.
    """

    topic: ClassVar[Topic | None] = Topic.HOURS
    gives: ClassVar[Gives | None] = Gives("at_most", Decimal("0.5"))
    contracts: ClassVar[int | None] = 4
    words: ClassVar[Mapping[str, str]] = {
        "at_most": "hours a week at most",
        "period": "averaged over",
        "counting": "what counts",
    }
    in_proportion: ClassVar[bool] = True
    more_is_for: ClassVar[Mapping[str, Party]] = {"at_most": "employer"}

    at_most: Number
    period: PeriodField = CYCLE
    counting: Counting = PLAIN

    def says(self) -> str:
        counted = f", {self.counting}" if str(self.counting) else ""
        most = decimal_text(self.at_most)
        return f"At most {most} hours a week, averaged over {self.period}{counted}."

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
            and (self.period, self.counting) == (strict.period, strict.counting)
            and strict.at_most <= self.at_most
        )
        return "" if alike else None

    def not_judged(self, frame: Frame) -> str | None:
        return self.period.why_not_judged(frame)

    def _away(self, block: Block, frame: Frame) -> int:
        """Dates of leave in the period."""
        return sum(block.begin <= at(day, 0) < block.end for day in frame.leave)

    def _days(self, block: Block, frame: Frame) -> Fraction:
        """Days over which the average is taken."""
        if self.counting.leave is not LeaveCounting.REMAINING:
            return block.days
        return block.days - self._away(block, frame)

    def _limit(self, days: Fraction) -> int:
        """Whole minutes of work in so many days: hours a week = minutes / 60 x 7 / days."""
        return int(Fraction(self.at_most) * 60 * days / 7)

    def check(self, line: Timeline, frame: Frame) -> Iterator[Breach]:
        blocks = list(self.period.blocks(frame))
        if not blocks:
            return
        if self.counting.leave is not LeaveCounting.NOTHING or self.period.cut:
            for block in blocks:
                yield from self._judge(line, frame, block)
            return
        first = in_block(line, blocks[0]).start  # what lies before them is not added up
        lengths = map(sub, line.work_ends[first:], line.work_starts[first:])
        total = list(accumulate(lengths, initial=0))
        limits: dict[int, int] = {}  # of blocks of one length
        for block in blocks:
            length = block.end - block.begin
            if length not in limits:
                limits[length] = self._limit(block.days)
            places = in_block(line, block)
            minutes = total[places.stop - first] - total[places.start - first]
            if minutes > limits[length]:
                yield self._breach(line, block, minutes, block.days)

    def _judge(self, line: Timeline, frame: Frame, block: Block) -> Iterator[Breach]:
        """A period whose edges cut, or in which leave counts."""
        minutes = sum(minutes_in(line, block, self.period.cut).values())
        if self.counting.leave is LeaveCounting.MADE_UP:
            minutes += _made_up(line, block, self._away(block, frame))
        days = self._days(block, frame)
        if days and minutes > self._limit(days):
            yield self._breach(line, block, minutes, days)

    def constrain(self, plan: Plan) -> None:
        for block in self.period.blocks(plan.frame):
            minutes = minutes_in(plan.possible, block, self.period.cut)
            plan.at_most_minutes(minutes, self._limit(self._days(block, plan.frame)))

    def _breach(self, line: Timeline, block: Block, minutes: int, days: Fraction) -> Breach:
        average = Decimal(minutes) * 7 * days.denominator / (60 * days.numerator)
        sentence = (
            f"{length_text(minutes)} in {block} average {decimal_text(average)} hours"
            f" a week, where at most {decimal_text(self.at_most)} are allowed."
        )
        places = in_block(line, block)
        nominal = sum(line.wall_ends[i] - line.wall_starts[i] for i in places)
        worked = sum(minutes_of(line, places).values())
        if worked != nominal and not self.period.cut:
            longer = "longer" if worked > nominal else "shorter"
            sentence += (
                f" A clock change made duty {length_text(abs(worked - nominal))} {longer} than"
                f" the {length_text(nominal)} on the wall clock."
            )
        if minutes != worked and not self.period.cut:
            sentence += f" {length_text(minutes - worked)} of it make up for leave."
        return Breach(
            block.begin,
            block.end,
            Measure(average, "h/week"),
            Measure(self.at_most, "h/week"),
            sentence,
        )


def _made_up(line: Timeline, block: Block, days: int) -> int:
    """Minutes of work on the first so many dates worked after the period."""
    after = range(in_block(line, block).stop, len(line))
    dates = list(dict.fromkeys(line.days[place] for place in after))[:days]
    return sum(minutes_of(line, [place for place in after if line.days[place] in dates]).values())
