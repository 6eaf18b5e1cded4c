"""Overtime on hours above so many in a period."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil
from typing import ClassVar, Literal, NamedTuple

from watchbill.counting.counting import PaidOvertime
from watchbill.events.duty import Claim, Duty, Stretch
from watchbill.events.extra import Extra
from watchbill.kernel.clock import Day, at, decimal_text, length_text
from watchbill.kernel.fields import Number, Words
from watchbill.periods.period import Block, Period
from watchbill.periods.written import PeriodField
from watchbill.rules.base import Party, Rule
from watchbill.rules.paid_overtime import outside, premiums_within, worth
from watchbill.rules.paid_periods import by_block, leave_stretches, minutes
from watchbill.rules.pricing import PaysAbove, Rank, last_of, own_number

NOTHING = Fraction(0)


class _Counted(NamedTuple):
    """A period with what counts in it, what of it is settled, and what lies above.

    ``rest`` is what nobody pays above the basic rate yet; ``credit`` what is set off, in minutes at
    the basic rate.
    """

    block: Block
    work: list[Stretch]
    settled: int
    above: int
    rest: list[Stretch]
    credit: Fraction = NOTHING


@dataclass(frozen=True, kw_only=True)
class OvertimeAbove(Rule, PaysAbove):
    """Hours above so many in a ``period`` are paid at a multiple of the rate.

    ``hours`` is the threshold, or ``schedule``: the posted hours of that period. ``of`` says which
    hours can be overtime: ``added-tours`` (those from a list of extra work) or ``all-hours``; the
    latest of them are. With ``any`` so many days the fullest stretch that holds the added tour
    counts. Leave of the kinds ``counts_as_worked`` counts towards the threshold.
    ``paid_overtime`` says of hours that other clauses already pay above the basic rate that they
    are ``counted`` (so too where nothing is said), ``left-out`` of the count, or ``credited``: what
    is paid for them above the basic rate is set off, in whole minutes in the employee's favour.
    """

    about: ClassVar[tuple[str, ...]] = ("of",)
    words: ClassVar[Mapping[str, str]] = {
        "hours": "above so many hours",
        "period": "in",
        "multiple": "times the basic rate",
        "of": "which hours",
        "counts_as_worked": "counts as worked",
        "paid_overtime": "hours already paid as overtime",
    }
    more_is_for: ClassVar[Mapping[str, Party]] = {"hours": "employer", "multiple": "employee"}

    hours: Number | Literal["schedule"]
    period: PeriodField
    multiple: Number
    of: Literal["added-tours", "all-hours"] = "all-hours"
    counts_as_worked: Words = ()
    paid_overtime: PaidOvertime | None = None

    rank: ClassVar[Rank] = Rank.PERIOD

    def __post_init__(self) -> None:
        if self.period.rolling and (self.of != "added-tours" or self.period.days is None):
            raise ValueError("any such stretch is of days, and asked about added tours alone")
        if self.period.rolling and self.looks_at_paid:
            raise ValueError(
                "hours already paid as overtime are left out or credited in periods end to end"
            )

    @property
    def counted_over(self) -> Period:
        return self.period

    def takes_paid_overtime(self) -> PaidOvertime | None:
        return self.paid_overtime

    def says(self) -> str:
        above = (
            "the posted schedule"
            if self.hours == "schedule"
            else f"{decimal_text(self.hours)} hours"
        )
        which = "Hours of added tours" if self.of == "added-tours" else "Hours"
        counted = ""
        if self.counts_as_worked:
            counted = f" Leave counts as worked: {', '.join(self.counts_as_worked)}."
        return (
            f"{which} above {above} in {self.period}: {decimal_text(self.multiple)} times the"
            f" rate.{counted}{self._says_of_paid()}"
        )

    def _says_of_paid(self) -> str:
        if self.paid_overtime is None:
            return ""
        return {
            PaidOvertime.COUNTED: " Hours already paid as overtime count.",
            PaidOvertime.LEFT_OUT: " Hours already paid as overtime are left out.",
            PaidOvertime.CREDITED: " What is already paid as overtime is credited.",
        }[self.paid_overtime]

    def leave_named(self) -> tuple[str, ...]:
        return self.counts_as_worked

    def idle(self) -> str | None:
        length = self.period.minutes
        if self.hours == "schedule" or length is None or self.hours * 60 < length:
            return None
        return "there are not so many hours"

    def price(self, duty: Duty) -> Iterator[Claim]:
        added = {number for number, _ in duty.of(Extra)}
        if self.of == "added-tours" and not added:
            return
        if self.period.rolling:
            yield from self._rolling(duty, added)
            return
        leave = by_block(duty, leave_stretches(duty), self.period)
        for block, stretches in by_block(duty, duty.work, self.period).items():
            if self.of == "all-hours" or any(one.number in added for one in stretches):
                away = self._leave(duty, leave.get(block, ()))
                yield from self._claims(self._beside(duty, block, stretches), away, added)

    def _beside(self, duty: Duty, block: Block, stretches: list[Stretch]) -> _Counted:
        """The period as it counts beside what other clauses already pay in it as overtime."""
        if not self.looks_at_paid:
            return _Counted(block, stretches, 0, 0, stretches)
        rest = list(outside(stretches, duty))
        if self.paid_overtime is PaidOvertime.LEFT_OUT:
            return _Counted(block, rest, 0, 0, rest)
        return _Counted(block, stretches, 0, 0, rest, worth(premiums_within(duty, stretches)))

    def _rolling(self, duty: Duty, added: set[int]) -> Iterator[Claim]:
        """Added tour by added tour: what it has above in the fullest period that holds it.

        Added tours that come after it are not counted, and what was paid counts no more.
        """
        paid: dict[int, int] = {}
        for extra in (one for one in duty.work if one.number in added):
            known = [
                one for one in duty.work if one.number not in added or one.start <= extra.start
            ]
            fullest = max(
                (self._counted(duty, known, paid, first) for first in self._firsts(known, extra)),
                key=lambda one: one.above,
            )
            away = self._leave(duty, self._leave_in(duty, fullest.block))
            for claim in self._claims(fullest, away, {extra.number}):
                day = extra.tour.day
                paid[day] = paid.get(day, 0) + claim.end - claim.start
                yield claim

    def _firsts(self, known: list[Stretch], extra: Stretch) -> set[Day]:
        """First dates of the periods that hold the added tour and begin with something worked."""
        last, days = extra.tour.day, self.period.days or 0
        return {one.tour.day for one in known if last - days < one.tour.day <= last}

    def _counted(
        self, duty: Duty, known: list[Stretch], paid: Mapping[int, int], first: Day
    ) -> _Counted:
        block = Block(at(first, 0), at(Day(first + (self.period.days or 0)), 0))
        within = [one for one in known if block.begin <= one.tour.wall_start < block.end]
        settled = sum(minutes for day, minutes in paid.items() if first <= day <= block.last)
        counts, lost = self._leave(duty, self._leave_in(duty, block))
        above = minutes(within) + counts - settled - self._threshold(within, lost)
        return _Counted(block, within, settled, above, within)

    def _leave_in(self, duty: Duty, block: Block) -> list[Stretch]:
        return [one for one in leave_stretches(duty) if block.begin <= one.wall_start < block.end]

    def _leave(self, duty: Duty, away: Iterable[Stretch]) -> tuple[int, int]:
        """Minutes of leave that count as worked, and of all leave."""
        away = list(away)
        counting = {one.tour for one in leave_stretches(duty, self.counts_as_worked)}
        return minutes(one for one in away if one.tour in counting), minutes(away)

    def _claims(
        self, counted: _Counted, leave: tuple[int, int], added: Iterable[int | None]
    ) -> Iterator[Claim]:
        hours = minutes(counted.work) + leave[0] - counted.settled
        threshold = self._threshold(counted.work, leave[1])
        if hours <= threshold:
            return
        numbers = set(added)
        able = [
            one
            for one in counted.rest
            if (one.number in numbers if self.of == "added-tours" else self._can_be(one))
        ]
        why = (
            f"{length_text(hours)} in {counted.block}, {length_text(hours - threshold)} above"
            f" {length_text(threshold)}."
        )
        if counted.credit:
            why += f" {length_text(int(counted.credit))} at the basic rate are set off."
        for stretch, start, end in last_of(able, self._owed(hours - threshold, counted.credit)):
            yield Claim(start, end, self.multiple, why, own_number(stretch))

    def _owed(self, above: int, credit: Fraction) -> int:
        """Minutes still to be paid of those above, with the credit set off against what is paid
        for them above the basic rate.
        """
        extra = Fraction(self.multiple) - 1
        return above if extra <= 0 else max(0, ceil(above - credit / extra))

    def _can_be(self, stretch: Stretch) -> bool:
        return self.hours != "schedule" or not stretch.scheduled

    def _threshold(self, stretches: list[Stretch], lost: int) -> int:
        if self.hours != "schedule":
            return int(self.hours * 60)
        return lost + minutes(one for one in stretches if one.scheduled)
