"""Long tours back to back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from watchbill.kernel.clock import Minutes, Wall, length_text
from watchbill.kernel.fields import Count, LengthField
from watchbill.periods.period import Block, LaidBy, Period, Unit
from watchbill.periods.written import PeriodField
from watchbill.records.timeline import Frame, Timeline
from watchbill.rules.base import Breach, ChecksPerson, Measure, Party, Rule
from watchbill.rules.plan import Constrains, Plan
from watchbill.rules.reading import Gives
from watchbill.rules.spans import close_pairs, judged
from watchbill.rules.unbroken_duty import UnbrokenDuty

MONTH = Period(count=1, unit=Unit.MONTHS)


@dataclass(frozen=True, kw_only=True)
class DoubleTours(Rule, ChecksPerson, Constrains):
    """At most so many pairs of tours of ``tour`` or longer back to back in each ``period``.

    That is a calendar month where nothing is said. A pair belongs to the one in which its first
    tour starts.
    """

    about: ClassVar[tuple[str, ...]] = ("tour",)
    gives: ClassVar[Gives | None] = Gives("at_most", 1)
    words: ClassVar[Mapping[str, str]] = {
        "at_most": "pairs at most",
        "tour": "length of a tour",
        "period": "in each",
    }
    more_is_for: ClassVar[Mapping[str, Party]] = {"at_most": "employer"}

    all_duty: bool = True
    at_most: Count
    tour: LengthField
    period: PeriodField = MONTH

    def says(self) -> str:
        pairs = "pair" if self.at_most == 1 else "pairs"
        return (
            f"At most {self.at_most} {pairs} of {length_text(self.tour)} tours back to back in"
            f" {self.period}."
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
        laid = LaidBy.of(frame)
        counts: Counter[Block] = Counter()
        for earlier, later in pairs:
            month = self._month(line, earlier, laid)
            counts[month] += 1
            if counts[month] > self.at_most and line.days[later] >= frame.first:
                yield Breach(
                    Wall(line.wall_starts[earlier]),
                    Wall(line.wall_ends[later]),
                    Measure(Decimal(counts[month]), "pairs"),
                    Measure(Decimal(self.at_most), "pairs"),
                    f"The {_ordinal(counts[month])} pair of tours back to back in {month}, where"
                    f" at most {self.at_most} may be.",
                )

    def constrain(self, plan: Plan) -> None:
        line = plan.possible
        laid = LaidBy.of(plan.frame)
        months: dict[Block, list[tuple[int, int]]] = {}
        for earlier, later in close_pairs(line, 1):
            if self._is_pair(line, earlier, later):
                months.setdefault(self._month(line, earlier, laid), []).append((earlier, later))
        places = judged(line, plan.frame)
        for pairs in months.values():
            plan.at_most_pairs(pairs, self.at_most, [pair for pair in pairs if pair[1] in places])

    def _month(self, line: Timeline, place: int, laid: LaidBy) -> Block:
        block = self.period.block_at(Wall(line.wall_starts[place]), laid)
        assert block is not None, "a month is one of the calendar"
        return block

    def _is_pair(self, line: Timeline, earlier: int, later: int) -> bool:
        return line.ends[earlier] == line.starts[later] and all(
            line.wall_ends[place] - line.wall_starts[place] >= self.tour
            for place in (earlier, later)
        )


def _ordinal(number: int) -> str:
    return {1: "first", 2: "second", 3: "third"}.get(number, f"{number}th")
