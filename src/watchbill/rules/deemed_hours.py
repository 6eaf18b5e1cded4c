"""Hours deemed worked, whatever the week brings."""

from __future__ import annotations

from dataclasses import dataclass

from watchbill.kernel.clock import decimal_text
from watchbill.kernel.fields import Number
from watchbill.rules.base import Rule


@dataclass(frozen=True, kw_only=True)
class DeemedHours(Rule):
    """So many hours a week are deemed worked: moving a Kelly day changes nobody's pay."""

    hours_per_week: Number

    def says(self) -> str:
        hours = decimal_text(self.hours_per_week)
        return f"{hours} hours a week are deemed worked; moving a Kelly day does not change pay."
