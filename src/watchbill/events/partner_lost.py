"""A partner of a permanent exchange has left."""

from __future__ import annotations

from dataclasses import dataclass

from watchbill.events.base import Event
from watchbill.kernel.fields import Text, WallField


@dataclass(frozen=True, kw_only=True)
class PartnerLost(Event):
    """A partner of a permanent exchange has left."""

    person: Text
    at: WallField
