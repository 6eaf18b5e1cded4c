"""Kept on duty after the end of the tour."""

from __future__ import annotations

from dataclasses import dataclass

from watchbill.events.base import Event
from watchbill.kernel.fields import Text, WallField


@dataclass(frozen=True, kw_only=True)
class HeldOver(Event):
    """Kept on duty after the end of the tour."""

    person: Text
    tour: WallField
    until: WallField
