"""Hours deemed worked, whatever the week brings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar

from watchbill.events.duty import Duty
from watchbill.kernel.clock import Day, decimal_text
from watchbill.kernel.fields import Number
from watchbill.rules.base import Party, Rule
from watchbill.rules.settling import HOURS, Movement, Settlement, Settles, counted, figure, in_hours


@dataclass(frozen=True, kw_only=True)
class DeemedHours(Rule, Settles):
    """So many hours a week are deemed worked: moving a Kelly day changes nobody's pay.

    The account shows how far they are from those of the schedule, leave counting as worked and a
    part of a week by its days.
    """

    words: ClassVar[Mapping[str, str]] = {"hours_per_week": "hours a week deemed worked"}
    more_is_for: ClassVar[Mapping[str, Party]] = {"hours_per_week": "employee"}
    one_answer: ClassVar[bool] = True

    hours_per_week: Number

    def says(self) -> str:
        hours = decimal_text(self.hours_per_week)
        return f"{hours} hours a week are deemed worked; moving a Kelly day does not change pay."

    def week_paid(self) -> tuple[Decimal, str]:
        return self.hours_per_week, "deemed worked"

    def settle(self, duty: Duty, first: Day, last: Day) -> Settlement:
        return against_average(duty, first, last, Fraction(self.hours_per_week), "deemed worked")


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
