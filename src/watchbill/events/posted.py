"""The schedule of these dates, both included, was posted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from watchbill.events.base import Event
from watchbill.kernel.fields import DayField, WallField


@dataclass(frozen=True, kw_only=True)
class Posted(Event):
    """The schedule of these dates, both included, was posted."""

    at: WallField
    first: Annotated[DayField, Field(alias="from")]
    last: Annotated[DayField, Field(alias="to")]
