"""What an agreement says of nights through a clock change."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

CLOCK_CHANGE = "clock-change-nights"
"""The agreement's parameter for what a night through a clock change is paid."""


class ClockChange(StrEnum):
    """What a night through a clock change is paid: the hours worked, or those on the clock."""

    HOURS_WORKED = "hours-worked"
    NOMINAL = "nominal"


def clock_change(settings: Mapping[str, object]) -> ClockChange:
    """What the agreement's settings say of clock-change nights; hours worked where nothing.

    Raises :class:`ValueError` for what is neither.
    """
    return ClockChange(str(settings.get(CLOCK_CHANGE) or ClockChange.HOURS_WORKED))
