"""Furlough time: what a schedule gives above the stated week, to be taken off."""

from __future__ import annotations

from dataclasses import dataclass

from watchbill.kernel.clock import decimal_text
from watchbill.kernel.fields import Count, Number
from watchbill.rules.base import Rule


@dataclass(frozen=True, kw_only=True)
class FurloughAccount(Rule):
    """So many hours, or days, of furlough in a year; ``delayed`` ones are taken later."""

    hours: Number | None = None
    days: Count | None = None
    delayed: bool = False

    def __post_init__(self) -> None:
        if (self.hours is None) == (self.days is None):
            raise ValueError("give either hours or days")

    def says(self) -> str:
        amount = f"{self.days} days" if self.days is not None else f"{self._hours} hours"
        return f"{amount} of {'delayed ' if self.delayed else ''}furlough in a year."

    @property
    def _hours(self) -> str:
        return decimal_text(self.hours) if self.hours is not None else ""
