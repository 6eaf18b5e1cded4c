"""Days free in a period."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from watchbill.kernel.fields import Count
from watchbill.periods.period import Block
from watchbill.periods.written import PeriodField
from watchbill.records.timeline import Frame, Timeline
from watchbill.rules.base import Breach, ChecksPerson, Measure, Party, Rule
from watchbill.rules.plan import Constrains, Plan
from watchbill.rules.reading import Gives, share_of_days
from watchbill.rules.spans import by_day


@dataclass(frozen=True, kw_only=True)
class FreeDays(Rule, ChecksPerson, Constrains):
    """At least so many days free in each ``period``.

    A day is free where no tour starts on it.
    """

    about: ClassVar[tuple[str, ...]] = ("period",)
    gives: ClassVar[Gives | None] = Gives("at_least", -1, 0)
    words: ClassVar[Mapping[str, str]] = {
        "at_least": "free days at least",
        "period": "in each",
    }
    in_proportion: ClassVar[bool] = True
    more_is_for: ClassVar[Mapping[str, Party]] = {"at_least": "employee"}

    at_least: Count
    period: PeriodField

    def says(self) -> str:
        return f"At least {self.at_least} free days in {self.period}."

    def hours_a_week_of(self, longest: int) -> Decimal | None:
        days = self.period.days
        return None if days is None else share_of_days(days - self.at_least, days, longest)

    def idle(self) -> str | None:
        if self.at_least == 0:
            return "nothing is owed"
        too_many = self.period.days is not None and self.at_least > self.period.days
        return "there are not so many days" if too_many else None

    def left_idle_by(self, strict: Rule) -> str | None:
        alike = (
            isinstance(strict, FreeDays)
            and self.period == strict.period
            and strict.at_least >= self.at_least
        )
        return "" if alike else None

    def not_judged(self, frame: Frame) -> str | None:
        return self.period.why_not_judged(frame)

    def _owed(self, block: Block) -> int:
        return int(self.at_least * block.share)

    def check(self, line: Timeline, frame: Frame) -> Iterator[Breach]:
        days = by_day(line)
        for block in self.period.blocks(frame):
            dates = range(block.first, block.last + 1)
            free, owed = sum(day not in days for day in dates), self._owed(block)
            if free < owed:
                yield Breach(
                    block.begin,
                    block.end,
                    Measure(Decimal(free), "free days"),
                    Measure(Decimal(owed), "free days"),
                    f"{free} free days in {block}, where {owed} are owed.",
                )

    def constrain(self, plan: Plan) -> None:
        days = by_day(plan.possible)
        for block in self.period.blocks(plan.frame):
            dates = range(block.first, block.last + 1)
            groups = [days[day] for day in dates if day in days]
            plan.at_most(groups, len(dates) - self._owed(block))
