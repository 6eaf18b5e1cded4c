"""Who fills which post, of those on duty: as many seats as can be, those of earlier posts first.

People who may fill the same posts are one group. Each seat in its turn is given to a group that
has somebody free, or that is freed by moving somebody who is seated to another of their posts (an
augmenting path). A seat once filled stays filled, so that what earlier posts get is never less;
that the greedy choice is also the greatest number of seats is the theorem on transversal matroids
(Edmonds and Fulkerson, Transversals and matroid partition, 1965).
"""

from __future__ import annotations

from collections.abc import Sequence

Eligible = frozenset[int]
"""Posts, by their place in the service, that a person may fill."""


def filled(need: Sequence[int], groups: Sequence[tuple[Eligible, int]]) -> list[int]:
    """How many each post has, of ``groups`` (posts that they may fill, how many they are).

    Whoever is left over goes to the first post that takes them.
    """
    seating = _Seating(len(need), groups)
    for post, count in enumerate(need):
        for _ in range(count):
            if not seating.seat(post, set()):
                break
    have = [sum(of_group) for of_group in seating.people]
    for group, (posts, _) in enumerate(groups):
        if posts:
            have[min(posts)] += seating.free[group]
    return have


class _Seating:
    """``people[post][group]`` are seated; ``free[group]`` are not."""

    def __init__(self, posts: int, groups: Sequence[tuple[Eligible, int]]) -> None:
        self.groups = groups
        self.free = [count for _, count in groups]
        self.people = [[0] * len(groups) for _ in range(posts)]

    def seat(self, post: int, tried: set[int]) -> bool:
        """One person more at the post, with others moved where need be; ``tried`` are groups
        from which nobody comes."""
        for group, (posts, _) in enumerate(self.groups):
            if post not in posts or group in tried:
                continue
            tried.add(group)
            if self.free[group]:
                self.free[group] -= 1
            elif not self._moves(group, tried):
                continue
            self.people[post][group] += 1
            return True
        return False

    def _moves(self, group: int, tried: set[int]) -> bool:
        """Takes one of the group from a post that another group can fill in their place."""
        for post, of_group in enumerate(self.people):
            if of_group[group] and self.seat(post, tried):
                of_group[group] -= 1
                return True
        return False
