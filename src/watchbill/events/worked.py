"""The hours really worked of a tour, where they are others than the schedule's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from watchbill.events.base import Event
from watchbill.kernel.fields import Text, WallField


@dataclass(frozen=True, kw_only=True)
class Worked(Event):
    """The hours really worked of a tour, where they are others than the schedule's."""

    person: Text
    tour: WallField
    start: Annotated[WallField, Field(alias="from")]
    end: Annotated[WallField, Field(alias="to")]
