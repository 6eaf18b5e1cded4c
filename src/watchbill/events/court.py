"""Released by a court."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from watchbill.events.base import Event
from watchbill.kernel.fields import Text, WallField


@dataclass(frozen=True, kw_only=True)
class Court(Event):
    """Released by a court at that time."""

    happened_in: ClassVar[tuple[str, ...]] = ("released",)

    person: Text
    released: WallField
