"""Overtime on hours above so many in a period."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal, NamedTuple

from watchbill.events.duty import Claim, Duty, Stretch
from watchbill.events.extra import Extra
from watchbill.kernel.clock import Day, day_text, decimal_text, length_text
from watchbill.kernel.fields import DayField, Number, PositiveCount, Words
from watchbill.rules.base import Party, Rule
from watchbill.rules.pricing import Prices, Rank, last_of, own_number


class _Period(NamedTuple):
    """A period by its first date: what was worked, what of it is settled, what is above."""

    first: int
    work: list[Stretch]
    settled: int
    above: int


@dataclass(frozen=True, kw_only=True)
class OvertimeAbove(Rule, Prices):
    """Hours above so many in a period are paid at a multiple of the rate.

    ``hours`` is the threshold in a period of ``in_days`` days, or ``schedule``: the posted hours
    of that period. ``of`` says which hours can be overtime: ``added-tours`` (those from a list
    of extra work) or ``all-hours``; the latest of them are. ``layout``: ``blocks`` laid end to
    end from ``begins`` (or the schedule's anchor), or ``rolling``, any such period that holds
    the added tour. Leave of the kinds ``counts_as_worked`` counts towards the threshold.
    A stretch of work counts in the period in which it starts.
    """

    about: ClassVar[tuple[str, ...]] = ("of",)
    words: ClassVar[Mapping[str, str]] = {
        "hours": "above so many hours",
        "in_days": "in so many days",
        "multiple": "times the basic rate",
        "of": "which hours",
        "layout": "how the days are laid",
        "begins": "counted from",
        "counts_as_worked": "counts as worked",
    }
    more_is_for: ClassVar[Mapping[str, Party]] = {"hours": "employer", "multiple": "employee"}

    hours: Number | Literal["schedule"]
    in_days: PositiveCount
    multiple: Number
    of: Literal["added-tours", "all-hours"] = "all-hours"
    layout: Literal["blocks", "rolling"] = "blocks"
    begins: DayField | None = None
    counts_as_worked: Words = ()

    rank: ClassVar[Rank] = Rank.PERIOD

    def says(self) -> str:
        above = (
            "the posted schedule"
            if self.hours == "schedule"
            else f"{decimal_text(self.hours)} hours"
        )
        period = f"any {self.in_days} days" if self.layout == "rolling" else f"{self.in_days} days"
        which = "Hours of added tours" if self.of == "added-tours" else "Hours"
        counted = ""
        if self.counts_as_worked:
            counted = f" Leave counts as worked: {', '.join(self.counts_as_worked)}."
        return (
            f"{which} above {above} in {period}: {decimal_text(self.multiple)} times the"
            f" rate.{counted}"
        )

    def leave_named(self) -> tuple[str, ...]:
        return self.counts_as_worked

    def idle(self) -> str | None:
        if self.hours == "schedule" or self.hours < self.in_days * 24:
            return None
        return "there are not so many hours"

    def price(self, duty: Duty) -> Iterator[Claim]:
        added = {number for number, _ in duty.of(Extra)}
        if self.of == "added-tours" and not added:
            return
        if self.layout == "rolling":
            yield from self._rolling(duty, added)
        else:
            for first, stretches in self._blocks(duty, added).items():
                last = first + self.in_days
                period = f"the {self.in_days} days from {day_text(Day(first))}"
                yield from self._claims(duty, stretches, added, (first, last), period)

    def _blocks(self, duty: Duty, added: set[int]) -> dict[int, list[Stretch]]:
        """What was worked in each period; of added tours, only in those that have one."""
        begins = self.begins if self.begins is not None else duty.anchor
        if self.of == "added-tours":
            days = {one.tour.day for one in duty.work if one.number in added}
            firsts = {day - (day - begins) % self.in_days for day in days}
            return {
                first: [one for one in duty.work if first <= one.tour.day < first + self.in_days]
                for first in sorted(firsts)
            }
        blocks: dict[int, list[Stretch]] = {}
        for stretch in duty.work:
            day = stretch.tour.day
            blocks.setdefault(day - (day - begins) % self.in_days, []).append(stretch)
        return blocks

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
                (self._period(duty, known, paid, first) for first in self._firsts(known, extra)),
                key=lambda one: one.above,
            )
            period = f"the {self.in_days} days from {day_text(Day(fullest.first))}"
            days = (fullest.first, fullest.first + self.in_days)
            for claim in self._claims(
                duty, fullest.work, {extra.number}, days, period, fullest.settled
            ):
                day = extra.tour.day
                paid[day] = paid.get(day, 0) + claim.end - claim.start
                yield claim

    def _firsts(self, known: list[Stretch], extra: Stretch) -> set[int]:
        """First dates of the periods that hold the added tour and begin with something worked."""
        last = extra.tour.day
        return {one.tour.day for one in known if last - self.in_days < one.tour.day <= last}

    def _period(
        self, duty: Duty, known: list[Stretch], paid: Mapping[int, int], first: int
    ) -> _Period:
        last = first + self.in_days
        within = [one for one in known if first <= one.tour.day < last]
        settled = sum(minutes for day, minutes in paid.items() if first <= day < last)
        counted = sum(one.end - one.start for one in within) + self._leave(duty, (first, last))
        above = counted - settled - self._threshold(duty, within, (first, last))
        return _Period(first, within, settled, above)

    def _claims(
        self,
        duty: Duty,
        stretches: list[Stretch],
        added: Iterable[int | None],
        days: tuple[int, int],
        period: str,
        settled: int = 0,
    ) -> Iterator[Claim]:
        worked = sum(one.end - one.start for one in stretches)
        counted = worked + self._leave(duty, days) - settled
        threshold = self._threshold(duty, stretches, days)
        if counted <= threshold:
            return
        numbers = set(added)
        able = [
            one
            for one in stretches
            if (one.number in numbers if self.of == "added-tours" else self._can_be(one))
        ]
        why = (
            f"{length_text(counted)} in {period}, {length_text(counted - threshold)} above"
            f" {length_text(threshold)}."
        )
        for stretch, start, end in last_of(able, counted - threshold):
            yield Claim(start, end, self.multiple, why, own_number(stretch))

    def _can_be(self, stretch: Stretch) -> bool:
        return self.hours != "schedule" or not stretch.scheduled

    def _leave(self, duty: Duty, days: tuple[int, int]) -> int:
        first, last = days
        return sum(
            duty.at(one.tour.wall_end) - duty.at(one.tour.wall_start)
            for one in duty.absences
            if first <= one.tour.day < last and one.kind in self.counts_as_worked
        )

    def _threshold(self, duty: Duty, stretches: list[Stretch], days: tuple[int, int]) -> int:
        if self.hours != "schedule":
            return int(self.hours * 60)
        first, last = days
        lost = sum(
            duty.at(one.tour.wall_end) - duty.at(one.tour.wall_start)
            for one in duty.absences
            if first <= one.tour.day < last
        )
        return lost + sum(one.end - one.start for one in stretches if one.scheduled)
