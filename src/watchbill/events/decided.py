"""What the desk answered to the request of entry ``about``, as it answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from watchbill.events.base import Event
from watchbill.kernel.fields import Text


@dataclass(frozen=True, kw_only=True)
class Decided(Event):
    """What the desk answered to the request of entry ``about``, as it answered.

    It looked at the first ``upto`` entries and at the service; ``looked_at`` is the digest of
    both. ``answer`` is the whole answer as canonical JSON, so that it can be read and worked out
    again, to the letter.
    """

    about: Annotated[int, Field(ge=1)]
    upto: Annotated[int, Field(ge=0)]
    looked_at: Text
    answer: Text
