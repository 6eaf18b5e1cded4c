"""Called to work outside the schedule; ``worked`` is nought where no start was required."""

from __future__ import annotations

from dataclasses import dataclass

from watchbill.events.base import Event
from watchbill.kernel.fields import LengthField, Text, WallField


@dataclass(frozen=True, kw_only=True)
class CallIn(Event):
    """Called to work outside the schedule; ``worked`` is nought where no start was required."""

    person: Text
    told: WallField
    report: WallField
    worked: LengthField
