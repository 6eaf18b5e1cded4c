"""Rest between tours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from watchbill.kernel.clock import Wall, hours, length_text, wall_text
from watchbill.kernel.fields import LengthField
from watchbill.records.timeline import Frame, Timeline
from watchbill.rules.base import Breach, Measure, Rule
from watchbill.rules.plan import Plan


@dataclass(frozen=True, kw_only=True)
class Rest(Rule):
    """At least so long between the end of a tour and the start of the next.

    The rest is the time that really passes, through a clock change too.
    """

    at_least: LengthField

    def says(self) -> str:
        return f"At least {length_text(self.at_least)} free between two tours."

    def not_judged(self, frame: Frame) -> str | None:
        return None

    def check(self, line: Timeline, frame: Frame) -> Iterator[Breach]:
        starts, ends, least = line.starts, line.ends, self.at_least
        for i in range(1, len(starts)):
            rest = starts[i] - ends[i - 1]
            if rest < least and frame.first <= line.days[i] <= frame.last:
                end, start = Wall(line.wall_ends[i - 1]), Wall(line.wall_starts[i])
                yield Breach(
                    end,
                    start,
                    Measure(hours(rest), "h"),
                    Measure(hours(least), "h"),
                    f"{length_text(rest)} between the tour that ends {wall_text(end)} and the"
                    f" one that starts {wall_text(start)}; at least {length_text(least)} must"
                    " be free.",
                )

    def constrain(self, plan: Plan) -> None:
        # Of two tours with others between them, some neighbours are closer still: pairs will do.
        line = plan.possible
        for later in range(len(line)):
            if not plan.frame.first <= line.days[later] <= plan.frame.last:
                continue
            for earlier in range(later):
                if line.starts[later] - line.ends[earlier] < self.at_least:
                    plan.not_all((earlier, later))
