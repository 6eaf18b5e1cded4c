"""Evenings free in a period."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from watchbill.kernel.clock import DAY_MINUTES, WEEKDAYS, Day, at, time_text, weekday
from watchbill.kernel.fields import Count, TimeField, WeekdayName
from watchbill.periods.period import Block
from watchbill.periods.written import PeriodField
from watchbill.records.timeline import Frame, Timeline
from watchbill.rules.base import Breach, ChecksPerson, Measure, Party, Rule
from watchbill.rules.plan import Constrains, Plan
from watchbill.rules.reading import Gives
from watchbill.rules.spans import touching


@dataclass(frozen=True, kw_only=True)
class FreeEvenings(Rule, ChecksPerson, Constrains):
    """At least so many evenings of weekdays free of duty in each ``period``.

    An evening lasts from ``evening_from`` to ``until``, which is of the same day where it is later
    and else of the next morning, by the wall clock, on ``weekdays`` (Monday to Friday where
    nothing is said). It belongs to the period in which it begins.
    """

    gives: ClassVar[Gives | None] = Gives("at_least", -1, 0)
    words: ClassVar[Mapping[str, str]] = {
        "at_least": "free evenings at least",
        "evening_from": "an evening begins",
        "until": "an evening ends",
        "weekdays": "on these days",
        "period": "in each",
    }
    in_proportion: ClassVar[bool] = True
    more_is_for: ClassVar[Mapping[str, Party]] = {"at_least": "employee"}

    all_duty: bool = True
    at_least: Count
    period: PeriodField
    evening_from: TimeField
    until: TimeField
    weekdays: tuple[WeekdayName, ...] = ("monday", "tuesday", "wednesday", "thursday", "friday")

    def says(self) -> str:
        return (
            f"At least {self.at_least} evenings, {self._on}{time_text(self.evening_from)} to"
            f" {time_text(self.until)}, free in {self.period}."
        )

    @property
    def _on(self) -> str:
        if self.weekdays == WEEKDAYS[:5]:
            return "Monday to Friday "
        return f"{', '.join(name.capitalize() for name in self.weekdays)} "

    def idle(self) -> str | None:
        if self.period.days is None:
            return None
        weeks, rest = divmod(self.period.days, 7)
        most = weeks * len(self.weekdays) + min(rest, len(self.weekdays))
        return "there are not so many weekday evenings" if self.at_least > most else None

    def not_judged(self, frame: Frame) -> str | None:
        return self.period.why_not_judged(frame)

    @property
    def _lasts(self) -> int:
        """Minutes of an evening."""
        return (self.until - self.evening_from) % DAY_MINUTES or DAY_MINUTES

    def _evenings(self, line: Timeline, frame: Frame) -> Iterator[tuple[Block, list[list[int]]]]:
        """Each period, and for each of its evenings the tours that touch it."""
        for block in self.period.blocks(frame):
            begins = (
                at(Day(day), self.evening_from)
                for day in range(block.first, block.last + 1)
                if WEEKDAYS[weekday(Day(day))] in self.weekdays
            )
            evenings = [(begin, begin + self._lasts) for begin in begins]
            yield block, touching(line, evenings)

    def check(self, line: Timeline, frame: Frame) -> Iterator[Breach]:
        for block, evenings in self._evenings(line, frame):
            free, owed = sum(not touched for touched in evenings), int(self.at_least * block.share)
            if free < owed:
                yield Breach(
                    block.begin,
                    block.end,
                    Measure(Decimal(free), "free evenings"),
                    Measure(Decimal(owed), "free evenings"),
                    f"{free} free evenings in {block}, where {owed} are owed.",
                )

    def constrain(self, plan: Plan) -> None:
        for block, evenings in self._evenings(plan.possible, plan.frame):
            plan.at_most(evenings, len(evenings) - int(self.at_least * block.share))
