"""Notice that a permanent exchange ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from watchbill.events.base import Event
from watchbill.events.draft import Draft
from watchbill.events.turning import end_with_notice
from watchbill.kernel.clock import day_of
from watchbill.kernel.fields import Text, WallField


@dataclass(frozen=True, kw_only=True)
class EndPermanentExchange(Event):
    """A partner, the union or the employer gave notice of its end; ``of`` names a partner where
    there is more than one."""

    names_in: ClassVar[tuple[str, ...]] = ("by", "of")
    told_in: ClassVar[tuple[str, ...]] = ("told",)

    by: Text
    told: WallField
    of: Text | None = None

    def effect(self, schedule: Draft, number: int) -> None:
        end_with_notice(schedule, self.of or self.by, day_of(self.told))
