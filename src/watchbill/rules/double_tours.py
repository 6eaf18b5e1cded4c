"""Long tours back to back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from watchbill.kernel.clock import Day, Minutes, Wall, length_text, to_date
from watchbill.kernel.fields import Count, LengthField
from watchbill.records.timeline import Frame, Timeline
from watchbill.rules.base import Breach, ChecksPerson, Measure, Party, Rule
from watchbill.rules.plan import Constrains, Plan
from watchbill.rules.reading import Gives
from watchbill.rules.spans import close_pairs, judged
from watchbill.rules.unbroken_duty import UnbrokenDuty

Month = tuple[int, int]


@dataclass(frozen=True, kw_only=True)
class DoubleTours(Rule, ChecksPerson, Constrains):
    """At most so many pairs of tours of ``tour`` or longer back to back in a calendar month.

    A pair belongs to the month in which its first tour starts.
    """

    about: ClassVar[tuple[str, ...]] = ("tour",)
    gives: ClassVar[Gives | None] = Gives("at_most", 1)
    words: ClassVar[Mapping[str, str]] = {
        "at_most": "pairs at most in a month",
        "tour": "length of a tour",
    }
    more_is_for: ClassVar[Mapping[str, Party]] = {"at_most": "employer"}

    all_duty: bool = True
    at_most: Count
    tour: LengthField

    def says(self) -> str:
        pairs = "pair" if self.at_most == 1 else "pairs"
        return (
            f"At most {self.at_most} {pairs} of {length_text(self.tour)} tours back to back in a"
            " calendar month."
        )

    def lengths_named(self) -> tuple[Minutes, ...]:
        return (self.tour,)

    def left_idle_by(self, strict: Rule) -> str | None:
        """No tour, or no stretch of duty, is as long as this rule speaks of."""
        longest = strict.longest_tour()
        too_short = longest is not None and longest < self.tour
        too_long = isinstance(strict, UnbrokenDuty) and strict.at_most < 2 * self.tour
        return "" if too_short or too_long else None

    def check(self, line: Timeline, frame: Frame) -> Iterator[Breach]:
        pairs = [
            (place, place + 1) for place in range(len(line) - 1)
            if self._is_pair(line, place, place + 1)
        ]  # fmt: skip
        counts: Counter[Month] = Counter()
        for earlier, later in pairs:
            month = _month(line, earlier)
            counts[month] += 1
            if counts[month] > self.at_most and line.days[later] >= frame.first:
                yield Breach(
                    Wall(line.wall_starts[earlier]),
                    Wall(line.wall_ends[later]),
                    Measure(Decimal(counts[month]), "pairs"),
                    Measure(Decimal(self.at_most), "pairs"),
                    f"The {_ordinal(counts[month])} pair of tours back to back in"
                    f" {month[0]}-{month[1]:02d}, where at most {self.at_most} may be.",
                )

    def constrain(self, plan: Plan) -> None:
        line = plan.possible
        months: dict[Month, list[tuple[int, int]]] = {}
        for earlier, later in close_pairs(line, 1):
            if self._is_pair(line, earlier, later):
                months.setdefault(_month(line, earlier), []).append((earlier, later))
        places = judged(line, plan.frame)
        for pairs in months.values():
            plan.at_most_pairs(pairs, self.at_most, [pair for pair in pairs if pair[1] in places])

    def _is_pair(self, line: Timeline, earlier: int, later: int) -> bool:
        return line.ends[earlier] == line.starts[later] and all(
            line.wall_ends[place] - line.wall_starts[place] >= self.tour
            for place in (earlier, later)
        )


def _month(line: Timeline, place: int) -> Month:
    start = to_date(Day(line.days[place]))
    return start.year, start.month


def _ordinal(number: int) -> str:
    return {1: "first", 2: "second", 3: "third"}.get(number, f"{number}th")
