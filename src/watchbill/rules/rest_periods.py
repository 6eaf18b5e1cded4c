"""Short rest periods within a tour."""

from __future__ import annotations

from dataclasses import dataclass

from watchbill.kernel.clock import length_text
from watchbill.kernel.fields import Count, LengthField
from watchbill.rules.base import Rule


@dataclass(frozen=True, kw_only=True)
class RestPeriods(Rule):
    """So many rest periods of so long in each tour of ``in_tour``, paid or not."""

    count: Count
    length: LengthField
    in_tour: LengthField
    paid: bool = True

    def says(self) -> str:
        paid = "paid" if self.paid else "unpaid"
        return (
            f"{self.count} {paid} rest periods of {length_text(self.length)} in each tour of"
            f" {length_text(self.in_tour)}."
        )
