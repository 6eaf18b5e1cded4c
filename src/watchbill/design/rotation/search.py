"""Decides a rotation: finds one or proves that there is none.

One circulation is solved. Where it hangs together, it is the rotation; where it comes apart,
its parts are spliced; where that fails, the model is told which weekdays (or nodes) were left
apart and is solved again. Most needs end after one solve, and after a few all sets of weekdays
are tied at once, so a stubborn need does not creep from one cut to the next.
"""

from __future__ import annotations

import time
from collections.abc import Sequence

import networkx as nx

from watchbill.design.rotation.euler import Part, closed_walk, parts
from watchbill.design.rotation.graph import StintGraph, stint_graphs
from watchbill.design.rotation.model import Circulation
from watchbill.design.rotation.problem import RotationNeed
from watchbill.design.rotation.result import RotationAnswer, as_weeks
from watchbill.design.rotation.splice import Splicer
from watchbill.solve.progress import Watch
from watchbill.solve.run import Answer, solve
from watchbill.solve.settings import Settings

SOLVES_BEFORE_ALL_WEEKDAYS = 3
MOST_DAYS_FOR_ALL_WEEKDAYS = 8


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
            rest = self._settings.left(time.perf_counter() - self._began)
            outcome = solve(circulation.model, rest, self._watch)
            self._solves += 1
            if not outcome.has_solution:
                return self._end(outcome.answer)
            times = [outcome.value(variable) for variable in circulation.variables]
            apart = parts(graph, times)
            walks = [closed_walk(graph, part, self._need.days) for part in apart]
            walk = walks[0] if len(walks) == 1 else self._splicer.join(walks)
            if walk is not None:
                return self._end(Answer.FOUND, walk, spliced=len(walks) > 1)
            self._tie(circulation, times, apart)

    def _tie(self, circulation: Circulation, times: Sequence[int], apart: list[Part]) -> None:
        """Rules out this circulation and all that come apart in the same way."""
        met: nx.Graph[int] = nx.Graph()
        met.add_edges_from((link.start, link.end) for link in circulation.links if times[link.arc])
        weekdays = list(nx.connected_components(met))
        if len(weekdays) == 1:
            # The weekdays hang together, but what single days off bar keeps stints apart.
            idle = {node for arc in circulation.graph.arcs for node in (arc.tail, arc.head)}
            idle.difference_update(*(part.nodes for part in apart))
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
