"""Rules held to a cycle of tours that comes round again and again.

A cycle has one variable for each of its possible tours. Laid out over dates it comes round, so
that many dates share a variable; a rule speaks of dates, and what it says is folded back onto the
cycle. What a rule says of each round alike is carried out once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ortools.sat.python import cp_model
from ortools.sat.python.cp_model_helper import Literal

from watchbill.records.timeline import Frame, Timeline
from watchbill.rules.plan import Choice, Constrains, FreeSpan, Group, Pair
from watchbill.solve.duty import DutyModel, DutyPlan


@dataclass(frozen=True, slots=True)
class LaidCycle:
    """A cycle's possible tours over dates: the time line, what is judged, and for each place of
    the time line the variable of the cycle that it stands for.
    """

    possible: Timeline
    frame: Frame
    variables: Sequence[int]


@dataclass
class RepeatingDuty:
    """The possible tours of one cycle in a model, a variable each."""

    model: cp_model.CpModel
    worked: list[cp_model.IntVar]
    _said: set[Hashable] = field(default_factory=set)

    def hold_to(self, rule: Constrains, laid: LaidCycle, switch: Literal | None = None) -> None:
        """Holds the cycle, laid out so, to the rule where ``switch`` is true or there is none."""
        duty = DutyModel(self.model, laid.possible, laid.frame, self.worked)
        name = None if switch is None else switch.index
        rule.constrain(_Folded(DutyPlan(duty, switch), laid, name, self._said))


@dataclass
class _Folded:
    """A plan over dates, folded onto the variables of the cycle."""

    plan: DutyPlan
    laid: LaidCycle
    switch: int | None
    said: set[Hashable]

    @property
    def possible(self) -> Timeline:
        return self.laid.possible

    @property
    def frame(self) -> Frame:
        return self.laid.frame

    def at_most(self, groups: Sequence[Group], limit: int) -> None:
        folded = self._groups(groups)
        if self._is_new("at most", folded, limit):
            self.plan.at_most(folded, limit)

    def at_most_minutes(self, minutes: Mapping[int, int], limit: int) -> None:
        folded = self._minutes(minutes)
        if self._is_new("minutes", tuple(folded.items()), limit):
            self.plan.at_most_minutes(folded, limit)

    def at_least_minutes(self, minutes: Mapping[int, int], limit: int) -> None:
        folded = self._minutes(minutes)
        if self._is_new("minutes at least", tuple(folded.items()), limit):
            self.plan.at_least_minutes(folded, limit)

    def not_all(self, places: Group) -> None:
        folded = self._places(places)
        if self._is_new("not all", folded):
            self.plan.not_all(folded)

    def at_most_minutes_if_all(
        self, groups: Sequence[Group], minutes: Mapping[int, int], limit: int
    ) -> None:
        folded, lengths = self._groups(groups), self._minutes(minutes)
        if self._is_new("minutes if all", folded, tuple(lengths.items()), limit):
            self.plan.at_most_minutes_if_all(folded, lengths, limit)

    def none_after_all(self, groups: Sequence[Group], then: Group, unless: Group) -> None:
        folded = self._groups(groups), self._places(then), self._places(unless)
        if self._is_new("none after", *folded):
            self.plan.none_after_all(*folded)

    def at_least_free(self, spans: Sequence[FreeSpan], at_least: int) -> None:
        folded = self._spans(spans)
        if self._is_new("free", folded, at_least):
            self.plan.at_least_free(folded, at_least)

    def at_most_unless(
        self, groups: Sequence[Group], limit: int, spans: Sequence[FreeSpan]
    ) -> None:
        folded, free = self._groups(groups), self._spans(spans)
        if self._is_new("at most unless", folded, limit, free):
            self.plan.at_most_unless(folded, limit, free)

    def one_of(self, choices: Sequence[Choice]) -> None:
        folded = tuple((self._groups(worked), self._places(free)) for worked, free in choices)
        if self._is_new("one of", folded):
            self.plan.one_of(folded)

    def at_most_pairs(self, pairs: Sequence[Pair], limit: int, where_any: Sequence[Pair]) -> None:
        folded, any_of = self._pairs(pairs), self._pairs(where_any)
        if self._is_new("pairs", folded, limit, any_of):
            self.plan.at_most_pairs(folded, limit, any_of)

    def _is_new(self, *what: Hashable) -> bool:
        """Whether this was not said before, of another round or by another rule as switched."""
        key = (self.switch, *what)
        if key in self.said:
            return False
        self.said.add(key)
        return True

    def _places(self, places: Iterable[int]) -> tuple[int, ...]:
        """With a place for each time that its tour comes round."""
        return tuple(sorted(self.laid.variables[place] for place in places))

    def _groups(self, groups: Iterable[Group]) -> tuple[tuple[int, ...], ...]:
        return tuple(sorted(self._places(group) for group in groups))

    def _minutes(self, minutes: Mapping[int, int]) -> dict[int, int]:
        total: Counter[int] = Counter()
        for place, length in minutes.items():
            total[self.laid.variables[place]] += length
        return dict(sorted(total.items()))

    def _spans(self, spans: Iterable[FreeSpan]) -> tuple[FreeSpan, ...]:
        fold = self.laid.variables
        return tuple(
            FreeSpan(
                self._places(span.spoilers), None if span.worked is None else fold[span.worked]
            )
            for span in spans
        )

    def _pairs(self, pairs: Iterable[Pair]) -> tuple[Pair, ...]:
        fold = self.laid.variables
        return tuple(sorted((fold[one], fold[other]) for one, other in pairs))
