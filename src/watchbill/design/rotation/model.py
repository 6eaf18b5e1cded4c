"""The circulation over a stint graph, as a CP-SAT model.

A variable an arc says how often the rotation walks it. What enters a node leaves it, and each
tour has its people each day: that is a circulation. It is a rotation where all its arcs hang
together. So that is stated too, as far as it is needed:

- from the start, that a weekday's stints do not all begin on that same weekday again while
  people work whom none of them can be (linear, cheap, and enough for most needs);
- later, for sets of weekdays and sets of nodes that a circulation was seen to leave apart
  (:meth:`Circulation.tie_weekdays`, :meth:`Circulation.tie_nodes`), each one a cut that every
  rotation respects. So ``impossible`` is a proof at every stage.

A goal or a rule over stints is a linear expression over ``variables``: an arc knows its weekday,
its letter and its length, and a run of days off also how long the work before it was.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from functools import cached_property
from itertools import combinations
from typing import NamedTuple

from ortools.sat.python import cp_model

from watchbill.design.rotation.graph import Begin, Done, StintGraph
from watchbill.design.rotation.problem import Limits, RotationNeed

weighted = cp_model.LinearExpr.weighted_sum


class Link(NamedTuple):
    """Arc ``arc`` ends a stint that began on weekday ``start``; the next begins on ``end``."""

    arc: int
    start: int
    end: int


class Circulation:
    """The model of one stint graph of a need."""

    def __init__(self, need: RotationNeed, graph: StintGraph, symmetric: bool = True) -> None:
        self.need = need
        self.graph = graph
        self.model = cp_model.CpModel()
        self.variables = [self.model.new_int_var(0, arc.most, "") for arc in graph.arcs]
        self.links = tuple(
            Link(place, (arc.day - arc.tail.worked) % need.days, (arc.day + arc.length) % need.days)
            for place, arc in enumerate(graph.arcs)
            if arc.length and arc.letter == graph.off
        )
        self.loose: cp_model.CpModel | None = None
        """The model as it was before the first tie, which has the same variables."""
        self._used: dict[int, cp_model.IntVar] = {}
        self._tied: set[frozenset[int]] = set()
        self._tied_nodes: set[frozenset[Done | Begin]] = set()
        self._conserve()
        self._cover()
        if need.most is not None:
            self._everybody()
        if need.minutes is not None:
            self._minutes(need.minutes)
        self._leave_weekdays()
        self._count_runs()
        if symmetric:  # nothing is asked for that tells one weekday from another
            self._begin_where_most_do()

    def _conserve(self) -> None:
        """What enters a node leaves it."""
        terms: defaultdict[Done | Begin, tuple[list[cp_model.IntVar], list[int]]]
        terms = defaultdict(lambda: ([], []))
        for variable, arc in zip(self.variables, self.graph.arcs, strict=True):
            for node, sign in ((arc.tail, 1), (arc.head, -1)):
                variables, signs = terms[node]
                variables.append(variable)
                signs.append(sign)
        for variables, signs in terms.values():
            self.model.add(weighted(variables, signs) == 0)

    def _cover(self) -> None:
        """Each tour has its people each day, and the rest are off."""
        week = self.need.days
        terms: defaultdict[tuple[int, int], tuple[list[cp_model.IntVar], list[int]]]
        terms = defaultdict(lambda: ([], []))
        for variable, arc in zip(self.variables, self.graph.arcs, strict=True):
            for offset in range(min(week, arc.length)):
                day = (arc.day + offset) % week
                variables, times = terms[arc.letter, day]
                variables.append(variable)
                times.append(arc.days_on(day, week))
        least = [*self.need.need, tuple(self.need.people - self.need.working_most(day)
                                        for day in range(week))]  # fmt: skip
        most = [*self.need.highest, tuple(self.need.free(day) for day in range(week))]
        for letter, day in sorted(terms):
            # A letter without arcs here has no need here: such graphs are left out.
            low, high = least[letter][day], most[letter][day]
            self.model.add_linear_constraint(weighted(*terms[letter, day]), low, high)

    def _everybody(self) -> None:
        """Everybody works or is off on every day, where neither is fixed."""
        for day in range(self.need.days):
            there = [
                (variable, arc.days_on(day, self.need.days))
                for variable, arc in zip(self.variables, self.graph.arcs, strict=True)
                if arc.length
            ]
            total = weighted([one for one, _ in there], [times for _, times in there])
            self.model.add(total == self.need.people)

    def _minutes(self, limits: Limits) -> None:
        """The minutes of all tours are within their limits."""
        lengths = [tour.length for tour in self.need.tours]
        worked = [
            (variable, arc.length * lengths[arc.letter])
            for variable, arc in zip(self.variables, self.graph.arcs, strict=True)
            if arc.length and arc.letter != self.graph.off
        ]
        total = weighted([one for one, _ in worked], [minutes for _, minutes in worked])
        self.model.add_linear_constraint(total, limits.shortest, limits.longest)

    def _leave_weekdays(self) -> None:
        """Stints that begin on a weekday do not all lead back to it.

        If they did and others began elsewhere, the two would not hang together. That all begin
        on that weekday is ruled out where people work the day before: no stint of one week
        works then, and a longer one that leads back needs two weeks.
        """
        week = self.need.days
        if self.need.work.longest + self.need.days_off.longest >= 2 * week:
            return
        for day in range(week):
            links = [link for link in self.links if link.start == day]
            before = (day - 1) % week
            if links and self.need.working(before):
                most = max(1, min(self.need.free(before), self.need.working_most(day)))
                weights = [1 if link.end == day else 1 - most for link in links]
                self.model.add(weighted(self._of(links), weights) <= 0)

    def _count_runs(self) -> None:
        """How many runs of each letter a week's people come to, and how many stints.

        The arcs keep these limits by themselves; stated as whole numbers they also round, which
        the linear relaxation does not, and most tight needs without a rotation end so.
        """
        need, off = self.need, self.graph.off
        days = range(need.days)
        rows = [
            (letter, (sum(least), sum(most)), tour.run)
            for letter, (least, most, tour) in enumerate(
                zip(need.need, need.highest, need.tours, strict=True)
            )
        ]
        free = sum(need.people - need.working_most(day) for day in days), sum(map(need.free, days))
        work = sum(map(need.working, days)), sum(map(need.working_most, days))
        # There are as many runs of work as of days off.
        both = [(off, free, need.days_off), (off, work, need.work)]
        for letter, (least, most), limits in [*rows, *both]:
            runs = cp_model.LinearExpr.sum(
                [
                    variable
                    for variable, arc in zip(self.variables, self.graph.arcs, strict=True)
                    if arc.length and arc.letter == letter
                ]
            )
            self.model.add(runs >= -(-least // max(1, limits.longest)))
            self.model.add(runs <= most // max(1, limits.shortest))

    def _begin_where_most_do(self) -> None:
        """Where the need is the same every day, most stints begin on the first weekday.

        Such a need's rotations may begin on any weekday, so a search would go through each of
        them once for every day of the week.
        """
        if any(len(set(row)) > 1 for row in (*self.need.need, *self.need.highest)):
            return
        begun = [
            cp_model.LinearExpr.sum(self._of([link for link in self.links if link.start == day]))
            for day in range(self.need.days)
        ]
        for others in begun[1:]:
            self.model.add(begun[0] >= others)

    def tie_weekdays(self, weekdays: Collection[int]) -> bool:
        """Stints that begin on ``weekdays`` are not cut off from those that begin on others.

        Complete where nodes after days off remember nothing but their weekday. False where this
        was stated before.
        """
        inside = frozenset(weekdays)
        outside = frozenset(range(self.need.days)) - inside
        if inside in self._tied or outside in self._tied or not (inside and outside):
            return False
        self._keep_loose()
        self._tied.add(inside)
        leaving = [link for link in self.links if link.start in inside and link.end in outside]
        some_inside, some_outside = (self.model.new_bool_var("") for _ in range(2))
        for day in range(self.need.days):
            side = some_inside if day in inside else some_outside
            self.model.add_implication(self._is_used(day), side)
        crossing = cp_model.LinearExpr.sum(self._of(leaving))
        self.model.add(crossing >= 1).only_enforce_if(some_inside, some_outside)
        return True

    def tie_all_weekdays(self) -> None:
        """Every set of weekdays is tied to the others (a week of ``d`` days has 2**(d-1) - 1)."""
        rest = range(1, self.need.days)
        for size in range(self.need.days - 1):
            for others in combinations(rest, size):
                self.tie_weekdays({0, *others})

    def tie_nodes(self, nodes: frozenset[Done | Begin]) -> None:
        """Stints that begin in ``nodes`` are not cut off from those that begin in others.

        The same is stated for the nodes as many days later, for each day of the week: needs are
        much alike on most days, and what is cut off on one would come back on the next.
        """
        self._keep_loose()
        for days in range(self.need.days):
            week = self.need.days
            moved = frozenset(node._replace(day=(node.day + days) % week) for node in nodes)
            self._tie_nodes(moved & self.nodes)

    def _tie_nodes(self, inside: frozenset[Done | Begin]) -> None:
        if inside in self._tied_nodes or self.nodes - inside in self._tied_nodes:
            return
        self._tied_nodes.add(inside)
        some_inside, some_outside = (self.model.new_bool_var("") for _ in range(2))
        for some, side in ((some_inside, True), (some_outside, False)):
            begun = [
                self.variables[at] for at in self._starts if (self._tail(at) in inside) is side
            ]
            self.model.add(cp_model.LinearExpr.sum(begun) == 0).only_enforce_if(~some)
        leaving = [
            variable
            for variable, arc in zip(self.variables, self.graph.arcs, strict=True)
            if arc.tail in inside and arc.head not in inside
        ]
        crossing = cp_model.LinearExpr.sum(leaving)
        self.model.add(crossing >= 1).only_enforce_if(some_inside, some_outside)

    def _keep_loose(self) -> None:
        if self.loose is None:
            self.loose = self.model.clone()

    @property
    def ties(self) -> int:
        """How many ties are stated."""
        return len(self._tied) + len(self._tied_nodes)

    @cached_property
    def nodes(self) -> frozenset[Done | Begin]:
        """All nodes of the graph."""
        return frozenset(arc.tail for arc in self.graph.arcs)

    @cached_property
    def _starts(self) -> list[int]:
        """The arcs with which stints begin: the choice of the first run after days off."""
        off = self.graph.off
        return [
            place
            for place, arc in enumerate(self.graph.arcs)
            if not arc.length and arc.letter != off and not arc.tail.worked
        ]

    def _tail(self, place: int) -> Done | Begin:
        return self.graph.arcs[place].tail

    def _is_used(self, day: int) -> cp_model.IntVar:
        """A literal that holds where a stint begins on weekday ``day``."""
        if day not in self._used:
            used = self.model.new_bool_var("")
            begun = self._of([link for link in self.links if link.start == day])
            total = cp_model.LinearExpr.sum(begun)
            self.model.add(total == 0).only_enforce_if(~used)
            self.model.add(total >= 1).only_enforce_if(used)
            self._used[day] = used
        return self._used[day]

    def _of(self, links: Sequence[Link]) -> list[cp_model.IntVar]:
        return [self.variables[link.arc] for link in links]
