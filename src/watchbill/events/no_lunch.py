"""The meal break of that tour was not taken, and no other time was agreed."""

from __future__ import annotations

from dataclasses import dataclass

from watchbill.events.base import Event
from watchbill.kernel.fields import Text, WallField


@dataclass(frozen=True, kw_only=True)
class NoLunch(Event):
    """The meal break of that tour was not taken, and no other time was agreed."""

    person: Text
    tour: WallField
