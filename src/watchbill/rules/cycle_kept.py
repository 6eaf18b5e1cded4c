"""A cycle of days on and off that the schedule keeps to."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import ClassVar

from watchbill.kernel.clock import Day, day_of, day_text
from watchbill.kernel.fields import Text
from watchbill.kernel.problems import BadInput
from watchbill.records.timeline import Frame, Timeline
from watchbill.rotation.notation import OFF, read_pattern
from watchbill.rules.base import Breach, ChecksPerson, Measure, Rule
from watchbill.rules.plan import Constrains, Plan
from watchbill.rules.spans import by_day, midnight


@dataclass(frozen=True, kw_only=True)
class CycleKept(Rule, ChecksPerson, Constrains):
    """The schedule's days on and off are those of a cycle, from whatever day of it.

    ``pattern`` is any notation of a rotation; only which days are on is read of it. A tour lost to
    leave is a day on. Dates on which an exchange or the person's own request changed something
    are left out. Some day of the cycle has to fit all the dates judged; where none does, the one
    that fits best says which dates are off the cycle.
    """

    about: ClassVar[tuple[str, ...]] = ("pattern",)
    words: ClassVar[Mapping[str, str]] = {"pattern": "cycle of days on and off"}

    pattern: Text

    def __post_init__(self) -> None:
        try:
            read_pattern(self.pattern)
        except BadInput as bad:
            raise ValueError("; ".join(problem.message for problem in bad.problems)) from bad

    @cached_property
    def _days_on(self) -> tuple[bool, ...]:
        return tuple(code != OFF for code in read_pattern(self.pattern).codes)

    def says(self) -> str:
        return f"Days on and off follow the cycle {self.pattern}."

    def check(self, line: Timeline, frame: Frame) -> Iterator[Breach]:
        dates = range(frame.first, frame.last + 1)
        on = _bits(dates, {*line.days, *frame.leave})
        left_out = _bits(dates, {day_of(start) for start in frame.own_wish})
        off_cycle = min(
            ((on ^ self._turned(turn, len(dates))) & ~left_out
             for turn in range(len(self._days_on))),
            key=int.bit_count,
        )  # fmt: skip
        if not off_cycle:
            return
        wrong = [day for place, day in enumerate(dates) if off_cycle >> place & 1]
        shown = ", ".join(day_text(Day(day)) for day in wrong[:_SHOWN])
        more = f" and {len(wrong) - _SHOWN} more" if len(wrong) > _SHOWN else ""
        yield Breach(
            midnight(wrong[0]),
            midnight(wrong[-1] + 1),
            Measure(Decimal(len(wrong)), "days off the cycle"),
            Measure(Decimal(0), "days off the cycle"),
            f"The days on and off follow the cycle {self.pattern} from no day of it; nearest, they"
            f" differ on {shown}{more}.",
        )

    def constrain(self, plan: Plan) -> None:
        days, frame = by_day(plan.possible), plan.frame
        dates = range(frame.first, frame.last + 1)
        choices = []
        for turn in range(len(self._days_on)):
            own = self._turned(turn, frame.days)
            on = [day for place, day in enumerate(dates) if own >> place & 1]
            if all(day in days for day in on):
                worked = [days[day] for day in on]
                off = set(days).intersection(dates).difference(on)
                free = [place for day in sorted(off) for place in days[day]]
                choices.append((worked, free))
        plan.one_of(choices)

    def _turned(self, turn: int, days: int) -> int:
        """Days on of so many days, the first of them the ``turn``-th of the cycle, as bits."""
        length = len(self._days_on)
        once = _bits(range(length), {day for day, is_on in enumerate(self._days_on) if is_on})
        rounds = sum(once << place for place in range(0, days + length, length))
        return rounds >> turn & (1 << days) - 1


_SHOWN = 5
"""Dates that a sentence names."""


def _bits(dates: range, days: Collection[int]) -> int:
    """A bit for each of the dates, set where the date is among the days."""
    bits = 0
    for place, day in enumerate(dates):
        if day in days:
            bits |= 1 << place
    return bits
