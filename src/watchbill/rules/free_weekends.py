"""Free weekends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from watchbill.kernel.clock import (
    DAY_MINUTES,
    WEEKDAYS,
    Day,
    Minutes,
    at,
    length_text,
    time_text,
    weekday,
)
from watchbill.kernel.fields import LengthField, PositiveCount, TimeField, WeekdayName
from watchbill.periods.period import Block, Period, Unit
from watchbill.periods.written import PeriodField
from watchbill.records.timeline import Frame, Timeline
from watchbill.rules.base import Breach, ChecksPerson, Measure, Party, Rule
from watchbill.rules.plan import Constrains, Plan
from watchbill.rules.reading import Gives
from watchbill.rules.spans import touching

FOUR_WEEKS = Period(count=28, unit=Unit.DAYS)
TWO_DAYS = Minutes(2 * DAY_MINUTES)


@dataclass(frozen=True, kw_only=True)
class FreeWeekends(Rule, ChecksPerson, Constrains):
    """So many weekends of so many free of duty, on average over each ``period``.

    ``free`` of ``one_in``: one in two, or two in five. A weekend lasts from ``from_time`` on
    ``from_day`` (Saturday 00:00) for ``lasts`` (48 hours), by the wall clock, and belongs to the
    period in which it begins; those that leave touches are left out.
    """

    gives: ClassVar[Gives | None] = Gives("one_in", 1)
    words: ClassVar[Mapping[str, str]] = {
        "one_in": "one weekend free in",
        "free": "weekends free",
        "period": "averaged over",
        "from_day": "a weekend begins on",
        "from_time": "at",
        "lasts": "and lasts",
    }
    in_proportion: ClassVar[bool] = True
    more_is_for: ClassVar[Mapping[str, Party]] = {"one_in": "employer", "free": "employee"}

    all_duty: bool = True
    one_in: PositiveCount
    free: PositiveCount = 1
    period: PeriodField = FOUR_WEEKS
    from_day: WeekdayName = "saturday"
    from_time: TimeField = 0
    lasts: LengthField = TWO_DAYS

    def __post_init__(self) -> None:
        if self.free > self.one_in:
            raise ValueError("of so many weekends no more can be free")

    def says(self) -> str:
        often = "Every weekend" if self.one_in == 1 else f"One weekend in {self.one_in}"
        if self.free > 1:
            often = f"{self.free} weekends in {self.one_in}"
        verb = "are" if self.free > 1 else "is"
        return f"{often} {verb} free, on average over {self.period}{self._hours()}."

    def _hours(self) -> str:
        if (self.from_day, self.from_time, self.lasts) == ("saturday", 0, TWO_DAYS):
            return ""
        return (
            f"; a weekend lasts {length_text(self.lasts)} from {self.from_day.capitalize()}"
            f" {time_text(self.from_time)}"
        )

    def not_judged(self, frame: Frame) -> str | None:
        return self.period.why_not_judged(frame)

    def _weekends(self, line: Timeline, frame: Frame) -> Iterator[tuple[Block, list[list[int]]]]:
        """Each period, and for each weekend that counts what touches it."""
        for block in self.period.blocks(frame):
            first = block.first + (WEEKDAYS.index(self.from_day) - weekday(block.first)) % 7
            begins = (at(Day(day), self.from_time) for day in range(first, block.last + 1, 7))
            weekends = [
                (begin, begin + self.lasts)
                for begin in begins
                if not frame.leave & set(_dates(begin, begin + self.lasts))
            ]
            yield block, touching(line, weekends)

    def _owed(self, weekends: int) -> int:
        return weekends * self.free // self.one_in

    def check(self, line: Timeline, frame: Frame) -> Iterator[Breach]:
        for block, weekends in self._weekends(line, frame):
            free = sum(not touched for touched in weekends)
            owed = self._owed(len(weekends))
            if free < owed:
                yield Breach(
                    block.begin,
                    block.end,
                    Measure(Decimal(free), "free weekends"),
                    Measure(Decimal(owed), "free weekends"),
                    f"{free} of {len(weekends)} weekends free in {block}, where {owed} are owed.",
                )

    def constrain(self, plan: Plan) -> None:
        for _, weekends in self._weekends(plan.possible, plan.frame):
            plan.at_most(weekends, len(weekends) - self._owed(len(weekends)))


def _dates(begin: int, end: int) -> Iterator[Day]:
    """The dates that the stretch touches."""
    yield from (Day(day) for day in range(begin // DAY_MINUTES, -(-end // DAY_MINUTES)))
