"""The figures of a rotation, exact.

A cycle need not be whole weeks, so what depends on weekdays is counted over as many cycles as
make whole weeks. The end of the last cycle joins the beginning of the first.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from watchbill.kernel.clock import DAY_MINUTES, SATURDAY, SUNDAY, Minutes
from watchbill.records.tours import TourKind
from watchbill.rotation.cycle import Rotation

QUICK_RETURN = Minutes(11 * 60)
"""A rest shorter than this is a quick return (Directive 2003/88/EC asks for 11 h a day)."""
YEAR_DAYS = 365


@dataclass(frozen=True, slots=True)
class Figures:
    """Figures of one person's rotation, and the coverage that its platoons give together.

    ``longest_*`` and ``shortest_*`` count days of runs; a run that never ends has the cycle's
    days, and where there is none both are 0. A tour counts on the day on which it starts.

    Of ``weekends`` in ``span_days``, day 0 being a Monday, ``weekends_without_start`` are those
    on whose Saturday and Sunday no tour starts, and ``weekends_off`` those on which nothing at
    all is worked, not even the end of Friday's tour after midnight.

    Tours that follow each other without a break are one stretch of duty, not a rest of no
    length; ``shortest_rest`` is ``None`` where there is no other. ``coverage`` is the number of
    platoons on duty in each hour of the day, least and most over the cycle, an hour having
    those of its thinnest minute.
    """

    cycle_days: int
    minutes_per_cycle: Minutes
    tours_per_cycle: int
    longest_work: int
    shortest_work: int
    longest_nights: int
    shortest_nights: int
    longest_off: int
    shortest_off: int
    span_days: int
    weekends: int
    weekends_without_start: int
    weekends_off: int
    quick_returns: int
    shortest_rest: Minutes | None
    platoons: int
    coverage: tuple[tuple[int, int], ...]

    @property
    def hours_per_cycle(self) -> Decimal:
        """Hours on duty in one cycle."""
        return Decimal(self.minutes_per_cycle) / 60

    @property
    def hours_per_week(self) -> Decimal:
        """Average hours a week."""
        return Decimal(self.minutes_per_cycle) * 7 / (60 * self.cycle_days)

    @property
    def annual_hours(self) -> Decimal:
        """Hours in a year of 365 days."""
        return Decimal(self.minutes_per_cycle) * YEAR_DAYS / (60 * self.cycle_days)

    @property
    def share_of_weekends_off(self) -> Fraction:
        """Wholly free weekends among all."""
        return Fraction(self.weekends_off, self.weekends)

    @property
    def mean_coverage(self) -> Fraction:
        """Platoons on duty at a time, on average over every minute of the cycle."""
        return Fraction(self.platoons * self.minutes_per_cycle, self.cycle_days * DAY_MINUTES)

    @property
    def least_coverage(self) -> int:
        """Platoons on duty in the thinnest hour of the cycle."""
        return min(least for least, _ in self.coverage)

    @property
    def most_coverage(self) -> int:
        """Platoons on duty in the fullest hour of the cycle."""
        return max(most for _, most in self.coverage)


def figures(rotation: Rotation, quick_return: Minutes = QUICK_RETURN) -> Figures:
    """The figures of the rotation; a rest shorter than ``quick_return`` is a quick return."""
    worked = rotation.worked
    duty = [False] * rotation.days
    nights = [False] * rotation.days
    for day, tour in worked:
        duty[day] = True
        nights[day] = tour.kind is TourKind.NIGHT
    work_runs, night_runs = runs(duty), runs(nights)
    off_runs = runs([not on for on in duty])
    gaps = rests(rotation)
    span = math.lcm(rotation.days, 7)
    hourly = coverage_by_hour(rotation)
    return Figures(
        cycle_days=rotation.days,
        minutes_per_cycle=Minutes(sum(tour.length for _, tour in worked)),
        tours_per_cycle=len(worked),
        longest_work=max(work_runs, default=0),
        shortest_work=min(work_runs, default=0),
        longest_nights=max(night_runs, default=0),
        shortest_nights=min(night_runs, default=0),
        longest_off=max(off_runs, default=0),
        shortest_off=min(off_runs, default=0),
        span_days=span,
        weekends=span // 7,
        weekends_without_start=_free_weekends(rotation, span, whole_tour=False),
        weekends_off=_free_weekends(rotation, span, whole_tour=True),
        quick_returns=sum(gap < quick_return for gap in gaps),
        shortest_rest=Minutes(min(gaps)) if gaps else None,
        platoons=rotation.platoons,
        coverage=tuple((min(hourly[hour::24]), max(hourly[hour::24])) for hour in range(24)),
    )


def runs(days: Sequence[bool]) -> list[int]:
    """Lengths of the runs of true days, where the last day is followed by the first."""
    if all(days):
        return [len(days)]
    first = days.index(False)
    lengths, run = [], 0
    for day in (*days[first:], *days[:first], False):
        if day:
            run += 1
        elif run:
            lengths.append(run)
            run = 0
    return lengths


def coverage_by_hour(rotation: Rotation) -> tuple[int, ...]:
    """The least number of platoons on duty at any minute of each hour of the cycle, from
    midnight of day 0. So a relief at half past seven leaves no gap.
    """
    cycle = rotation.days * DAY_MINUTES
    changes = Counter({0: 0})
    for offset in rotation.offsets:
        for day, tour in rotation.worked:
            start = ((day + offset) * DAY_MINUTES + tour.start) % cycle
            end = start + tour.length
            changes[start] += 1
            changes[end % cycle] -= 1
            if end >= cycle:  # it reaches into the beginning of the cycle
                changes[0] += 1
    counts = [rotation.platoons] * (rotation.days * 24)
    on_duty = 0
    moments = sorted(changes)
    for moment, until in pairwise((*moments, cycle)):
        on_duty += changes[moment]
        for hour in range(moment // 60, -(-until // 60)):
            counts[hour] = min(counts[hour], on_duty)
    return tuple(counts)


def rests(rotation: Rotation) -> list[int]:
    """Minutes between one stretch of duty and the next, all round the cycle."""
    spans = [(day * DAY_MINUTES + tour.start, tour.length) for day, tour in rotation.worked]
    after = [*spans[1:], (spans[0][0] + rotation.days * DAY_MINUTES, 0)]
    gaps = (
        next_start - start - length
        for (start, length), (next_start, _) in zip(spans, after, strict=True)
    )
    return [gap for gap in gaps if gap]


def _free_weekends(rotation: Rotation, span: int, whole_tour: bool) -> int:
    """Weekends on which no tour starts and, of a ``whole_tour``, no minute is worked."""
    touched = set()
    for first in range(0, span, rotation.days):
        for day, tour in rotation.worked:
            last_minute = tour.start + tour.length - 1 if whole_tour else tour.start
            last = first + day + last_minute // DAY_MINUTES
            touched |= {which % span for which in range(first + day, last + 1)}
    return sum(
        (monday + SATURDAY) not in touched and (monday + SUNDAY) not in touched
        for monday in range(0, span, 7)
    )
