"""Ordered back before the rest was over: duty begins at ``at``, the tour's own end stands."""

from __future__ import annotations

from dataclasses import dataclass

from watchbill.events.base import Event
from watchbill.kernel.fields import Text, WallField


@dataclass(frozen=True, kw_only=True)
class BackEarly(Event):
    """Ordered back before the rest was over: duty begins at ``at``, the tour's own end stands."""

    person: Text
    tour: WallField
    at: WallField
