"""The figures of a rotation, exact.

A cycle need not be whole weeks, so what depends on weekdays is counted over as many cycles as
make whole weeks. The end of the last cycle joins the beginning of the first.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from watchbill.kernel.clock import DAY_MINUTES, SATURDAY, SUNDAY, Minutes
from watchbill.records.tours import TourKind
from watchbill.rotation.cycle import Rotation

QUICK_RETURN = Minutes(11 * 60)
"""A rest shorter than this is a quick return (Directive 2003/88/EC asks for 11 h a day)."""
YEAR_DAYS = 365


@dataclass(frozen=True, slots=True)
class Figures:
    """Figures of one person's rotation, and the coverage that its platoons give together.

    ``longest_*`` count days. ``weekends_off`` of ``weekends`` are those whose Saturday and
    Sunday nobody on this rotation works, not even the end of Friday's tour; they are counted
    over ``span_days``. Tours that follow each other without a break are one stretch of duty,
    not a rest of no length; ``shortest_rest`` is ``None`` where there is no other. ``coverage``
    is the number of platoons on duty in each hour of the day: least and most over the cycle.
    """

    cycle_days: int
    minutes_per_cycle: Minutes
    tours_per_cycle: int
    longest_work: int
    longest_nights: int
    longest_off: int
    span_days: int
    weekends: int
    weekends_off: int
    quick_returns: int
    shortest_rest: Minutes | None
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


def figures(rotation: Rotation) -> Figures:
    """The figures of the rotation."""
    worked = rotation.worked
    duty = [False] * rotation.days
    nights = [False] * rotation.days
    for day, tour in worked:
        duty[day] = True
        nights[day] = tour.kind is TourKind.NIGHT
    rests = _rests(rotation)
    span = math.lcm(rotation.days, 7)
    return Figures(
        cycle_days=rotation.days,
        minutes_per_cycle=Minutes(sum(tour.length for _, tour in worked)),
        tours_per_cycle=len(worked),
        longest_work=longest_run(duty),
        longest_nights=longest_run(nights),
        longest_off=longest_run([not on for on in duty]),
        span_days=span,
        weekends=span // 7,
        weekends_off=_weekends_off(rotation, span),
        quick_returns=sum(rest < QUICK_RETURN for rest in rests),
        shortest_rest=Minutes(min(rests)) if rests else None,
        coverage=_coverage(rotation),
    )


def longest_run(days: Sequence[bool]) -> int:
    """The longest run of true days, where the last day is followed by the first."""
    if all(days):
        return len(days)
    longest = run = 0
    for day in (*days, *days):
        run = run + 1 if day else 0
        longest = max(longest, run)
    return longest


def _rests(rotation: Rotation) -> list[int]:
    """Minutes between one stretch of duty and the next, all round the cycle."""
    spans = [(day * DAY_MINUTES + tour.start, tour.length) for day, tour in rotation.worked]
    after = [*spans[1:], (spans[0][0] + rotation.days * DAY_MINUTES, 0)]
    gaps = (
        next_start - start - length
        for (start, length), (next_start, _) in zip(spans, after, strict=True)
    )
    return [gap for gap in gaps if gap]


def _weekends_off(rotation: Rotation, span: int) -> int:
    """Weekends without duty, day 0 being a Monday."""
    touched = set()
    for first in range(0, span, rotation.days):
        for day, tour in rotation.worked:
            ends = tour.start + tour.length
            last = first + day + (ends - 1) // DAY_MINUTES
            touched |= {which % span for which in range(first + day, last + 1)}
    return sum(
        (monday + SATURDAY) not in touched and (monday + SUNDAY) not in touched
        for monday in range(0, span, 7)
    )


def _coverage(rotation: Rotation) -> tuple[tuple[int, int], ...]:
    hours = rotation.days * 24
    on_duty = [0] * hours
    for platoon, _ in enumerate(rotation.offsets):
        covered = set()
        for day, tour in rotation.worked:
            start = (day + rotation.offsets[platoon]) * DAY_MINUTES + tour.start
            # An hour counts where the whole of it is covered.
            first, last = -(-start // 60), (start + tour.length) // 60
            covered |= {hour % hours for hour in range(first, last)}
        for hour in covered:
            on_duty[hour] += 1
    by_hour = [[on_duty[hour] for hour in range(h, hours, 24)] for h in range(24)]
    return tuple((min(counts), max(counts)) for counts in by_hour)
