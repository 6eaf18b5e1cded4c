"""Carries out in CP-SAT what rules say to a plan.

One Boolean a possible tour, true where it is worked; two tours that overlap are never both
worked. Each rule gets a plan of its own, so that its constraints can be switched on by one
literal and an impossible demand be traced to its clauses.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from ortools.sat.python import cp_model
from ortools.sat.python.cp_model_helper import Literal

from watchbill.records.timeline import Frame, Timeline
from watchbill.rules.plan import Choice, Constrains, FreeSpan, Group, Pair


@dataclass
class DutyModel:
    """One person's possible tours in a model; ``worked`` has a variable for each.

    Where ``worked`` is given, the variables are the caller's own, and so is what keeps two tours
    from being worked at once.
    """

    model: cp_model.CpModel
    possible: Timeline
    frame: Frame
    worked: list[cp_model.IntVar] = field(default_factory=list)

    def __post_init__(self) -> None:
        if self.worked:
            return
        line = self.possible
        self.worked = [self.model.new_bool_var(f"tour {i}") for i in range(len(line))]
        for later in range(len(line)):
            for earlier in range(later):
                if line.starts[later] < line.ends[earlier]:
                    self.model.add_at_most_one(self.worked[earlier], self.worked[later])

    def hold_to(self, rule: Constrains, switch: Literal | None = None) -> None:
        """Holds the person to the rule, where ``switch`` is true or there is none."""
        rule.constrain(DutyPlan(self, switch))


@dataclass
class DutyPlan:
    """The plan of one rule, which holds where ``switch`` is true or there is none."""

    duty: DutyModel
    switch: Literal | None

    @property
    def possible(self) -> Timeline:
        return self.duty.possible

    @property
    def frame(self) -> Frame:
        return self.duty.frame

    def at_most(self, groups: Sequence[Group], limit: int) -> None:
        if len(groups) > limit:
            self._hold(sum(self._any(group) for group in groups) <= limit)

    def at_most_minutes(self, minutes: Mapping[int, int], limit: int) -> None:
        if sum(minutes.values()) > limit:
            self._hold(self._sum(minutes) <= limit)

    def at_least_minutes(self, minutes: Mapping[int, int], limit: int) -> None:
        self._hold(self._sum(minutes) >= limit)

    def not_all(self, places: Group) -> None:
        self._hold(sum(self.duty.worked[place] for place in places) <= len(places) - 1)

    def at_most_minutes_if_all(
        self, groups: Sequence[Group], minutes: Mapping[int, int], limit: int
    ) -> None:
        conditions = [self._any(group) for group in groups]
        self._hold(self._sum(minutes) <= limit, *conditions)

    def none_after_all(self, groups: Sequence[Group], then: Group, unless: Group) -> None:
        if then:
            conditions = [self._any(group) for group in groups]
            conditions += [self.duty.worked[place].negated() for place in unless]
            self._hold(sum(self.duty.worked[place] for place in then) <= 0, *conditions)

    def at_least_free(self, spans: Sequence[FreeSpan], at_least: int) -> None:
        self._hold(sum(self._free(span) for span in spans) >= at_least)

    def at_most_unless(
        self, groups: Sequence[Group], limit: int, spans: Sequence[FreeSpan]
    ) -> None:
        if len(groups) > limit:
            none_free = [self._free(span).negated() for span in spans]
            self._hold(sum(self._any(group) for group in groups) <= limit, *none_free)

    def one_of(self, choices: Sequence[Choice]) -> None:
        chosen = [self.duty.model.new_bool_var("choice") for _ in choices]
        self._hold(sum(chosen) >= 1)
        for is_chosen, (worked, free) in zip(chosen, choices, strict=True):
            for group in worked:
                literals = [self.duty.worked[place] for place in group]
                self.duty.model.add_bool_or([*literals, is_chosen.negated()])
            for place in free:
                self.duty.model.add_implication(is_chosen, self.duty.worked[place].negated())

    def at_most_pairs(self, pairs: Sequence[Pair], limit: int, where_any: Sequence[Pair]) -> None:
        both = {pair: self._both(pair) for pair in dict.fromkeys(pairs)}
        for pair in dict.fromkeys(where_any):
            self._hold(sum(both[one] for one in pairs) <= limit, both[pair])

    def _both(self, pair: Pair) -> Literal:
        """True exactly where both tours are worked."""
        literals = [self.duty.worked[place] for place in pair]
        is_both = self.duty.model.new_bool_var("pair")
        self.duty.model.add_bool_and(literals).only_enforce_if(is_both)
        self.duty.model.add_bool_or([*(one.negated() for one in literals), is_both])
        return is_both

    def _sum(self, minutes: Mapping[int, int]) -> cp_model.LinearExprT:
        return sum(self.duty.worked[place] * length for place, length in minutes.items())

    def _any(self, group: Group) -> Literal:
        """True exactly where a tour of the group is worked."""
        worked = [self.duty.worked[place] for place in group]
        if len(worked) == 1:
            return worked[0]
        if not worked:
            return self.duty.model.new_constant(0)
        is_any = self.duty.model.new_bool_var("any")
        self.duty.model.add_max_equality(is_any, worked)
        return is_any

    def _free(self, span: FreeSpan) -> Literal:
        """True exactly where the span is free."""
        against: list[Literal] = [self.duty.worked[place] for place in span.spoilers]
        if span.worked is not None:
            against.append(self.duty.worked[span.worked].negated())
        is_free = self.duty.model.new_bool_var("free")
        for one in against:
            self.duty.model.add_implication(one, is_free.negated())
        self.duty.model.add_bool_or([*against, is_free])
        return is_free

    def _hold(
        self, constraint: cp_model.BoundedLinearExpression | bool | np.bool_, *when: Literal
    ) -> None:
        """The constraint, where every literal of ``when`` and the rule's switch is true."""
        conditions = [*when, *([self.switch] if self.switch is not None else [])]
        if isinstance(constraint, bool | np.bool_):
            if not constraint:
                self.duty.model.add_bool_or([one.negated() for one in conditions])
            return
        held = self.duty.model.add(constraint)
        if conditions:
            held.only_enforce_if(conditions)
