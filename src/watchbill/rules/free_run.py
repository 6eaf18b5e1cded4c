"""Consecutive free days in a period."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from watchbill.kernel.clock import Day, Wall, at
from watchbill.kernel.fields import PositiveCount
from watchbill.periods.period import Block
from watchbill.periods.written import PeriodField
from watchbill.records.timeline import Frame, Timeline
from watchbill.records.tours import TourKind
from watchbill.rules.base import Breach, ChecksPerson, Measure, Party, Rule
from watchbill.rules.plan import Constrains, FreeSpan, Plan
from watchbill.rules.reading import Gives, share_of_days
from watchbill.rules.spans import Days, by_day, runs_of_free


@dataclass(frozen=True, kw_only=True)
class FreeRun(Rule, ChecksPerson, Constrains):
    """So many consecutive days free in each ``period``.

    A day is free where no tour starts on it. With ``not_after_night`` the days do not count where
    a night tour started on the day before and a day tour starts on the day right after: they are
    counted where that one is an evening or a night, or there is none. Where the period is any so
    many days, every such stretch has them.
    """

    gives: ClassVar[Gives | None] = Gives("days", -1, 1)
    words: ClassVar[Mapping[str, str]] = {
        "days": "free days in a row",
        "period": "in each",
        "not_after_night": "not right after a night",
    }
    more_is_for: ClassVar[Mapping[str, Party]] = {"days": "employee"}

    all_duty: bool = True
    days: PositiveCount
    period: PeriodField
    not_after_night: bool = False

    def says(self) -> str:
        text = f"At least {self.days} consecutive free days in {self.period}"
        if self.not_after_night:
            text += ", not between a night and a day tour"
        return f"{text}."

    def hours_a_week_of(self, longest: int) -> Decimal | None:
        days = self.period.days
        return None if days is None else share_of_days(days - self.days, days, longest)

    def idle(self) -> str | None:
        too_many = self.period.days is not None and self.days > self.period.days
        return "there are not so many days" if too_many else None

    def not_judged(self, frame: Frame) -> str | None:
        return self.period.why_not_judged(frame)

    def check(self, line: Timeline, frame: Frame) -> Iterator[Breach]:
        days = by_day(line)
        told = Wall(0)
        for block in self._blocks(frame):
            # Stretches that share a date with one that was told are not told again.
            if block.begin < told or any(
                self._counts(line, days, day) for day in self._starts(block)
            ):
                continue
            told = block.end
            length = block.last - block.first + 1
            longest = max(runs_of_free(days, block.first, length), default=0)
            yield Breach(
                block.begin,
                block.end,
                Measure(Decimal(min(longest, self.days)), "days"),
                Measure(Decimal(self.days), "days"),
                f"No {self.days} consecutive free days in {block}"
                + (" that count." if longest >= self.days else f"; at most {longest}."),
            )

    def _blocks(self, frame: Frame) -> Iterator[Block]:
        """The periods judged; every stretch that long where any of them is."""
        length = self.period.days
        if not self.period.rolling or length is None:
            yield from self.period.blocks(frame)
            return
        first = max(frame.known_first, frame.first - length + 1)
        last = min(frame.known_last, frame.last + length - 1)
        for day in range(first, last - length + 2):
            yield Block(at(Day(day), 0), at(Day(day + length), 0))

    def _starts(self, block: Block) -> range:
        return range(block.first, block.last - self.days + 2)

    def _counts(self, line: Timeline, days: Days, day: int) -> bool:
        if any(other in days for other in range(day, day + self.days)):
            return False
        if not self.not_after_night:
            return True
        return not (self._nights_before(line, days, day) and self._days_after(line, days, day))

    def _nights_before(self, line: Timeline, days: Days, day: int) -> list[int]:
        return [i for i in days.get(day - 1, ()) if line.kinds[i] is TourKind.NIGHT]

    def _days_after(self, line: Timeline, days: Days, day: int) -> list[int]:
        return [i for i in days.get(day + self.days, ()) if line.kinds[i] is TourKind.DAY]

    def constrain(self, plan: Plan) -> None:
        line, days = plan.possible, by_day(plan.possible)
        for block in self._blocks(plan.frame):
            spans = []
            for day in self._starts(block):
                own = [i for other in range(day, day + self.days) for i in days.get(other, ())]
                if self.not_after_night:
                    # Not both: free of the one or of the other as well.
                    spans.append(FreeSpan([*own, *self._nights_before(line, days, day)]))
                    spans.append(FreeSpan([*own, *self._days_after(line, days, day)]))
                else:
                    spans.append(FreeSpan(own))
            plan.at_least_free(spans, 1)
