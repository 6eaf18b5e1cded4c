"""Hours deemed worked, whatever the week brings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar

from watchbill.events.duty import Absent, Claim, Duty
from watchbill.kernel.clock import Day, decimal_text, length_text
from watchbill.kernel.fields import LengthField, Number
from watchbill.periods.period import Block, Period, Unit
from watchbill.periods.written import PeriodField
from watchbill.records.timeline import Frame
from watchbill.rules.base import Party, Rule
from watchbill.rules.leaving import USUAL_PAY
from watchbill.rules.pricing import LeavesUnpaid, Paid, Prices, Rank
from watchbill.rules.settling import HOURS, Movement, Settlement, Settles, counted, figure, in_hours

THREE_WEEKS = Period(count=21, unit=Unit.DAYS)


@dataclass(frozen=True, kw_only=True)
class DeemedHours(Rule, Settles, LeavesUnpaid, Prices):
    """So many hours a week are deemed worked: moving a Kelly day changes nobody's pay.

    Pay is reckoned over each ``period``, 21 days where nothing is said, in which the Kelly days
    even out; a tour belongs to the one in which it starts. Of a whole one the hours deemed worked
    are paid in place of those of the schedule and of paid leave, less leave without pay; what is
    worked beyond the schedule is paid beside them, and so are days of no whole one. Where its
    hours are more than ``unless_above``, the law asks for overtime on what was really worked, and
    that is paid. The account shows how far the hours deemed worked are from those of the schedule,
    leave counting as worked and a part of a week by its days.
    """

    words: ClassVar[Mapping[str, str]] = {
        "hours_per_week": "hours a week deemed worked",
        "period": "over",
        "unless_above": "unless more was worked than",
    }
    in_proportion: ClassVar[bool] = True
    more_is_for: ClassVar[Mapping[str, Party]] = {"hours_per_week": "employee"}
    one_answer: ClassVar[bool] = True

    hours_per_week: Number
    period: PeriodField = THREE_WEEKS
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
        for block in self._blocks(duty):
            yield from self._replaced(duty, block)

    def price(self, duty: Duty) -> Iterator[Claim]:
        for block in self._blocks(duty):
            replaced = sum(end - start for start, end in self._replaced(duty, block))
            deemed = int(Fraction(self.hours_per_week) * 60 * block.days / 7)
            minutes = deemed - self._docked(duty, block)
            if replaced and minutes > 0:
                start = duty.at(block.begin)
                why = (
                    f"{length_text(minutes)} deemed worked in {block}, in place of"
                    f" {length_text(replaced)}."
                )
                yield Claim(start, start, Decimal(1), why, (), minutes)

    def _blocks(self, duty: Duty) -> Iterator[Block]:
        """The whole periods, by their dates, whose hours are deemed worked."""
        by_dates = replace(self.period, minute=0)
        for block in by_dates.blocks(Frame(duty.first, duty.last, duty.anchor)):
            worked = sum(end - start for start, end in self._replaced(duty, block))
            known = self.unless_above is not None and self.period.date is not None
            if not known or worked <= (self.unless_above or 0):
                yield block

    def _replaced(self, duty: Duty, block: Block) -> Iterator[tuple[int, int]]:
        """Time of the schedule in the block, leave included, for which the hours deemed stand."""
        for stretch in duty.work:
            if stretch.scheduled and block.first <= stretch.tour.day <= block.last:
                yield stretch.start, stretch.end
        for one in duty.absences:
            if block.first <= one.tour.day <= block.last and not _is_unpaid(one):
                yield duty.at(one.tour.wall_start), duty.at(one.tour.wall_end)

    def _docked(self, duty: Duty, block: Block) -> int:
        """Minutes of leave in the block that nobody is paid for."""
        return sum(
            duty.at(one.tour.wall_end) - duty.at(one.tour.wall_start)
            for one in duty.absences
            if block.first <= one.tour.day <= block.last and _is_unpaid(one)
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
