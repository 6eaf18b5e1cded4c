"""Runs of tours, or of nights, on consecutive days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Literal

from watchbill.kernel.clock import Wall, hours, length_text
from watchbill.kernel.fields import Count, LengthField
from watchbill.records.timeline import Frame, Timeline
from watchbill.rules.base import Breach, ChecksPerson, Measure, Party, Rule
from watchbill.rules.plan import Constrains, Plan
from watchbill.rules.reading import Gives, share_of_days
from watchbill.rules.spans import Run, by_day, minutes_of, runs_of_days, windows


@dataclass(frozen=True, kw_only=True)
class RunOfTours(Rule, ChecksPerson, Constrains):
    """At most so many tours, or tours of one kind, on consecutive days.

    ``of`` is ``any`` or a kind of tour: a run of nights ends with the first day that has no
    night. With ``or_up_to`` and ``within``, a longer run of up to so many is allowed where its
    hours come to no more. A run that ends before the first date judged is not reported; one that
    goes on into it counts whole.
    """

    about: ClassVar[tuple[str, ...]] = ("of",)
    gives: ClassVar[Gives | None] = Gives("at_most", 1)
    words: ClassVar[Mapping[str, str]] = {
        "at_most": "in a row at most",
        "of": "which tours",
        "or_up_to": "or up to",
        "within": "where they come to at most",
    }
    more_is_for: ClassVar[Mapping[str, Party]] = {"at_most": "employer"}

    at_most: Count
    of: Literal["any", "day", "evening", "night"] = "any"
    or_up_to: Count | None = None
    within: LengthField | None = None

    @property
    def noun(self) -> str:
        """What is counted."""
        return "tours" if self.of == "any" else f"{self.of}s"

    @property
    def longest(self) -> int:
        """The longest run that can be allowed."""
        return max(self.at_most, self.or_up_to or 0)

    def says(self) -> str:
        text = f"At most {self.at_most} {self.noun} on consecutive days"
        if self.or_up_to is not None and self.within is not None:
            text += f", or {self.or_up_to} where they come to {length_text(self.within)} at most"
        return f"{text}."

    def hours_a_week_of(self, longest: int) -> Decimal | None:
        return share_of_days(self.longest, self.longest + 1, longest) if self.of == "any" else None

    def idle(self) -> str | None:
        if self.or_up_to is not None and self.or_up_to <= self.at_most:
            return f"{self.or_up_to} are allowed anyway"
        if (self.or_up_to is None) != (self.within is None):
            return "or_up_to and within are only of use together"
        return None

    def left_idle_by(self, strict: Rule) -> str | None:
        if not isinstance(strict, RunOfTours) or strict.of not in ("any", self.of):
            return None
        return "" if strict.longest <= self.at_most else None

    def reaches_back(self) -> int:
        return self.longest + 1

    def check(self, line: Timeline, frame: Frame) -> Iterator[Breach]:
        for run in runs_of_days(line, self.of, self.at_most, frame.first):
            minutes = sum(minutes_of(line, run.places).values())
            too_long = run.length > self.longest
            if too_long or self.within is None or minutes > self.within:
                yield self._breach(line, run, minutes)

    def constrain(self, plan: Plan) -> None:
        # A run is too long exactly where its last days are; where it is allowed within some
        # hours, the stretch of its own length is the strictest that lies in it.
        line = plan.possible
        days = by_day(line, self.of)
        for groups in windows(days, self.longest + 1, plan.frame.first):
            plan.at_most(groups, self.longest)
        if self.within is None:
            return
        for length in range(self.at_most + 1, self.longest + 1):
            for groups in windows(days, length, plan.frame.first):
                minutes = minutes_of(line, [place for group in groups for place in group])
                plan.at_most_minutes_if_all(groups, minutes, self.within)

    def _breach(self, line: Timeline, run: Run, minutes: int) -> Breach:
        start = Wall(line.wall_starts[run.places[0]])
        end = Wall(max(line.wall_ends[place] for place in run.places))
        if run.length <= self.longest and self.within is not None:
            return Breach(
                start,
                end,
                Measure(hours(minutes), "h"),
                Measure(hours(self.within), "h"),
                f"{run.length} {self.noun} on consecutive days come to {length_text(minutes)};"
                f" more than {self.at_most} are allowed only within {length_text(self.within)}.",
            )
        unit = f"consecutive {self.noun}"
        return Breach(
            start,
            end,
            Measure(Decimal(run.length), unit),
            Measure(Decimal(self.longest), unit),
            f"{run.length} {self.noun} on consecutive days, where at most {self.longest} are"
            " allowed.",
        )
