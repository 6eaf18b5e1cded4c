"""Joins closed walks that share no node into one, where crossing over keeps every limit.

Two walks that are at the same weekday may swap what comes next: each day keeps its people, and
the two walks become one. It is allowed where the runs and successions that then meet are
within the limits. Circulations that come apart are nearly always mended so, without a solve.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from watchbill.design.rotation.problem import RotationNeed


class _Past(NamedTuple):
    """The days before a point: the last two letters, the last run and the work so far."""

    before: int
    last: int
    run: int
    worked: int


class _Future(NamedTuple):
    """The days after a point, as :class:`_Past` in the other direction."""

    first: int
    then: int
    run: int
    working: int


Points = list[dict[tuple[_Past, _Future], int]]


class Splicer:
    """Splices walks of a need; letters are places in its alphabet, days off the last one."""

    def __init__(self, need: RotationNeed) -> None:
        self._week = need.days
        self._off = len(need.tours)
        place = {letter: index for index, letter in enumerate(need.letters)}
        self._forbidden = {tuple(place[letter] for letter in one) for one in need.forbidden}
        self._runs = [tour.run for tour in need.tours] + [need.days_off]
        self._work = need.work
        self._known: dict[tuple[_Past, _Future], bool] = {}

    def join(self, walks: Sequence[list[int]]) -> list[int] | None:
        """One closed walk of all days of ``walks``, or ``None`` where none was found."""
        apart = sorted(walks, key=len)
        whole = apart.pop()
        while apart:
            points = self._points(whole)
            for other in apart:
                crossing = self._crossing(points, self._points(other))
                if crossing is not None:
                    break
            else:
                return None
            here, there = crossing
            whole = whole[:here] + other[there:] + other[:there] + whole[here:]
            apart.remove(other)
        return whole

    def _crossing(self, ours: Points, theirs: Points) -> tuple[int, int] | None:
        """Where two walks may swap what comes next, on the same weekday."""
        for day in range(self._week):
            for (past, future), here in ours[day].items():
                for (other_past, other_future), there in theirs[day].items():
                    if self._fits(past, other_future) and self._fits(other_past, future):
                        return here, there
        return None

    def _points(self, walk: list[int]) -> Points:
        """By weekday, each different point of ``walk`` and the place of one such point."""
        pasts = self._run_on(walk)
        futures = self._run_on(walk[::-1])[::-1]
        points: Points = [{} for _ in range(self._week)]
        for index in range(len(walk)):
            letter, before, run, worked = pasts[index - 1]
            first, then, run_after, working = futures[index]
            point = _Past(before, letter, run, worked), _Future(first, then, run_after, working)
            points[index % self._week].setdefault(point, index)
        return points

    def _run_on(self, walk: list[int]) -> list[tuple[int, int, int, int]]:
        """Each day of a cyclic walk: letter, letter before, length of run and of work so far."""
        begin = next(index for index, letter in enumerate(walk) if letter != walk[index - 1])
        while walk[begin] != self._off or walk[begin - 1] == self._off:
            begin = (begin + 1) % len(walk)
        days = [(0, 0, 0, 0)] * len(walk)
        run = worked = 0
        for step in range(len(walk)):
            index = (begin + step) % len(walk)
            letter, before = walk[index], walk[index - 1]
            run = run + 1 if letter == before else 1
            worked = 0 if letter == self._off else worked + 1
            days[index] = letter, before, run, worked
        return days

    def _fits(self, past: _Past, future: _Future) -> bool:
        meeting = past, future
        if meeting not in self._known:
            self._known[meeting] = self._meet(past, future)
        return self._known[meeting]

    def _meet(self, past: _Past, future: _Future) -> bool:
        last, first, off = past.last, future.first, self._off
        if last == first:
            limits = self._runs[last]
            if not limits.shortest <= past.run + future.run <= limits.longest:
                return False
        elif past.run < self._runs[last].shortest or future.run < self._runs[first].shortest:
            return False
        worked = (0 if last == off else past.worked) + (0 if first == off else future.working)
        if last != off or first != off:
            if worked < self._work.shortest:
                return False
            # Where only one side works, its run ends here and was within the limit before.
            if last != off and first != off and worked > self._work.longest:
                return False
        meeting = (past.before, last, first, future.then)
        return not any(part in self._forbidden for part in (meeting[1:3], meeting[:3], meeting[1:]))
