"""From a circulation to closed walks: each part of it that hangs together is one.

A circulation enters every node as often as it leaves it, so each connected part is an Eulerian
multigraph, and a walk over all its arcs is a rotation of that part.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import networkx as nx

from watchbill.design.rotation.graph import Begin, Done, StintGraph


@dataclass(frozen=True, slots=True)
class CircuitPart:
    """Arcs of a circulation that hang together: their nodes, and (arc, times walked)."""

    nodes: frozenset[Done | Begin]
    walked: tuple[tuple[int, int], ...]


def parts(graph: StintGraph, times: Sequence[int]) -> list[CircuitPart]:
    """The connected parts of the circulation that walks arc ``i`` ``times[i]`` times."""
    used = [(place, count) for place, count in enumerate(times) if count]
    support: nx.Graph[Done | Begin] = nx.Graph()
    support.add_edges_from((graph.arcs[place].tail, graph.arcs[place].head) for place, _ in used)
    found = []
    for nodes in nx.connected_components(support):
        walked = tuple((place, count) for place, count in used if graph.arcs[place].tail in nodes)
        found.append(CircuitPart(frozenset(nodes), walked))
    return found


def closed_walk(graph: StintGraph, part: CircuitPart, week: int) -> list[int]:
    """The letters of ``part``, day by day, along one closed walk; the first is of weekday 0."""
    multigraph: nx.MultiDiGraph[Done | Begin] = nx.MultiDiGraph()
    for place, count in part.walked:
        arc = graph.arcs[place]
        for copy in range(count):
            multigraph.add_edge(arc.tail, arc.head, key=(place, copy))
    first_day: int | None = None
    letters: list[int] = []
    for _, _, (place, _) in nx.eulerian_circuit(multigraph, keys=True):
        arc = graph.arcs[place]
        if arc.length and first_day is None:
            first_day = arc.day
        letters += [arc.letter] * arc.length
    late = (first_day or 0) % week
    return letters[-late:] + letters[:-late] if late else letters
