"""A rule to be asked: of which text, from when to when, about whom, on which clock."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from watchbill.agreement.model import Clause, ScopedRule
from watchbill.kernel.clock import Day
from watchbill.records.people import Person
from watchbill.records.timeline import Frame
from watchbill.rules.base import Rule

Stretch = tuple[int, int]
"""From a time to a time, both of one clock."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A rule with its clause, the text that it stands in, and the dates for which it is asked.

    ``first`` and ``last`` are both included. ``nominal``: a tour through a clock change counts as
    its hours on the wall clock, and not as really worked.
    """

    scoped: ScopedRule
    text: str
    nominal: bool
    first: Day
    last: Day

    @property
    def rule(self) -> Rule:
        """The rule."""
        return self.scoped.rule

    @property
    def clause(self) -> Clause:
        """The clause that it comes from."""
        return self.scoped.clause

    @property
    def binds(self) -> bool:
        """Whether it is a limit: what is only an effort warns, and forbids nothing."""
        return self.scoped.binds

    @property
    def counts_all_duty(self) -> bool:
        """Whether it judges all duty; the schedule alone where not."""
        return self.rule.all_duty

    def covers(self, person: Person) -> bool:
        """Whether clause and rule both apply to the person."""
        return self.scoped.covers(person)

    def covers_day(self, day: Day) -> bool:
        """Whether it is in force on that date."""
        return self.first <= day <= self.last

    def frame(self, frame: Frame) -> Frame | None:
        """The frame cut to the dates for which it is in force; ``None`` where none is left."""
        if self.first <= frame.first and frame.last <= self.last:
            return frame
        first, last = max(frame.first, self.first), min(frame.last, self.last)
        return replace(frame, first=first, last=last) if first <= last else None

    def is_lifted(self, start: int, end: int, emergencies: Iterable[Stretch]) -> bool:
        """Whether it says nothing from ``start`` to ``end``, which a declared emergency touches;
        all are times of one clock.
        """
        return self.rule.lifted_by_emergency and any(
            start < until and since < end for since, until in emergencies
        )
