"""Evenings free in a period."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from watchbill.kernel.clock import WEEKDAYS, Day, time_text, weekday
from watchbill.kernel.fields import Count, DayField, PositiveCount, TimeField, WeekdayName
from watchbill.records.timeline import Frame, Timeline
from watchbill.rules.base import Breach, ChecksPerson, Measure, Party, Rule, whole_blocks
from watchbill.rules.plan import Constrains, Plan
from watchbill.rules.reading import Gives
from watchbill.rules.spans import blocks, midnight, touching


@dataclass(frozen=True, kw_only=True)
class FreeEvenings(Rule, ChecksPerson, Constrains):
    """At least so many evenings of weekdays free of duty in each period of ``in_days`` days.

    An evening lasts from ``evening_from`` to ``until`` on the next morning, by the wall clock, on
    ``weekdays`` (Monday to Friday where nothing is said). Periods are laid end to end from
    ``begins``, or the schedule's anchor.
    """

    gives: ClassVar[Gives | None] = Gives("at_least", -1, 0)
    words: ClassVar[Mapping[str, str]] = {
        "at_least": "free evenings at least",
        "in_days": "in so many days",
        "evening_from": "an evening begins",
        "until": "an evening ends",
        "weekdays": "on these days",
        "begins": "counted from",
    }
    more_is_for: ClassVar[Mapping[str, Party]] = {"at_least": "employee"}

    all_duty: bool = True
    at_least: Count
    in_days: PositiveCount
    evening_from: TimeField
    until: TimeField
    weekdays: tuple[WeekdayName, ...] = ("monday", "tuesday", "wednesday", "thursday", "friday")
    begins: DayField | None = None

    def says(self) -> str:
        return (
            f"At least {self.at_least} evenings, {self._on}{time_text(self.evening_from)} to"
            f" {time_text(self.until)}, free in each {self.in_days} days."
        )

    @property
    def _on(self) -> str:
        if self.weekdays == WEEKDAYS[:5]:
            return "Monday to Friday "
        return f"{', '.join(name.capitalize() for name in self.weekdays)} "

    def idle(self) -> str | None:
        weeks, rest = divmod(self.in_days, 7)
        most = weeks * len(self.weekdays) + min(rest, len(self.weekdays))
        return "there are not so many weekday evenings" if self.at_least > most else None

    def not_judged(self, frame: Frame) -> str | None:
        return whole_blocks(frame, self.in_days, self.begins)

    def _evenings(self, line: Timeline, frame: Frame) -> Iterator[tuple[int, list[list[int]]]]:
        """The first date of each period, and for each of its evenings the tours that touch it."""
        for first in blocks(frame, self.in_days, self.begins):
            evenings = [
                (midnight(day) + self.evening_from, midnight(day + 1) + self.until)
                for day in range(first, first + self.in_days)
                if WEEKDAYS[weekday(Day(day))] in self.weekdays
            ]
            yield first, touching(line, evenings)

    def check(self, line: Timeline, frame: Frame) -> Iterator[Breach]:
        for first, evenings in self._evenings(line, frame):
            free = sum(not touched for touched in evenings)
            if free < self.at_least:
                yield Breach(
                    midnight(first),
                    midnight(first + self.in_days),
                    Measure(Decimal(free), "free evenings"),
                    Measure(Decimal(self.at_least), "free evenings"),
                    f"{free} free evenings in {self.in_days} days, where {self.at_least} are owed.",
                )

    def constrain(self, plan: Plan) -> None:
        for _, evenings in self._evenings(plan.possible, plan.frame):
            plan.at_most(evenings, len(evenings) - self.at_least)
