"""The exchange that entry number ``exchange`` asked for is approved, refused or undone; or."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from watchbill.events.base import Event
from watchbill.kernel.fields import Text, WallField


@dataclass(frozen=True, kw_only=True)
class ExchangeAnswer(Event):
    """The exchange that entry number ``exchange`` asked for is approved, refused or undone; or
    one of the two (``by``), who had not asked in writing, agreed to it so."""

    exchange: Annotated[int, Field(ge=1)]
    answer: Literal["agreed", "approved", "refused", "undone"]
    at: WallField
    by: Text | None = None
