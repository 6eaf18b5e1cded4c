"""Exact fractions as a person reads them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction


def as_decimal(value: Fraction) -> Decimal:
    """The fraction as a decimal of 28 digits, for showing: exact where it has so few."""
    return Decimal(value.numerator) / Decimal(value.denominator)
