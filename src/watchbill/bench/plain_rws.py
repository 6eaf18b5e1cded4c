"""The peer: rotating workforce as it is commonly modelled, a Boolean a day and a tour.

Each day of the rotation has one Boolean for each tour and none set on a day off. Sums give the
need, and clauses over windows of days give runs and successions. CP-SAT gets it as it is, with
its own settings and its searches racing on all the cores given.
"""

from __future__ import annotations

import time
from collections.abc import Sequence

from ortools.sat.python import cp_model

from watchbill.design.rotation.problem import OFF, Limits, RotationNeed
from watchbill.design.rotation.result import RotationAnswer
from watchbill.solve.run import solve
from watchbill.solve.settings import Settings

RACING: dict[str, object] = {"interleave_search": False}
"""Faster than taking turns, and the peer need not give the same rotation twice."""


def decide_plainly(need: RotationNeed, settings: Settings | None = None) -> RotationAnswer:
    """What the plain model comes to; its seconds cover building and solving."""
    began = time.perf_counter()
    plain = _Plain(need)
    outcome = solve(plain.model, settings, parameters=RACING)
    weeks = None
    if outcome.has_solution:
        text = "".join(
            next(letter for letter, literal in day.items() if outcome.value(literal))
            for day in plain.days
        )
        weeks = tuple(text[at : at + need.days] for at in range(0, len(text), need.days))
    return RotationAnswer(outcome.answer, time.perf_counter() - began, 1, weeks)


class _Plain:
    """The model: ``days`` holds, for each day of the rotation, a literal for each letter."""

    def __init__(self, need: RotationNeed) -> None:
        self.model = cp_model.CpModel()
        self._length = need.people * need.days
        self.days = [
            {letter: self.model.new_bool_var("") for letter in need.letters}
            for _ in range(self._length)
        ]
        for day in self.days:
            self.model.add_exactly_one(day.values())
        for weekday in range(need.days):
            for tour, row in zip(need.tours, need.need, strict=True):
                there = [day[tour.letter] for day in self.days[weekday :: need.days]]
                self.model.add(cp_model.LinearExpr.sum(there) == row[weekday])
        for tour in need.tours:
            self._run([day[tour.letter] for day in self.days], tour.run)
        off = [day[OFF] for day in self.days]
        self._run(off, need.days_off)
        self._run([day[OFF].negated() for day in self.days], need.work)
        for succession in need.forbidden:
            for first in range(self._length):
                self.model.add_bool_or(
                    ~self._day(first + step)[letter] for step, letter in enumerate(succession)
                )

    def _day(self, index: int) -> dict[str, cp_model.IntVar]:
        return self.days[index % self._length]

    def _run(self, on: Sequence[cp_model.LiteralT], limits: Limits) -> None:
        """Runs of days on which ``on`` holds; one that never ends is longer than any limit."""
        length = self._length
        window = min(limits.longest + 1, length)
        for first in range(length):
            self.model.add_bool_or(~on[(first + step) % length] for step in range(window))
            for step in range(2, limits.shortest + 1):
                later = on[(first + step) % length]
                self.model.add_bool_or(on[first], ~on[(first + 1) % length], later)
