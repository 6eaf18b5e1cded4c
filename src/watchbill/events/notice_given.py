"""Notice of the change that entry ``change`` made reached the person only at ``at``, which."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from watchbill.events.base import Event
from watchbill.kernel.fields import Text, WallField


@dataclass(frozen=True, kw_only=True)
class NoticeGiven(Event):
    """Notice of the change that entry ``change`` made reached the person only at ``at``, which
    counts in place of its ``told``."""

    person: Text
    change: Annotated[int, Field(ge=1)]
    at: WallField
