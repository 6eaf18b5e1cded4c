"""A tour lost to leave of that kind."""

from __future__ import annotations

from dataclasses import dataclass

from watchbill.events.base import Event
from watchbill.kernel.fields import Text, WallField


@dataclass(frozen=True, kw_only=True)
class Leave(Event):
    """A tour lost to leave of that kind."""

    person: Text
    tour: WallField
    kind: Text
