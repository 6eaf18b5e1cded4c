"""What a person said to the offer of the vacancy that entry number ``vacancy`` opened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from watchbill.events.base import Event
from watchbill.kernel.fields import Text, WallField


@dataclass(frozen=True, kw_only=True)
class OfferAnswer(Event):
    """What a person said to the offer of the vacancy that entry number ``vacancy`` opened."""

    person: Text
    vacancy: Annotated[int, Field(ge=1)]
    answer: Literal["accepted", "refused", "no answer", "ordered"]
    at: WallField
