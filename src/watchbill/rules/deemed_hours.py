"""Hours deemed worked, whatever the week brings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar

from watchbill.events.duty import Absent, Claim, Duty
from watchbill.kernel.clock import Day, at, day_of, day_text, decimal_text, length_text
from watchbill.kernel.fields import LengthField, Number, PositiveCount, WallField
from watchbill.rules.base import Party, Rule
from watchbill.rules.leaving import USUAL_PAY
from watchbill.rules.pricing import LeavesUnpaid, Paid, Prices, Rank
from watchbill.rules.settling import HOURS, Movement, Settlement, Settles, counted, figure, in_hours


@dataclass(frozen=True, kw_only=True)
class DeemedHours(Rule, Settles, LeavesUnpaid, Prices):
    """So many hours a week are deemed worked: moving a Kelly day changes nobody's pay.

    Pay is reckoned over blocks of ``in_days`` days, in which the Kelly days even out, laid end to
    end from ``begins`` or from the schedule's anchor. Of a whole block the hours deemed worked
    are paid in place of those of the schedule and of paid leave, less leave without pay; what is
    worked beyond the schedule is paid beside them, and so are days of no whole block. Where the
    hours of a block are more than ``unless_above``, the law asks for overtime on what was really
    worked, and that is paid. The account shows how far the hours deemed worked are from those of
    the schedule, leave counting as worked and a part of a week by its days.
    """

    words: ClassVar[Mapping[str, str]] = {
        "hours_per_week": "hours a week deemed worked",
        "in_days": "over so many days",
        "begins": "counted from",
        "unless_above": "unless more was worked than",
    }
    more_is_for: ClassVar[Mapping[str, Party]] = {"hours_per_week": "employee"}
    one_answer: ClassVar[bool] = True

    hours_per_week: Number
    in_days: PositiveCount = 21
    begins: WallField | None = None
    unless_above: LengthField | None = None

    rank: ClassVar[Rank] = Rank.PERIOD

    def says(self) -> str:
        hours = decimal_text(self.hours_per_week)
        return f"{hours} hours a week are deemed worked; moving a Kelly day does not change pay."

    def week_paid(self) -> tuple[Decimal, str]:
        return self.hours_per_week, "deemed worked"

    def settle(self, duty: Duty, first: Day, last: Day, paid: Sequence[Paid] = ()) -> Settlement:
        return against_average(duty, first, last, Fraction(self.hours_per_week), "deemed worked")

    def unpaid(self, duty: Duty) -> Iterator[tuple[int, int]]:
        for first in self._blocks(duty):
            yield from self._replaced(duty, first)

    def price(self, duty: Duty) -> Iterator[Claim]:
        for first in self._blocks(duty):
            replaced = sum(end - start for start, end in self._replaced(duty, first))
            minutes = int(self.hours_per_week * 60 * self.in_days / 7) - self._docked(duty, first)
            if replaced and minutes > 0:
                start = duty.at(at(Day(first), 0))
                why = (
                    f"{length_text(minutes)} deemed worked in the {self.in_days} days from"
                    f" {day_text(Day(first))}, in place of {length_text(replaced)}."
                )
                yield Claim(start, start, Decimal(1), why, (), minutes)

    def _blocks(self, duty: Duty) -> Iterator[int]:
        """First dates of the whole blocks whose hours are deemed worked."""
        begins = duty.anchor if self.begins is None else day_of(self.begins)
        start = duty.first + (begins - duty.first) % self.in_days
        for first in range(start, duty.last - self.in_days + 2, self.in_days):
            worked = sum(end - start for start, end in self._replaced(duty, first))
            if self.unless_above is None or self.begins is None or worked <= self.unless_above:
                yield first

    def _replaced(self, duty: Duty, first: int) -> Iterator[tuple[int, int]]:
        """Time of the schedule in the block, leave included, for which the hours deemed stand."""
        dates = range(first, first + self.in_days)
        for stretch in duty.work:
            if stretch.scheduled and stretch.tour.day in dates:
                yield stretch.start, stretch.end
        for one in duty.absences:
            if one.tour.day in dates and not _is_unpaid(one):
                yield duty.at(one.tour.wall_start), duty.at(one.tour.wall_end)

    def _docked(self, duty: Duty, first: int) -> int:
        """Minutes of leave in the block that nobody is paid for."""
        dates = range(first, first + self.in_days)
        return sum(
            duty.at(one.tour.wall_end) - duty.at(one.tour.wall_start)
            for one in duty.absences
            if one.tour.day in dates and _is_unpaid(one)
        )


def _is_unpaid(absent: Absent) -> bool:
    """Whether leave of that kind is usually not paid; a Kelly day is a day off, and no leave."""
    return USUAL_PAY.get(absent.kind.casefold()) is False and "kelly" not in absent.kind.casefold()


def against_average(duty: Duty, first: Day, last: Day, a_week: Fraction, paid: str) -> Settlement:
    """Hours at an average of ``a_week``, part weeks by their days, against the schedule's."""
    dates = range(first, last + 1)
    scheduled = [one for one in duty.work if one.scheduled and one.tour.day in dates]
    lost = [one for one in duty.absences if one.tour.day in dates]
    minutes = sum(one.end - one.start for one in scheduled)
    away = sum(duty.at(one.tour.wall_end) - duty.at(one.tour.wall_start) for one in lost)
    average = a_week * len(dates) / 7
    movements = [
        Movement(in_hours(minutes), f"{counted(len(scheduled), 'scheduled tour')} worked."),
        Movement(in_hours(away), f"{counted(len(lost), 'tour')} of leave, counted as worked."),
        Movement(-average, f"{figure(a_week)} h a week {paid}, for {len(dates)} days."),
    ]
    balance = sum((one.amount for one in movements), Fraction(0))
    if balance == 0:
        outcome = "The average comes out even."
    else:
        side = "more" if balance > 0 else "less"
        outcome = (
            f"The schedule has {figure(balance)} h {side} than the average; over whole cycles it"
            " evens out."
        )
    return Settlement(HOURS, tuple(movements), outcome)
