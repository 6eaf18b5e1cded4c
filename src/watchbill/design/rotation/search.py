"""Decides a rotation: finds one or proves that there is none.

One circulation is solved. Where it hangs together, it is the rotation; where it comes apart,
its parts are spliced; where that fails, the model is told which weekdays (or nodes) were left
apart and is solved again. Most needs end after one solve, and after a few all sets of weekdays
are tied at once, so a stubborn need does not creep from one cut to the next.

Ties prove what is impossible, but they are hard to search through, and another circulation
is often spliced at once. So from the first tie on, the model without any is tried too, from
another seed each time.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count

import networkx as nx
from ortools.sat.python import cp_model

from watchbill.design.rotation.euler import CircuitPart, closed_walk, parts
from watchbill.design.rotation.graph import StintGraph, stint_graphs
from watchbill.design.rotation.model import Circulation
from watchbill.design.rotation.problem import RotationNeed
from watchbill.design.rotation.result import RotationAnswer, as_weeks
from watchbill.design.rotation.splice import Splicer
from watchbill.solve.progress import Watch
from watchbill.solve.run import Answer, Outcome, solve
from watchbill.solve.settings import Settings

TIMES_BEFORE_ALL_WEEKDAYS = 3
"""How often a circulation comes apart by weekdays until all sets of them are tied."""
MOST_DAYS_FOR_ALL_WEEKDAYS = 8

# Ways of solving a circulation, taken in turn, each turn with twice the effort of the one before
# and from another seed. Measured over the published and some thousands of random needs: the whole
# linear relaxation from the start, without what pays off only in long solves, takes half of the
# default's time at the median. How long a way takes on a hard need is mostly luck, so one that has
# not ended soon is better begun again; and a few impossible needs hold the quick way for seconds
# which cutting planes prove in hundredths. All are sound: they change speed, never an answer.
_QUICK: dict[str, object] = {
    "add_lp_constraints_lazily": False,
    "cut_level": 0,
    "cp_model_probing_level": 0,
    "symmetry_level": 0,
    "max_presolve_iterations": 1,
}
WAYS: tuple[dict[str, object], ...] = (
    _QUICK,
    _QUICK,
    _QUICK | {"cut_level": 1},
    _QUICK | {"max_presolve_iterations": 3},
)
FIRST_EFFORT = 0.015
"""CP-SAT's deterministic seconds of the first turn."""

LAST_LOOSE_TURN = 2
LOOSE_A_TIME = 2
MOST_LOOSE = 12
"""How often the model without ties is tried, and with how much effort at most."""


def decide(
    need: RotationNeed,
    settings: Settings | None = None,
    watch: Watch | None = None,
    most_solves: int | None = None,
) -> RotationAnswer:
    """A rotation that meets ``need``, or the proof that there is none.

    The same need and seed give the same rotation, unless the limit or a stop came first. After
    ``most_solves`` models it is left undecided.
    """
    return _Search(need, settings or Settings(), watch, most_solves).run()


class _Search:
    """The state of one decision."""

    def __init__(
        self,
        need: RotationNeed,
        settings: Settings,
        watch: Watch | None,
        most_solves: int | None,
    ) -> None:
        self._most_solves = most_solves
        self._began = time.perf_counter()
        self._need = need
        self._settings = settings
        self._watch = watch
        self._splicer = Splicer(need)
        self._solves = 0
        self._came_apart = 0

    def run(self) -> RotationAnswer:
        proved = True
        for graph in stint_graphs(self._need):
            found = self._in_graph(graph)
            if found.answer is Answer.FOUND:
                return found
            proved = proved and found.answer is Answer.IMPOSSIBLE
        return self._end(Answer.IMPOSSIBLE if proved else Answer.UNDECIDED)

    def _in_graph(self, graph: StintGraph) -> RotationAnswer:
        circulation = Circulation(self._need, graph)
        for model, turn in self._tries(circulation):
            if self._most_solves is not None and self._solves >= self._most_solves:
                break
            outcome = self._solve(model, turn)
            if outcome.answer is Answer.IMPOSSIBLE:
                return self._end(Answer.IMPOSSIBLE)
            if outcome.has_solution:
                times = [outcome.value(variable) for variable in circulation.variables]
                apart = parts(graph, times)
                walks = [closed_walk(graph, part, self._need.days) for part in apart]
                walk = walks[0] if len(walks) == 1 else self._splicer.join(walks)
                if walk is not None:
                    return self._end(Answer.FOUND, walk, spliced=len(walks) > 1)
                self._tie(circulation, times, apart)
            elif self._is_over(outcome, turn):
                break
        return self._end(Answer.UNDECIDED)

    def _tries(self, circulation: Circulation) -> Iterator[tuple[cp_model.CpModel, int]]:
        """What to solve next, and in which turn; what comes apart is tied before the next.

        A turn ends when its effort is spent; while it finds what is then ruled out, it goes on.
        """
        loose = 0
        for turn in count():
            ties = -1
            while ties != circulation.ties:
                for _ in range(LOOSE_A_TIME):
                    if circulation.loose is not None and loose < MOST_LOOSE:
                        loose += 1
                        yield circulation.loose, min(turn, LAST_LOOSE_TURN)
                ties = circulation.ties
                yield circulation.model, turn

    def _solve(self, model: cp_model.CpModel, turn: int) -> Outcome:
        """Solves by a turn's way, from a seed that no solve before this one had."""
        rest = self._settings.left(time.perf_counter() - self._began)
        effort = FIRST_EFFORT * 2**turn
        if rest.effort is not None:
            effort = min(effort, rest.effort)
        rest = replace(rest, seed=rest.seed + self._solves, effort=effort)
        self._solves += 1
        return solve(model, rest, self._watch, WAYS[turn % len(WAYS)])

    def _is_over(self, outcome: Outcome, turn: int) -> bool:
        """Whether the limit or the effort is spent, or a stop was asked for."""
        spent = time.perf_counter() - self._began
        limit, effort = self._settings.limit, self._settings.effort
        return (
            outcome.interrupted
            or (self._watch is not None and self._watch.stopped)
            or (limit is not None and spent >= limit)
            or (effort is not None and FIRST_EFFORT * 2**turn >= effort)
        )

    def _tie(
        self, circulation: Circulation, times: Sequence[int], apart: list[CircuitPart]
    ) -> None:
        """Rules out this circulation and all that come apart in the same way."""
        self._came_apart += 1
        met: nx.Graph[int] = nx.Graph()
        met.add_edges_from((link.start, link.end) for link in circulation.links if times[link.arc])
        weekdays = list(nx.connected_components(met))
        if len(weekdays) == 1:
            # The weekdays hang together, but what single days off bar keeps stints apart.
            nodes = circulation.nodes
            idle = nodes.difference(*(part.nodes for part in apart))
            for part in apart:
                circulation.tie_nodes(part.nodes)
                circulation.tie_nodes(part.nodes | idle)
        elif (
            self._came_apart >= TIMES_BEFORE_ALL_WEEKDAYS
            and self._need.days <= MOST_DAYS_FOR_ALL_WEEKDAYS
        ):
            circulation.tie_all_weekdays()
        else:
            for together in weekdays:
                circulation.tie_weekdays(together)

    def _end(
        self, answer: Answer, walk: Sequence[int] | None = None, spliced: bool = False
    ) -> RotationAnswer:
        weeks = None if walk is None else as_weeks(self._need, walk)
        seconds = time.perf_counter() - self._began
        return RotationAnswer(answer, seconds, self._solves, weeks, spliced)
