"""What a rotation asks of a body: hours in any week, rests, nights in bed.

All figures are exact counts of one person's cycle, whose end joins its beginning, so a window
may lie across it. They say how much and when one works, not how tired anybody is.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate

from watchbill.kernel.clock import DAY_MINUTES, WEEK_MINUTES, Minutes
from watchbill.rotation.cycle import Rotation
from watchbill.rotation.figures import rests

NIGHT_START, NIGHT_END = 22 * 60, 30 * 60
"""A night in bed: from 22:00 to 06:00, in minutes after the midnight before it."""
NIGHT_MINUTES = NIGHT_END - NIGHT_START


@dataclass(frozen=True, slots=True)
class Fatigue:
    """Figures of one person's cycle; lengths in minutes.

    ``most_in_7_days`` and ``most_in_14_days`` are the most minutes on duty within any 168 and
    any 336 hours, from whatever minute. ``rests`` counts the rests of one cycle by their length.
    Of the ``nights`` of a cycle (22:00 to 06:00), in ``nights_free`` not a minute is worked;
    ``night_minutes_worked`` are worked in the others.
    """

    most_in_7_days: Minutes
    most_in_14_days: Minutes
    rests: tuple[tuple[Minutes, int], ...]
    nights: int
    nights_free: int
    night_minutes_worked: Minutes

    @property
    def mean_rest(self) -> Fraction | None:
        """Minutes of a rest on average; ``None`` where a cycle has no rest."""
        number = sum(count for _, count in self.rests)
        return Fraction(sum(rest * count for rest, count in self.rests), number) if number else None

    @property
    def share_of_nights_free(self) -> Fraction:
        """Nights without a minute of duty among all."""
        return Fraction(self.nights_free, self.nights)

    @property
    def share_of_night_hours_off(self) -> Fraction:
        """Of all time between 22:00 and 06:00, what is off duty."""
        return 1 - Fraction(self.night_minutes_worked, self.nights * NIGHT_MINUTES)


def fatigue(rotation: Rotation) -> Fatigue:
    """The figures of the rotation, for one person; platoons all have the same."""
    duty = _Duty(rotation)
    nights = [
        duty.between(day * DAY_MINUTES + NIGHT_START, day * DAY_MINUTES + NIGHT_END)
        for day in range(rotation.days)
    ]
    return Fatigue(
        most_in_7_days=most_minutes(rotation, Minutes(WEEK_MINUTES)),
        most_in_14_days=most_minutes(rotation, Minutes(2 * WEEK_MINUTES)),
        rests=tuple(sorted(Counter(map(Minutes, rests(rotation))).items())),
        nights=len(nights),
        nights_free=nights.count(0),
        night_minutes_worked=Minutes(sum(nights)),
    )


def most_minutes(rotation: Rotation, window: Minutes) -> Minutes:
    """The most minutes on duty within any ``window`` minutes of the endless rotation.

    One that begins with a tour has the most: a window that begins amid a tour gains a minute for
    each that it may lose as it moves back to the tour's start, and one that begins off duty loses
    none on the way to the next.
    """
    duty = _Duty(rotation)
    return Minutes(max(duty.between(start, start + window) for start in duty.starts))


class _Duty:
    """The duty of an endlessly repeated cycle, which answers how much lies between two minutes."""

    def __init__(self, rotation: Rotation) -> None:
        self.starts = [day * DAY_MINUTES + tour.start for day, tour in rotation.worked]
        lengths = [tour.length for _, tour in rotation.worked]
        self.ends = [start + length for start, length in zip(self.starts, lengths, strict=True)]
        self._cycle = rotation.days * DAY_MINUTES
        self._before = [0, *accumulate(lengths)]

    def between(self, start: int, end: int) -> int:
        """Minutes on duty from ``start`` until ``end``, counted from midnight of day 0."""
        return self._until(end) - self._until(start)

    def _until(self, minute: int) -> int:
        """Minutes on duty before ``minute``, but for a constant.

        Cycles are counted from the first tour's start, so that no tour lies across their joint.
        """
        cycles, within = divmod(minute - self.starts[0], self._cycle)
        within += self.starts[0]
        place = bisect_right(self.starts, within) - 1
        over = self._before[place] + min(within, self.ends[place]) - self.starts[place]
        return cycles * self._before[-1] + over
