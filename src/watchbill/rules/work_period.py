"""The work period of the Fair Labor Standards Act, section 7(k)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from watchbill.counting.counting import Exchanged
from watchbill.events.duty import Claim, Duty, Stretch
from watchbill.kernel.clock import DAY_MINUTES, Wall, day_of, decimal_text, length_text, wall_text
from watchbill.kernel.fields import Number, WallField, Words
from watchbill.periods.period import Block, Period, Unit
from watchbill.rules.base import Party, Rule
from watchbill.rules.ceilings import CEILINGS
from watchbill.rules.paid_periods import by_block, leave_stretches, minutes
from watchbill.rules.pricing import PaysAbove, Rank, last_of, own_number
from watchbill.rules.reading import Doubt, Gravity
from watchbill.rules.stating import StatesCeiling

ANY = "any"
"""Stands for every kind of leave."""


@dataclass(frozen=True, kw_only=True)
class WorkPeriod(Rule, StatesCeiling, PaysAbove):
    """Overtime above the ceiling of a work period (29 USC 207(k), 29 CFR 553.230).

    The period has ``days`` days of 24 hours from the local time ``begins``, end to end; where a
    parameter of that name is left open, nothing is known of periods and nothing is claimed. Hours
    worked count, and leave of the ``productive`` kinds (``any`` stands for all of them); leave of
    the ``not_productive`` kinds and of others does not. The latest hours worked in the period are
    those above the ceiling. A night through a clock change counts as it was really worked,
    whatever the agreement pays for it. The hours of an exchanged tour stay with the one who was
    scheduled (29 USC 207(p)(3)), so that a trade changes nobody's overtime.
    """

    words: ClassVar[Mapping[str, str]] = {
        "days": "days of the work period",
        "begins": "counted from",
        "service": "service",
        "multiple": "times the basic rate",
        "productive": "counts as worked",
        "not_productive": "does not count",
    }
    more_is_for: ClassVar[Mapping[str, Party]] = {"multiple": "employee"}
    one_answer: ClassVar[bool] = True

    days: Annotated[int, Field(ge=7, le=28)]
    begins: WallField | None
    service: Literal["fire", "police"]
    multiple: Number = Decimal("1.5")
    productive: Words = ()
    not_productive: Words = ()

    rank: ClassVar[Rank] = Rank.PERIOD

    @property
    def ceiling(self) -> int:
        """Hours in a period that are paid at the plain rate."""
        fire, police = CEILINGS[self.days]
        return fire if self.service == "fire" else police

    def says(self) -> str:
        counted = f" Leave that counts: {', '.join(self.productive)}." if self.productive else ""
        return (
            f"Above {self.ceiling} hours in a work period of {self.days} days:"
            f" {decimal_text(self.multiple)} times the rate.{counted} An exchanged tour counts for"
            " the one who was scheduled."
        )

    def exchanged_by_law(self) -> Exchanged:
        return Exchanged.SCHEDULED

    def leave_named(self) -> tuple[str, ...]:
        return tuple(kind for kind in (*self.productive, *self.not_productive) if kind != ANY)

    def doubts(self) -> Iterator[Doubt]:
        both = sorted(set(self.productive) & set(self.not_productive))
        if both:
            sentence = f"Leave ({', '.join(both)}) counts as worked, and does not count."
            yield Doubt("leave", Gravity.ERROR, sentence)

    def price(self, duty: Duty) -> Iterator[Claim]:
        period = self.counted_over
        if period is None:
            return
        counted = Counter[Block]()
        productive = (
            one
            for absent, one in zip(duty.absences, leave_stretches(duty), strict=True)
            if self._is_productive(absent.kind)
        )
        for block, parts in by_block(duty, productive, period).items():
            counted[block] += minutes(parts)
        for block, parts in by_block(duty, duty.work, period).items():
            counted[block] += minutes(parts) + sum(_not_on_the_wall(part) for part in parts)
            above = counted[block] - self.ceiling * 60
            if above > 0:
                why = self._why(block.begin, counted[block], above)
                for part, start, end in last_of(parts, above):
                    yield Claim(start, end, self.multiple, why, own_number(part))

    @property
    def counted_over(self) -> Period | None:
        """Its days of 24 hours, end to end, which cut the tours over their edges."""
        if self.begins is None:
            return None
        return Period(
            count=self.days,
            unit=Unit.DAYS,
            date=day_of(self.begins),
            minute=self.begins % DAY_MINUTES,
            cut=True,
        )

    def _is_productive(self, kind: str) -> bool:
        if kind in self.not_productive:
            return False
        return kind in self.productive or ANY in self.productive

    def _why(self, begins: Wall, counted: int, above: int) -> str:
        return (
            f"{length_text(counted)} productive in the {self.days} days from"
            f" {wall_text(begins)}, {length_text(above)} above the ceiling of {self.ceiling} h"
            " (29 CFR 553.230)."
        )


def _not_on_the_wall(part: Stretch) -> int:
    """Minutes by which a whole tour was really longer than the pay clock has it.

    The law counts hours as really worked, also where the agreement pays those of the wall clock.
    """
    tour = part.tour
    if (part.wall_start, part.wall_end) != (tour.wall_start, tour.wall_end):
        return 0
    return (tour.end - tour.start) - (part.end - part.start)
