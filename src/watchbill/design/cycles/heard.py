"""What rules say of a cycle, as far as the engine of rotations can be held to it.

The engine knows tours that no day has, successions of two or three days, longest runs of a tour or
of work, days off after work, and minutes of the whole cycle. What a rule says beyond that is left
out and remembered (:attr:`HeardPlan.left_out`), so that what is kept is never stricter than the
rules: what cannot be done under it cannot be done under them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from watchbill.records.timeline import Frame, Timeline
from watchbill.rules.plan import Choice, FreeSpan, Group, Pair
from watchbill.solve.repeating import LaidCycle

Day = int
Tour = int
On = tuple[Day, Tour]
OFF = -1
"""Stands for a day off in a succession."""


@dataclass
class CycleFacts:
    """What was heard: each fact with the days of the cycle of which it was said.

    ``banned[t]`` are days on which tour ``t`` may not start; ``successions`` are of tours on
    consecutive days; ``runs`` are sets of tours that may not be worked so many days in a row;
    ``rests`` are days off after work of so many days or more. ``minutes`` are those of a cycle.
    """

    banned: dict[Tour, set[Day]] = field(default_factory=dict)
    successions: dict[tuple[Tour, ...], set[Day]] = field(default_factory=dict)
    runs: dict[tuple[frozenset[Tour], int], set[Day]] = field(default_factory=dict)
    rests: dict[tuple[int, int], set[Day]] = field(default_factory=dict)
    minutes: int | None = None


@dataclass
class HeardPlan:
    """A plan that writes down what one rule says; ``lengths`` are those of the tours."""

    laid: LaidCycle
    days: int
    lengths: Sequence[int]
    facts: CycleFacts
    left_out: bool = False

    @property
    def possible(self) -> Timeline:
        return self.laid.possible

    @property
    def frame(self) -> Frame:
        return self.laid.frame

    def at_most(self, groups: Sequence[Group], limit: int) -> None:
        if len(groups) <= limit:
            return
        run = self._run(groups)
        if run is None or limit != len(groups) - 1:
            self.left_out = True
        else:
            # A run longer than the cycle is one that never ends.
            first, tours = run
            length = min(len(groups), self.days)
            self.facts.runs.setdefault((tours, length), set()).add(first)

    def at_most_minutes(self, minutes: Mapping[int, int], limit: int) -> None:
        total: dict[On, int] = {}
        for place, length in minutes.items():
            on = self._on(place)
            total[on] = total.get(on, 0) + length
        by_day: dict[Day, int] = {}
        for (day, _), length in total.items():
            by_day[day] = max(by_day.get(day, 0), length)
        if sum(by_day.values()) <= limit:
            return
        rounds = {length // self.lengths[tour] for (_, tour), length in total.items()}
        exact = all(length % self.lengths[tour] == 0 for (_, tour), length in total.items())
        if exact and len(rounds) == 1 and len(total) == self.days * len(self.lengths):
            most = limit // rounds.pop()
            self.facts.minutes = min(most, self.facts.minutes or most)
            return
        days = self._consecutive(list(by_day)) if len(by_day) < self.days else None
        lengths = set(total.values())
        if days is None or len(lengths) > 1 or limit // lengths.pop() != len(by_day) - 1:
            self.left_out = True
            return
        tours = frozenset(tour for _, tour in total)
        self.facts.runs.setdefault((tours, len(by_day)), set()).add(days)

    def at_least_minutes(self, minutes: Mapping[int, int], limit: int) -> None:
        self.left_out = self.left_out or limit > 0

    def not_all(self, places: Group) -> None:
        ons = sorted({self._on(place) for place in places})
        if len(ons) == 1:
            ((day, tour),) = ons
            self.facts.banned.setdefault(tour, set()).add(day)
        elif len(ons) == 2:
            self._apart(*ons)
        else:
            self.left_out = True

    def _apart(self, one: On, other: On) -> None:
        """Two tours of which not both are worked."""
        gap = (other[0] - one[0]) % self.days
        if gap > self.days - gap:
            one, other, gap = other, one, self.days - gap
        if gap == 0:
            return  # a person starts one tour a day
        if gap == 1:
            self._succession(one[0], (one[1], other[1]))
        elif gap == 2 and self.days > 4:
            for between in (OFF, *range(len(self.lengths))):
                self._succession(one[0], (one[1], between, other[1]))
        else:
            self.left_out = True

    def at_most_minutes_if_all(
        self, groups: Sequence[Group], minutes: Mapping[int, int], limit: int
    ) -> None:
        by_day: dict[Day, list[int]] = {}
        for place, length in minutes.items():
            by_day.setdefault(self._on(place)[0], []).append(length)
        if sum(map(max, by_day.values())) <= limit:
            return
        run = self._run(groups)
        if run is None or len(by_day) != len(groups) or sum(map(min, by_day.values())) <= limit:
            self.left_out = True
            return
        first, tours = run
        self.facts.runs.setdefault((tours, len(groups)), set()).add(first)

    def none_after_all(self, groups: Sequence[Group], then: Group, unless: Group) -> None:
        run = self._run(groups) if len(groups) < self.days else None
        after = {self._on(place) for place in then}
        if run is None or not after:
            self.left_out = self.left_out or run is None
            return
        first, tours = run
        every = frozenset(range(len(self.lengths)))
        end = first + len(groups)
        free = {(day - end) % self.days for day, _ in after}
        whole = len(after) == len(free) * len(every) and free == set(range(len(free)))
        if tours == every and whole:
            self.facts.rests.setdefault((len(groups), len(free)), set()).add(first)
            return
        allowed = {self._on(place) for place in unless}
        for day, tour in sorted(after):
            later = (day - end) % self.days
            if len(groups) == 1 and later == 0 and (day, tour) not in allowed:
                for own in tours:
                    self._succession(first, (own, tour))
            elif len(groups) == 1 and later == 1:
                for own in tours:
                    self._succession(first, (own, OFF, tour))
            elif len(groups) == 2 and later == 0 and (day, tour) not in allowed:
                for own in tours:
                    for second in tours:
                        self._succession(first, (own, second, tour))
            elif (day, tour) not in allowed:
                self.left_out = True

    def at_least_free(self, spans: Sequence[FreeSpan], at_least: int) -> None:
        self.left_out = True

    def at_most_unless(
        self, groups: Sequence[Group], limit: int, spans: Sequence[FreeSpan]
    ) -> None:
        self.left_out = self.left_out or len(groups) > limit

    def one_of(self, choices: Sequence[Choice]) -> None:
        self.left_out = True

    def at_most_pairs(self, pairs: Sequence[Pair], limit: int, where_any: Sequence[Pair]) -> None:
        self.left_out = self.left_out or (len(pairs) > limit and bool(where_any))

    def _on(self, place: int) -> On:
        day, tour = divmod(self.laid.variables[place], len(self.lengths))
        return day, tour

    def _succession(self, day: Day, tours: tuple[Tour, ...]) -> None:
        self.facts.successions.setdefault(tours, set()).add(day)

    def _run(self, groups: Sequence[Group]) -> tuple[Day, frozenset[Tour]] | None:
        """The first day of groups on consecutive days of the cycle that all have the same tours."""
        days: list[Day] = []
        tours: frozenset[Tour] | None = None
        for group in groups:
            ons = {self._on(place) for place in group}
            own = frozenset(tour for _, tour in ons)
            if len({day for day, _ in ons}) != 1 or tours not in (None, own):
                return None
            tours = own
            days.append(next(iter(ons))[0])
        first = self._consecutive(days)
        return None if first is None or tours is None else (first, tours)

    def _consecutive(self, days: Sequence[Day]) -> Day | None:
        """The first of the days, which follow each other round the cycle, each once."""
        chain = all((other - one) % self.days == 1 for one, other in pairwise(days))
        return days[0] if days and chain else None
