"""Released by a court at that time."""

from __future__ import annotations

from dataclasses import dataclass

from watchbill.events.base import Event
from watchbill.kernel.fields import Text, WallField


@dataclass(frozen=True, kw_only=True)
class Court(Event):
    """Released by a court at that time."""

    person: Text
    released: WallField
