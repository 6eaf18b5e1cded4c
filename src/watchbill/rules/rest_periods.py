"""Short rest periods within a tour."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from watchbill.kernel.clock import Minutes, length_text
from watchbill.kernel.fields import Count, LengthField
from watchbill.rules.base import Party, Rule
from watchbill.rules.faces import Recorded
from watchbill.rules.reading import Doubt, Gravity
from watchbill.rules.stating import WithinTours


@dataclass(frozen=True, kw_only=True)
class RestPeriods(Rule, WithinTours, Recorded):
    """So many rest periods of so long in each tour of ``in_tour``, paid or not."""

    about: ClassVar[tuple[str, ...]] = ("in_tour",)
    words: ClassVar[Mapping[str, str]] = {
        "count": "rest periods",
        "length": "length of each",
        "in_tour": "in tours of",
        "paid": "paid",
    }
    more_is_for: ClassVar[Mapping[str, Party]] = {"count": "employee", "length": "employee"}
    one_answer: ClassVar[bool] = True

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

    def lengths_named(self) -> tuple[Minutes, ...]:
        return (self.in_tour,)

    def doubts(self) -> Iterator[Doubt]:
        if self.count * self.length >= self.in_tour:
            sentence = (
                f"{self.count} rest periods of {length_text(self.length)} leave nothing of a tour"
                f" of {length_text(self.in_tour)}."
            )
            yield Doubt("breaks", Gravity.ERROR, sentence)
