"""Extra days against one's will."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from watchbill.events.duty import Record
from watchbill.events.extra import Extra
from watchbill.kernel.clock import WEEKDAYS, Day, at, day_text, weekday
from watchbill.kernel.fields import Count, PositiveCount, WeekdayName, Words
from watchbill.records.timeline import Frame
from watchbill.rules.base import Breach, ChecksRecord, Measure, Party, Rule
from watchbill.rules.deciding import OrdersIn


@dataclass(frozen=True, kw_only=True)
class MandatoryExtra(Rule, ChecksRecord, OrdersIn):
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

    def spares(self, record: Record, day: Day, occasion: str | None) -> str | None:
        if occasion in self.outside:
            return None
        had = self._ordered_days(record)
        if not any(day in days for days in self._too_many(sorted({*had, day}))):
            return None
        near = [other for other in sorted(had) if self._together(other, day)]
        return f"Ordered in already on {', '.join(map(day_text, near))}. {self.says()}"

    def check_record(self, record: Record, frame: Frame) -> Iterator[Breach]:
        ordered = sorted(self._ordered_days(record))
        for days in self._too_many(ordered):
            first, last = days[0], days[-1]
            if not frame.first <= last <= frame.last:
                continue
            count = sum(day >= first and self._together(first, day) for day in ordered)
            dates = ", ".join(map(day_text, days))
            yield Breach(
                at(first, 0),
                at(Day(last + 1), 0),
                Measure(Decimal(count), "days"),
                Measure(Decimal(self.at_most), "days"),
                f"Ordered to work beyond the normal schedule on {dates}; at most {self.at_most}"
                f" in {self._span} are allowed.",
            )

    def _too_many(self, days: Sequence[Day]) -> Iterator[Sequence[Day]]:
        """Every one day too many of these sorted ones that lie within one week."""
        for last in range(self.at_most, len(days)):
            first = last - self.at_most
            if self._together(days[first], days[last]):
                yield days[first : last + 1]

    def _ordered_days(self, record: Record) -> set[Day]:
        """Days beyond the normal schedule that count: audit and desk alike go by them."""
        days = {
            extra.tour.day
            for _, extra in record.of(Extra)
            if extra.against_will and not {extra.list, extra.occasion} & set(self.outside)
        }
        for changed in record.changes:
            if changed.day_off and changed.after is not None and not changed.by_employee:
                days.add(changed.after.day)
        return days
