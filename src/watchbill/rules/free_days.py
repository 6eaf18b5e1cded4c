"""Days free in a period."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from watchbill.kernel.fields import Count, DayField, PositiveCount
from watchbill.records.timeline import Frame, Timeline
from watchbill.rules.base import Breach, ChecksPerson, Measure, Party, Rule, whole_blocks
from watchbill.rules.plan import Constrains, Plan
from watchbill.rules.reading import Gives, share_of_days
from watchbill.rules.spans import blocks, by_day, midnight


@dataclass(frozen=True, kw_only=True)
class FreeDays(Rule, ChecksPerson, Constrains):
    """At least so many days free in each period of ``in_days`` days.

    Periods are laid end to end from ``begins``, or the schedule's anchor. A day is free where no
    tour starts on it.
    """

    about: ClassVar[tuple[str, ...]] = ("in_days",)
    gives: ClassVar[Gives | None] = Gives("at_least", -1, 0)
    words: ClassVar[Mapping[str, str]] = {
        "at_least": "free days at least",
        "in_days": "in so many days",
        "begins": "counted from",
    }
    more_is_for: ClassVar[Mapping[str, Party]] = {"at_least": "employee"}

    at_least: Count
    in_days: PositiveCount
    begins: DayField | None = None

    def says(self) -> str:
        return f"At least {self.at_least} free days in each {self.in_days} days."

    def hours_a_week_of(self, longest: int) -> Decimal | None:
        return share_of_days(self.in_days - self.at_least, self.in_days, longest)

    def idle(self) -> str | None:
        if self.at_least == 0:
            return "nothing is owed"
        return "there are not so many days" if self.at_least > self.in_days else None

    def left_idle_by(self, strict: Rule) -> str | None:
        alike = (
            isinstance(strict, FreeDays)
            and (self.in_days, self.begins) == (strict.in_days, strict.begins)
            and strict.at_least >= self.at_least
        )
        return "" if alike else None

    def not_judged(self, frame: Frame) -> str | None:
        return whole_blocks(frame, self.in_days, self.begins)

    def check(self, line: Timeline, frame: Frame) -> Iterator[Breach]:
        days = by_day(line)
        for first in blocks(frame, self.in_days, self.begins):
            free = sum(day not in days for day in range(first, first + self.in_days))
            if free < self.at_least:
                yield Breach(
                    midnight(first),
                    midnight(first + self.in_days),
                    Measure(Decimal(free), "free days"),
                    Measure(Decimal(self.at_least), "free days"),
                    f"{free} free days in {self.in_days}, where {self.at_least} are owed.",
                )

    def constrain(self, plan: Plan) -> None:
        days = by_day(plan.possible)
        for first in blocks(plan.frame, self.in_days, self.begins):
            groups = [days[day] for day in range(first, first + self.in_days) if day in days]
            plan.at_most(groups, self.in_days - self.at_least)
