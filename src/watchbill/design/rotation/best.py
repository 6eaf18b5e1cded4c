"""The rotation that is best by a count over its runs, and a bound that no rotation passes.

A goal is a weight for each arc of the stint graph, so that the linear relaxation of a circulation
is a good bound on it, and most forms end in some hundredths of a second. Where the best circulation
comes apart it is spliced; if that costs something, its parts are tied and it is solved again.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from watchbill.design.rotation.euler import closed_walk, parts
from watchbill.design.rotation.graph import Arc, StintGraph, stint_graphs
from watchbill.design.rotation.model import Circulation, weighted
from watchbill.design.rotation.problem import RotationNeed
from watchbill.design.rotation.result import as_weeks
from watchbill.design.rotation.splice import Splicer
from watchbill.solve.progress import Watch
from watchbill.solve.run import Answer, solve
from watchbill.solve.settings import Settings

Weigh = Callable[[Arc, int], int]
"""What one walk of an arc weighs, given the letter of days off; the less in all, the better."""
MOST_TRIES = 4
"""How often a circulation that comes apart is solved again."""
TIGHT: dict[str, object] = {"linearization_level": 2, "cp_model_probing_level": 0}


@dataclass(frozen=True, slots=True)
class BestRotations:
    """Rotations that were found, each as weeks of letters, and what none weighs less than.

    ``bound`` is ``None`` where nothing was proved; ``none``: proved that there is no rotation.
    """

    weeks: tuple[tuple[str, ...], ...]
    bound: int | None
    none: bool = False


def best_rotations(
    need: RotationNeed, weigh: Weigh, settings: Settings | None = None, watch: Watch | None = None
) -> BestRotations:
    """The best rotations of the need that were found, the likeliest last.

    ``settings.effort`` is for each solve. The same need and seed give the same.
    """
    return _Search(need, weigh, settings or Settings(), watch).run()


class _Search:
    def __init__(
        self, need: RotationNeed, weigh: Weigh, settings: Settings, watch: Watch | None
    ) -> None:
        self._began = time.perf_counter()
        self._need, self._weigh = need, weigh
        self._settings, self._watch = settings, watch
        self._splicer = Splicer(need)
        self._bounds: list[int | None] = []

    def run(self) -> BestRotations:
        found: list[tuple[str, ...]] = []
        graphs = stint_graphs(self._need, remembering=True)
        for graph in graphs:
            found += self._in_graph(graph)
        known = [bound for bound in self._bounds if bound is not None]
        proved = len(known) == len(self._bounds)
        return BestRotations(
            tuple(found), min(known) if known and proved else None, not self._bounds
        )

    def _in_graph(self, graph: StintGraph) -> Iterator[tuple[str, ...]]:
        circulation = Circulation(self._need, graph, symmetric=False)
        weights = [self._weigh(arc, graph.off) for arc in graph.arcs]
        circulation.model.minimize(weighted(circulation.variables, weights))
        for _ in range(MOST_TRIES):
            rest = self._settings.left(time.perf_counter() - self._began)
            outcome = solve(circulation.model, replace(rest, cores=1), self._watch, TIGHT)
            if outcome.answer is Answer.IMPOSSIBLE:
                return
            bound = None if outcome.bound is None else round(outcome.bound)
            if not outcome.has_solution:
                self._bounds.append(None)
                return
            times = [outcome.value(variable) for variable in circulation.variables]
            apart = parts(graph, times)
            walks = [closed_walk(graph, part, self._need.days) for part in apart]
            walk = walks[0] if len(walks) == 1 else self._splicer.join(walks)
            if walk is not None:
                yield as_weeks(self._need, walk)
            if len(walks) == 1 or outcome.answer is not Answer.BEST:
                break
            for part in apart:
                circulation.tie_nodes(part.nodes)
        self._bounds.append(bound)
