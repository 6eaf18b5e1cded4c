"""Time off where somebody moves between schedules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from watchbill.kernel.clock import Wall, hours, length_text, wall_text
from watchbill.kernel.fields import LengthField
from watchbill.records.timeline import Frame, Timeline
from watchbill.rules.base import Breach, Measure, Rule
from watchbill.rules.plan import Plan


@dataclass(frozen=True, kw_only=True)
class ScheduleChangeRest(Rule):
    """So long off between a tour of ``long`` or more and a shorter one.

    That is how a move between a round-the-clock schedule and a day schedule shows in a roster.
    """

    at_least: LengthField
    long: LengthField

    def says(self) -> str:
        return (
            f"At least {length_text(self.at_least)} off between a tour of {length_text(self.long)}"
            " and a shorter one, as where somebody moves between schedules."
        )

    def not_judged(self, frame: Frame) -> str | None:
        return None

    def _moves(self, line: Timeline, earlier: int, later: int) -> bool:
        one, other = (
            line.wall_ends[place] - line.wall_starts[place] >= self.long
            for place in (earlier, later)
        )
        return one != other and line.starts[later] - line.ends[earlier] < self.at_least

    def check(self, line: Timeline, frame: Frame) -> Iterator[Breach]:
        for later in range(1, len(line)):
            if line.days[later] < frame.first or not self._moves(line, later - 1, later):
                continue
            free = line.starts[later] - line.ends[later - 1]
            end, start = Wall(line.wall_ends[later - 1]), Wall(line.wall_starts[later])
            yield Breach(
                end,
                start,
                Measure(hours(free), "h"),
                Measure(hours(self.at_least), "h"),
                f"{length_text(free)} off between schedules, from {wall_text(end)} to"
                f" {wall_text(start)}; at least {length_text(self.at_least)} are owed.",
            )

    def constrain(self, plan: Plan) -> None:
        # With a tour between the two, one of its neighbours is of the other schedule and closer.
        line = plan.possible
        for later in range(len(line)):
            for earlier in range(later):
                if line.days[later] >= plan.frame.first and self._moves(line, earlier, later):
                    plan.not_all([earlier, later])
