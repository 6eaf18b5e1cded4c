"""Extra days against one's will."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from watchbill.events.duty import Record
from watchbill.events.extra import Extra
from watchbill.kernel.clock import WEEKDAYS, Day, at, day_text, weekday
from watchbill.kernel.fields import Count, PositiveCount, WeekdayName, Words
from watchbill.records.timeline import Frame
from watchbill.rules.base import Breach, Measure, Party, Rule


@dataclass(frozen=True, kw_only=True)
class MandatoryExtra(Rule):
    """Nobody is ordered to work more than so many days beyond the normal schedule in a week.

    A day is such a one where an extra tour that is not from the voluntary list is worked on it,
    or where the employer made a tour of a day off. A week is the calendar's, from the day
    ``week_from`` on; where none is given, it is any ``in_days`` days. It holds neither for
    vacancies of the ``outside`` occasions nor, where ``lifted_by_emergency``, in a declared
    emergency.
    """

    words: ClassVar[Mapping[str, str]] = {
        "at_most": "extra days at most",
        "in_days": "in so many days",
        "week_from": "weeks begin on",
        "outside": "except on",
    }
    more_is_for: ClassVar[Mapping[str, Party]] = {"at_most": "employer", "in_days": "employee"}

    at_most: Count
    in_days: PositiveCount = 7
    week_from: WeekdayName | None = None
    outside: Words = ()

    def says(self) -> str:
        days = "day" if self.at_most == 1 else "days"
        return (
            f"Nobody is ordered to work more than {self.at_most} {days} beyond the normal schedule"
            f" in {self._span}{self._except()}."
        )

    @property
    def _span(self) -> str:
        if self.week_from is None:
            return f"any {self.in_days} days"
        return f"a week from {self.week_from.capitalize()}"

    def _first_of_week(self, day: Day) -> int:
        assert self.week_from is not None
        return day - (weekday(day) - WEEKDAYS.index(self.week_from)) % 7

    def _together(self, one: Day, other: Day) -> bool:
        """Whether the two days lie within one week."""
        if self.week_from is None:
            return abs(one - other) < self.in_days
        return self._first_of_week(one) == self._first_of_week(other)

    def _except(self) -> str:
        return f", except on: {', '.join(self.outside)}" if self.outside else ""

    def reached(self, days: Collection[Day], day: Day) -> bool:
        """Whether those ordered days leave no room for another on ``day``."""
        return sum(self._together(other, day) for other in days) >= self.at_most

    def check_record(self, record: Record, frame: Frame) -> Iterator[Breach]:
        days = sorted(self._ordered_days(record))
        for index in range(self.at_most, len(days)):
            first, last = days[index - self.at_most], days[index]
            if not self._together(first, last) or not frame.first <= last <= frame.last:
                continue
            count = sum(day >= first and self._together(first, day) for day in days)
            dates = ", ".join(day_text(day) for day in days[index - self.at_most : index + 1])
            yield Breach(
                at(first, 0),
                at(Day(last + 1), 0),
                Measure(Decimal(count), "days"),
                Measure(Decimal(self.at_most), "days"),
                f"Ordered to work beyond the normal schedule on {dates}; at most {self.at_most}"
                f" in {self._span} are allowed.",
            )

    def _ordered_days(self, record: Record) -> set[Day]:
        days = {
            extra.tour.day
            for _, extra in record.of(Extra)
            if extra.against_will and extra.list not in self.outside
        }
        for changed in record.changes:
            if changed.day_off and changed.after is not None and not changed.by_employee:
                days.add(changed.after.day)
        return days
