"""Time off where somebody moves between schedules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from watchbill.kernel.clock import Wall, hours, length_text, wall_text
from watchbill.kernel.fields import LengthField
from watchbill.records.timeline import Frame, Timeline
from watchbill.rules.base import Breach, ChecksPerson, Measure, Party, Rule
from watchbill.rules.plan import Constrains, Plan
from watchbill.rules.reading import Gives
from watchbill.rules.spans import close_pairs, judged


@dataclass(frozen=True, kw_only=True)
class ScheduleChangeRest(Rule, ChecksPerson, Constrains):
    """So long off between a tour of ``long`` or more and a shorter one.

    That is how a move between a round-the-clock schedule and a day schedule shows in a roster.
    """

    gives: ClassVar[Gives | None] = Gives("at_least", -60, 0)
    words: ClassVar[Mapping[str, str]] = {
        "at_least": "free at least",
        "long": "tours from this length",
    }
    more_is_for: ClassVar[Mapping[str, Party]] = {"at_least": "employee"}

    all_duty: bool = True
    at_least: LengthField
    long: LengthField

    def says(self) -> str:
        return (
            f"At least {length_text(self.at_least)} off between a tour of {length_text(self.long)}"
            " and a shorter one, as where somebody moves between schedules."
        )

    def _moves(self, line: Timeline, earlier: int, later: int) -> bool:
        one, other = (
            line.wall_ends[place] - line.wall_starts[place] >= self.long
            for place in (earlier, later)
        )
        return one != other

    def check(self, line: Timeline, frame: Frame) -> Iterator[Breach]:
        for later in judged(line, frame):
            free = line.starts[later] - line.ends[later - 1]
            if not later or free >= self.at_least or not self._moves(line, later - 1, later):
                continue
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
        # Of tours worked between the two, some two neighbours are of different schedules and
        # closer still; but if the later of those was carried into the frame, it is not judged.
        line = plan.possible
        places = judged(line, plan.frame)
        for earlier, later in close_pairs(line, self.at_least):
            if later in places and self._moves(line, earlier, later):
                carried = range(earlier + 1, places.start)
                plan.none_after_all([[earlier]], [later], carried)
