"""Decides a rotation: finds one or proves that there is none.

One circulation is solved. Where it hangs together, it is the rotation; where it comes apart,
its parts are spliced; where that fails, the model is told which weekdays (or nodes) were left
apart and is solved again. Most needs end after one solve, and after a few all sets of weekdays
are tied at once, so a stubborn need does not creep from one cut to the next.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace

import networkx as nx

from watchbill.design.rotation.euler import Part, closed_walk, parts
from watchbill.design.rotation.graph import StintGraph, stint_graphs
from watchbill.design.rotation.model import Circulation
from watchbill.design.rotation.problem import RotationNeed
from watchbill.design.rotation.result import RotationAnswer, as_weeks
from watchbill.design.rotation.splice import Splicer
from watchbill.solve.progress import Watch
from watchbill.solve.run import Answer, Outcome, solve
from watchbill.solve.settings import Settings

SOLVES_BEFORE_ALL_WEEKDAYS = 3
MOST_DAYS_FOR_ALL_WEEKDAYS = 8

# Ways of solving a circulation, each with the effort (CP-SAT's deterministic seconds) after which
# the next takes over. Measured over the published and 600 random needs: the whole linear
# relaxation from the start, without what pays off only in long solves, takes half of the
# default's time at the median, but a few impossible needs hold it for seconds which cutting
# planes prove in hundredths. All are sound and none races: they change speed, never an answer.
_QUICK: dict[str, object] = {
    "add_lp_constraints_lazily": False,
    "cut_level": 0,
    "cp_model_probing_level": 0,
    "symmetry_level": 0,
    "max_presolve_iterations": 1,
}
WAYS: tuple[tuple[dict[str, object], float | None], ...] = (
    (_QUICK, 0.015),
    (_QUICK | {"cut_level": 1, "linearization_level": 2}, 1.0),
    ({"linearization_level": 2}, None),
)


def decide(
    need: RotationNeed, settings: Settings | None = None, watch: Watch | None = None
) -> RotationAnswer:
    """A rotation that meets ``need``, or the proof that there is none.

    The same need and seed give the same rotation, unless the limit or a stop came first.
    """
    return _Search(need, settings or Settings(), watch).run()


class _Search:
    """The state of one decision."""

    def __init__(self, need: RotationNeed, settings: Settings, watch: Watch | None) -> None:
        self._began = time.perf_counter()
        self._need = need
        self._settings = settings
        self._watch = watch
        self._splicer = Splicer(need)
        self._solves = 0

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
        while True:
            outcome = self._solve(circulation)
            if not outcome.has_solution:
                return self._end(outcome.answer)
            times = [outcome.value(variable) for variable in circulation.variables]
            apart = parts(graph, times)
            walks = [closed_walk(graph, part, self._need.days) for part in apart]
            walk = walks[0] if len(walks) == 1 else self._splicer.join(walks)
            if walk is not None:
                return self._end(Answer.FOUND, walk, spliced=len(walks) > 1)
            self._tie(circulation, times, apart)

    def _solve(self, circulation: Circulation) -> Outcome:
        """Solves by each way in turn until one decides or time is up."""
        for parameters, effort in WAYS:
            rest = self._settings.left(time.perf_counter() - self._began)
            efforts = [one for one in (effort, rest.effort) if one is not None]
            bounded = replace(rest, effort=min(efforts, default=None))
            outcome = solve(circulation.model, bounded, self._watch, parameters)
            if outcome.answer is not Answer.UNDECIDED or self._is_over(outcome):
                break
        self._solves += 1
        return outcome

    def _is_over(self, outcome: Outcome) -> bool:
        """Whether the limit is spent or a stop was asked for."""
        spent = time.perf_counter() - self._began
        limit = self._settings.limit
        stopped = self._watch is not None and self._watch.stopped
        return stopped or outcome.interrupted or (limit is not None and spent >= limit)

    def _tie(self, circulation: Circulation, times: Sequence[int], apart: list[Part]) -> None:
        """Rules out this circulation and all that come apart in the same way."""
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
            self._solves >= SOLVES_BEFORE_ALL_WEEKDAYS
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
