"""Figures of a text that say the same, each rounded as it is stated."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

YEAR_DAYS = 365

YEARS: tuple[Decimal, ...] = (Decimal(364), Decimal(365), Decimal("365.25"))
"""Days of a year as agreements count them: 52 weeks, 365 days, the calendar's average."""


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
