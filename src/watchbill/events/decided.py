"""What the desk answered to a request."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from watchbill.events.base import Event, Name
from watchbill.events.draft import Draft
from watchbill.kernel.fields import Text

FIRST_BUILD = "first build: "
"""What stands before the digest of a ledger of the first build, which was taken over."""


@dataclass(frozen=True, kw_only=True)
class Decided(Event):
    """What the desk answered to the request of entry ``about``, as it answered.

    It looked at the first ``upto`` entries and at nothing else; ``looked_at`` is the digest of
    the last of them, marked where that ledger was taken over. ``answer`` is
    the whole answer as canonical JSON, so that it can be read and worked out again, to the
    letter.
    """

    about: Annotated[int, Field(ge=1)]
    upto: Annotated[int, Field(ge=0)]
    looked_at: Text
    answer: Text

    @property
    def rests_on(self) -> int:
        return self.about

    def effect(self, schedule: Draft, number: int) -> None:
        decided = schedule.of("decided").get(self.about, ())
        schedule.put("decided", self.about, (*decided, number))

    def sentence(self, name: Name) -> str:
        return f"the decision on entry {self.about}"
