"""Started, was stopped before the end, and resumed later."""

from __future__ import annotations

from dataclasses import dataclass

from watchbill.events.base import Event
from watchbill.kernel.fields import Text, WallField


@dataclass(frozen=True, kw_only=True)
class Interrupted(Event):
    """Started, was stopped before the end, and resumed later."""

    person: Text
    tour: WallField
    stopped: WallField
    resumed: WallField
