"""Who fills which post: as many seats as any matching fills, those of earlier posts first."""

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from watchbill.roster.seating import Eligible, filled

POSTS = 4
needs = st.lists(st.integers(0, 3), min_size=POSTS, max_size=POSTS)
groups = st.dictionaries(
    st.frozensets(st.integers(0, POSTS - 1), max_size=3), st.integers(1, 3), max_size=5
).map(lambda counts: list(counts.items()))


def by_matching(need: list[int], found: list[tuple[Eligible, int]]) -> list[int]:
    """How many seats of each post a matching of greatest weight fills."""
    graph: nx.Graph[tuple[object, ...]] = nx.Graph()
    people = [posts for posts, count in found for _ in range(count)]
    for post, count in enumerate(need):
        for seat in range(count):
            for person, posts in enumerate(people):
                if post in posts:
                    weight = 100 ** (len(need) - post)
                    graph.add_edge(("seat", post, seat), ("person", person), weight=weight)
    seats = [0] * len(need)
    for pair in nx.max_weight_matching(graph, maxcardinality=True):
        seats[int(str(max(pair)[1]))] += 1
    return seats


@given(needs, groups)
@settings(deadline=None, max_examples=300)
def test_the_seats_filled_are_those_of_the_best_matching(
    need: list[int], found: list[tuple[Eligible, int]]
) -> None:
    have = filled(need, found)
    assert sum(have) == sum(count for posts, count in found if posts)
    seats = [min(wanted, there) for wanted, there in zip(need, have, strict=True)]
    best = by_matching(need, found)
    # Whoever is left over may fill a seat by chance only where no matching could.
    assert seats == best


def test_somebody_is_moved_so_that_another_post_is_filled_too() -> None:
    both, first = frozenset({0, 1}), frozenset({0})
    assert filled([1, 1], [(both, 1), (first, 1)]) == [1, 1]
    assert filled([1, 1], [(both, 1)]) == [1, 0]
    assert filled([1, 1], [(both, 3), (frozenset(), 2)]) == [2, 1]
