"""Extra days against one's will."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from watchbill.events.duty import Record
from watchbill.events.extra import Extra
from watchbill.kernel.clock import Day, at, day_text
from watchbill.kernel.fields import Count, Words
from watchbill.periods.period import LaidBy, Period, Unit
from watchbill.periods.written import PeriodField
from watchbill.records.timeline import Frame
from watchbill.rules.base import Breach, ChecksRecord, Measure, Party, Rule
from watchbill.rules.deciding import OrdersIn

ANY_WEEK = Period(count=7, unit=Unit.DAYS, rolling=True)


@dataclass(frozen=True, kw_only=True)
class MandatoryExtra(Rule, ChecksRecord, OrdersIn):
    """Nobody is ordered to work more than so many days beyond the normal schedule in a week.

    A day is such a one where an extra tour that is not from the voluntary list is worked on it,
    or where the employer made a tour of a day off. ``period`` is the week: any seven days, where
    nothing is said. It holds neither for vacancies of the ``outside`` occasions nor, where
    ``lifted_by_emergency``, in a declared emergency.
    """

    words: ClassVar[Mapping[str, str]] = {
        "at_most": "extra days at most",
        "period": "in",
        "outside": "except on",
    }
    more_is_for: ClassVar[Mapping[str, Party]] = {"at_most": "employer"}

    at_most: Count
    period: PeriodField = ANY_WEEK
    outside: Words = ()

    def says(self) -> str:
        days = "day" if self.at_most == 1 else "days"
        return (
            f"Nobody is ordered to work more than {self.at_most} {days} beyond the normal schedule"
            f" in {self.period}{self._except()}."
        )

    def _except(self) -> str:
        return f", except on: {', '.join(self.outside)}" if self.outside else ""

    def spares(self, record: Record, day: Day, occasion: str | None) -> str | None:
        if occasion in self.outside:
            return None
        had = self._ordered_days(record)
        if not any(day in days for days in self._too_many(sorted({*had, day}))):
            return None
        near = {other for days in self._too_many(sorted({*had, day})) for other in days} & had
        return f"Ordered in already on {', '.join(map(day_text, sorted(near)))}. {self.says()}"

    def check_record(self, record: Record, frame: Frame) -> Iterator[Breach]:
        ordered = sorted(self._ordered_days(record))
        for days in self._too_many(ordered):
            first, last = days[0], days[-1]
            if not frame.first <= last <= frame.last:
                continue
            count = sum(self._together(first, day) for day in ordered if day >= first)
            dates = ", ".join(map(day_text, days))
            yield Breach(
                at(first, 0),
                at(Day(last + 1), 0),
                Measure(Decimal(count), "days"),
                Measure(Decimal(self.at_most), "days"),
                f"Ordered to work beyond the normal schedule on {dates}; at most {self.at_most}"
                f" in {self.period} are allowed.",
            )

    def _too_many(self, days: Sequence[Day]) -> Iterator[Sequence[Day]]:
        """Every one day too many of these sorted ones that lie within one week."""
        for last in range(self.at_most, len(days)):
            first = last - self.at_most
            if self._together(days[first], days[last]):
                yield days[first : last + 1]

    def _together(self, first: Day, last: Day) -> bool:
        """Whether two days, the first of them before the other, lie in one week."""
        if self.period.rolling:
            return last - first < (self.period.days or 0)
        laid = LaidBy(first)
        return self.period.block_at(at(first, 0), laid) == self.period.block_at(at(last, 0), laid)

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
