"""Rest between tours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from watchbill.kernel.clock import DAY_MINUTES, WEEK_MINUTES, Wall, hours, length_text, wall_text
from watchbill.kernel.fields import LengthField
from watchbill.records.timeline import Frame, Timeline
from watchbill.rules.base import Breach, ChecksPerson, Measure, Party, Rule
from watchbill.rules.plan import Constrains, Plan
from watchbill.rules.reading import Gives, Topic
from watchbill.rules.spans import close_pairs, judged


@dataclass(frozen=True, kw_only=True)
class Rest(Rule, ChecksPerson, Constrains):
    """At least so long between the end of a tour and the start of the next.

    The rest is the time that really passes, through a clock change too.
    """

    topic: ClassVar[Topic | None] = Topic.REST
    gives: ClassVar[Gives | None] = Gives("at_least", -60, 0)
    words: ClassVar[Mapping[str, str]] = {"at_least": "free between two tours"}
    more_is_for: ClassVar[Mapping[str, Party]] = {"at_least": "employee"}

    all_duty: bool = True
    at_least: LengthField

    def says(self) -> str:
        return f"At least {length_text(self.at_least)} free between two tours."

    def hours_a_week_of(self, longest: int) -> Decimal | None:
        if not longest:
            return None
        return hours(WEEK_MINUTES) * longest / (longest + self.at_least)

    def left_idle_by(self, strict: Rule) -> str | None:
        return "" if isinstance(strict, Rest) and strict.at_least >= self.at_least else None

    def reaches_back(self) -> int:
        return self.at_least // DAY_MINUTES + 2

    def check(self, line: Timeline, frame: Frame) -> Iterator[Breach]:
        starts, ends, least = line.starts, line.ends, self.at_least
        for i in judged(line, frame):
            rest = starts[i] - ends[i - 1]
            if i and rest < least:
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
        # Of two tours with others between them, the last of those is closer still to the later
        # one, which is the one judged: to forbid every close pair forbids no more than check.
        places = judged(plan.possible, plan.frame)
        for earlier, later in close_pairs(plan.possible, self.at_least):
            if later in places:
                plan.not_all((earlier, later))
