"""A partner, the union or the employer gave notice of its end; ``of`` names a partner where."""

from __future__ import annotations

from dataclasses import dataclass

from watchbill.events.base import Event
from watchbill.kernel.fields import Text, WallField


@dataclass(frozen=True, kw_only=True)
class EndPermanentExchange(Event):
    """A partner, the union or the employer gave notice of its end; ``of`` names a partner where
    there is more than one."""

    by: Text
    told: WallField
    of: Text | None = None
