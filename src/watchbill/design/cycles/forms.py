"""The shapes that a cycle may have: how many days, and how many platoons of how many people."""

from __future__ import annotations

import math
from dataclasses import dataclass

from watchbill.design.cycles.need import WEEK, CycleNeed

STEPS = (7, 2, 14, 4, 3, 1, 6, 5)
"""Days from one platoon's beginning to the next one's, the likeliest to be liked first."""
LONGEST = 8 * WEEK
"""Days of the longest cycle but for that with a week for each person: a longer one is hard to
find and hard to read.
"""


@dataclass(frozen=True, slots=True)
class Form:
    """A cycle of ``days`` that ``platoons`` of ``size`` people each work, evenly apart."""

    days: int
    platoons: int
    size: int

    @property
    def step(self) -> int:
        """Days from one platoon's beginning to the next one's."""
        return self.days // self.platoons

    @property
    def offsets(self) -> tuple[int, ...]:
        """On which day each platoon begins."""
        return tuple(range(0, self.days, self.step))

    @property
    def shifts(self) -> tuple[int, ...]:
        """By how many days the cycle may be turned and count as the same.

        A cycle of whole weeks keeps its weekdays; another one passes through them all.
        """
        return tuple(range(0, self.days, WEEK if self.days % WEEK == 0 else 1))

    def weekdays(self, day: int) -> frozenset[int]:
        """The weekdays on which somebody comes to where platoon 0 is on that day."""
        return frozenset((day + turn * self.step) % WEEK for turn in range(WEEK))

    def __str__(self) -> str:
        if self.size == 1:
            return f"{self.days} days, {self.platoons} lines"
        return f"{self.days} days, {self.platoons} platoons of {self.size}"


def lines_of(people: int) -> Form:
    """A line of a week for each person, each beginning a week after the one before."""
    return Form(WEEK * people, people, 1)


def platoons_needed(need: CycleNeed, form: Form, day: int, tour: int) -> int:
    """Platoons that a tour needs on such a day at least."""
    return math.ceil(need.on(tour, form.weekdays(day)) / form.size)


def forms_of(need: CycleNeed) -> tuple[Form, ...]:
    """The forms that the need's people can have, those likeliest to be liked first."""
    counts = _platoons_of(need)
    found: list[Form] = []
    for step in STEPS:
        for count in sorted(counts, key=lambda count: (abs(count - 4), count)):
            form = Form(step * count, count, need.people // count)
            if form.days <= LONGEST:
                found.append(form)
    widest = widest_form(need)
    return (*found, *({widest} - set(found)))


def widest_form(need: CycleNeed) -> Form:
    """The form with the most freedom that the need allows: a week for each of its platoons, which
    are lines of one person where nobody has said how many platoons there are.
    """
    platoons = max(_platoons_of(need), default=need.people)
    return Form(WEEK * platoons, platoons, need.people // platoons)


def _platoons_of(need: CycleNeed) -> list[int]:
    """Into how many platoons the people can be put."""
    if need.platoons is not None:
        return [need.platoons]
    return [count for count in range(2, need.people + 1) if need.people % count == 0]
