"""Which hours a rule counts, beside the period over which it counts them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from watchbill.kernel.fields import FORBID_UNKNOWN


class LeaveCounting(StrEnum):
    """What becomes of leave in an average."""

    NOTHING = "nothing"
    """Its hours are not there, and the days remain: leave makes room for work."""
    MADE_UP = "made-up"
    """As many days worked right after the period count in its place."""
    REMAINING = "remaining-days"
    """The average is taken over the days that remain."""


class Exchanged(StrEnum):
    """To whom the hours of an exchanged tour count, and are paid."""

    WORKED = "worked"
    """To the one who works them."""
    SCHEDULED = "scheduled"
    """To the one who was scheduled, as federal law has it for trades (29 USC 207(p)(3))."""


class PaidOvertime(StrEnum):
    """What becomes of hours that other clauses already pay as overtime, at a threshold."""

    COUNTED = "counted"
    """They count towards it like any other."""
    LEFT_OUT = "left-out"
    """They do not count towards it."""
    CREDITED = "credited"
    """They count, and what is paid for them above the basic rate is set off against what it pays,
    as premiums are under federal law (29 USC 207(h))."""


@dataclass(frozen=True, kw_only=True)
class Counting:
    """Which hours count in an average: what becomes of leave."""

    __pydantic_config__: ClassVar[dict[str, str]] = FORBID_UNKNOWN

    leave: LeaveCounting = LeaveCounting.NOTHING

    def __str__(self) -> str:
        return {
            LeaveCounting.NOTHING: "",
            LeaveCounting.MADE_UP: "leave made up by as many days worked after it",
            LeaveCounting.REMAINING: "over the days that leave lets remain",
        }[self.leave]


PLAIN = Counting()
"""Hours as the agreement counts them, and nothing for leave."""
