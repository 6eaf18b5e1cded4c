"""Stated rotations as rotations, and figures that agree with what a text states of them."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from watchbill.agreement.model import Agreement
from watchbill.rotation.catalogue import known_rotation
from watchbill.rotation.cycle import Rotation as Cycle
from watchbill.rotation.cycle import make_rotation
from watchbill.rotation.notation import OFF, read_pattern
from watchbill.rules.rotation import Rotation

YEARS = (364, 365, Decimal("365.25"))
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
    tours = {
        code: agreement.tours[code]
        for code in pattern.codes
        if code != OFF
        and code in agreement.tours
        and code not in pattern.lengths
        and stated.tour is None
    }
    return make_rotation(pattern, stated.tour, 1, tours)


def agrees(stated: Decimal, computed: Iterable[Decimal]) -> bool:
    """Whether one of the computed figures rounds to the stated one, as finely as it is stated."""
    unit = Decimal(1).scaleb(stated.as_tuple().exponent) if stated % 1 else Decimal(1)  # type: ignore[arg-type]
    return any(
        value.quantize(unit, ROUND_HALF_UP) == stated.quantize(unit, ROUND_HALF_UP)
        for value in computed
    )


def year_of(hours_per_week: Decimal) -> list[Decimal]:
    """Hours a year of so many a week, by each way of counting a year."""
    return [hours_per_week * days / 7 for days in YEARS]
