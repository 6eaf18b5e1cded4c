"""A declared emergency."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from watchbill.events.base import Event
from watchbill.kernel.fields import WallField


@dataclass(frozen=True, kw_only=True)
class Emergency(Event):
    """A declared emergency."""

    start: Annotated[WallField, Field(alias="from")]
    end: Annotated[WallField, Field(alias="to")]
