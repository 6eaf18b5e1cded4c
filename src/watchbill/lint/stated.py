"""Stated rotations as rotations, and figures that agree with what a text states of them."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from watchbill.agreement.model import Agreement, ScopedRule
from watchbill.kernel.problems import BadInput
from watchbill.records.tours import TourType
from watchbill.rotation.catalogue import known_rotation
from watchbill.rotation.cycle import Rotation as Cycle
from watchbill.rotation.cycle import make_rotation
from watchbill.rotation.notation import OFF, Pattern, read_pattern
from watchbill.rules.rotation import Rotation

YEARS: tuple[Decimal, ...] = (Decimal(364), Decimal(365), Decimal("365.25"))
"""Days of a year as agreements count them: 52 weeks, 365 days, the calendar's average."""


def cycle_of(agreement: Agreement, stated: Rotation) -> Cycle | None:
    """The rotation that the text states; ``None`` where it states no pattern.

    Raises :class:`BadInput` for a pattern that cannot be read.
    """
    if stated.pattern is None:
        return None
    known = known_rotation(stated.pattern)
    if known is not None:
        return known.made(stated.tour)
    pattern = read_pattern(stated.pattern)
    return make_rotation(pattern, stated.tour, 1, own_tours(agreement, stated, pattern))


def own_tours(agreement: Agreement, stated: Rotation, pattern: Pattern) -> dict[str, TourType]:
    """The agreement's own tours that the letters of the pattern mean.

    Where the text gives the length, a letter means the tour of that letter if it is as long, or
    else the only tour that is.
    """
    found: dict[str, TourType] = {}
    for code in dict.fromkeys(pattern.codes):
        if code == OFF:
            continue
        length = pattern.lengths.get(code) or stated.tour
        own = agreement.tours.get(code)
        if own is not None and length in (None, own.length):
            found[code] = own
        elif length is not None:
            alike = [tour for tour in agreement.tours.values() if tour.length == length]
            if len(alike) == 1:
                found[code] = alike[0]
    return found


def stated_cycles(agreement: Agreement) -> list[tuple[ScopedRule, Rotation, Cycle]]:
    """Every rotation in force that is stated with a pattern; one that cannot be read is told
    by the check of stated hours.
    """
    found = []
    for scoped in agreement.rules():
        if isinstance(scoped.rule, Rotation):
            try:
                cycle = cycle_of(agreement, scoped.rule)
            except BadInput:
                continue
            if cycle is not None:
                found.append((scoped, scoped.rule, cycle))
    return found


def agrees(stated: Decimal, computed: Iterable[Decimal]) -> bool:
    """Whether one of the computed figures rounds to the stated one, as finely as it is stated.

    A figure half-way between two rounds to either.
    """
    exponent = 0 if stated == stated.to_integral_value() else stated.as_tuple().exponent
    assert isinstance(exponent, int)
    half = Decimal(1).scaleb(exponent) / 2
    return any(abs(value - stated) <= half for value in computed)


def year_of(hours_per_week: Decimal, *more: int) -> list[Decimal]:
    """Hours a year of so many a week, by each way of counting a year, 365 days second.

    ``more`` are days that the text itself counts in a year.
    """
    return [hours_per_week * days / 7 for days in (*YEARS, *map(Decimal, more))]


def week_of(hours_per_year: Decimal, *more: int) -> list[Decimal]:
    """Hours a week of so many a year, by each way of counting a year, 365 days second."""
    return [hours_per_year * 7 / days for days in (*YEARS, *map(Decimal, more)) if days > 0]


def one_figure(week: Decimal, year: Decimal, *more: int) -> bool:
    """Whether hours a week and hours a year say the same, rounded as either is stated."""
    return agrees(year, year_of(week, *more)) or agrees(week, week_of(year, *more))
