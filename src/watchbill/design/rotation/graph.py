"""The stint graph of a rotation: a small graph whose closed walks are its rotations.

A run is some days in a row of one tour, or of days off; a stint is a row of runs of work and the
days off after it. Nodes stand between two days and remember no more of the past than the
future asks: the weekday, the working days so far, the last letter and which letters it bars.
From :class:`Done` (a run has ended) an arc leads to each :class:`Begin` (which run comes next),
and from there one arc for each length. So an arc spans several days, which keeps the graph at
a few hundred arcs where one node a day would need thousands.

Days off remember the length of the work before them, hence the weekday on which their stint
began: which weekdays are tied together can then be read off single arcs (see ``model``).
"""

from __future__ import annotations

from typing import NamedTuple

import networkx as nx

from watchbill.design.rotation.problem import RotationNeed


class Done(NamedTuple):
    """A run of ``letter`` has ended just before ``day``; ``worked`` days since the last day off.

    ``barred`` is a set of letters, as bits, that may not follow.
    """

    day: int
    worked: int
    letter: int
    barred: int


class Begin(NamedTuple):
    """A run of ``letter`` begins on ``day`` after ``worked`` working days.

    ``longest``: at most so many days; ``barred_after_one``: what may not follow the run if it
    is a single day (0 where it cannot be). ``after`` is the letter before days off, where a goal
    asks for it; -1 where none does.
    """

    day: int
    worked: int
    letter: int
    longest: int
    barred_after_one: int
    after: int = -1


class Arc(NamedTuple):
    """A step of the walk: the choice of the next run (no days), or a run of ``length`` days.

    ``most``: how often it can be walked; ``day`` is the weekday of its first day.
    """

    tail: Done | Begin
    head: Done | Begin
    most: int
    letter: int
    day: int
    length: int

    def days_on(self, day: int, week: int) -> int:
        """How many of its days are weekday ``day`` of a week of ``week`` days."""
        return (self.length + week - 1 - (day - self.day) % week) // week


class StintGraph(NamedTuple):
    """The arcs that one closed walk could use together; ``off`` is the letter of days off."""

    arcs: tuple[Arc, ...]
    off: int


class _Rules:
    """The need's limits and successions by letter, a letter being its place in the alphabet."""

    def __init__(self, need: RotationNeed, remembering: bool) -> None:
        self.remembering = remembering
        self.off = len(need.tours)
        self.week = need.days
        self.letters = range(self.off + 1)
        runs = [tour.run for tour in need.tours]
        # A run that never ends breaks every limit, so some day of the walk is outside it.
        end = need.people * need.days - 1
        self.work_shortest = max(1, need.work.shortest)
        self.work_longest = min(need.work.longest, end)
        self.shortest = [max(1, run.shortest) for run in [*runs, need.days_off]]
        self.longest = [min(run.longest, self.work_longest) for run in runs]
        self.longest.append(min(need.days_off.longest, end))
        self.counts = [list(row) for row in need.highest]
        self.counts.append([need.free(day) for day in range(need.days)])
        self.needed = [list(row) for row in need.need]
        self.needed.append([need.people - need.working_most(day) for day in range(need.days)])
        bit = {letter: place for place, letter in enumerate(need.letters)}
        self.after = [0] * len(self.letters)
        self.after_two = [[0] * len(self.letters) for _ in self.letters]
        for succession in need.forbidden:
            *before, last = (bit[letter] for letter in succession)
            if len(before) == 1:
                self.after[before[0]] |= 1 << last
            else:
                self.after_two[before[0]][before[1]] |= 1 << last
        for letter in self.letters:
            if self.after[letter] >> letter & 1:
                self.longest[letter] = min(self.longest[letter], 1)
            elif self.after_two[letter][letter] >> letter & 1:
                self.longest[letter] = min(self.longest[letter], 2)


def stint_graphs(need: RotationNeed, remembering: bool = False) -> list[StintGraph]:
    """The graphs of ``need``: every rotation is a closed walk in one of them.

    With ``remembering``, days off know what was worked before them, which makes the graph larger.

    Each is strongly connected, for a closed walk never comes back from where it cannot; one
    that lacks a letter on a day that needs it is left out. None at all proves that there is no
    rotation.
    """
    rules = _Rules(need, remembering)
    if any(count < 0 for row in rules.counts for count in row):
        return []
    arcs = _arcs(need, rules)
    whole: nx.DiGraph[Done | Begin] = nx.DiGraph()
    whole.add_edges_from((arc.tail, arc.head) for arc in arcs)
    graphs = []
    for nodes in nx.strongly_connected_components(whole):
        inside = [arc for arc in arcs if arc.tail in nodes and arc.head in nodes]
        if inside and _covers(inside, rules):
            graphs.append(StintGraph(tuple(inside), rules.off))
    return graphs


def _arcs(need: RotationNeed, rules: _Rules) -> list[Arc]:
    """All arcs that can be reached from the end of some days off."""
    off = rules.off
    after_off = {rules.after[off] | rules.after_two[off][off]}
    if rules.shortest[off] == 1:
        after_off |= {rules.after[off] | row[off] for row in rules.after_two}
    waiting: list[Done | Begin] = [
        Done(day, 0, off, barred) for day in range(need.days) for barred in sorted(after_off)
    ]
    seen = set(waiting)
    arcs: list[Arc] = []
    while waiting:
        node = waiting.pop()
        steps = _choices(node, rules, need) if isinstance(node, Done) else _runs(node, rules, need)
        for arc in steps:
            arcs.append(arc)
            if arc.head not in seen:
                seen.add(arc.head)
                waiting.append(arc.head)
    return arcs


def _choices(node: Done, rules: _Rules, need: RotationNeed) -> list[Arc]:
    """Which run may come next."""
    arcs = []
    day, worked, last, barred = node
    for letter in rules.letters:
        if letter == last or barred >> letter & 1:
            continue
        longest = rules.longest[letter]
        if rules.after_two[last][letter] >> letter & 1:
            longest = min(longest, 1)
        if letter != rules.off:
            longest = min(longest, rules.work_longest - worked)
        elif worked < rules.work_shortest:
            continue
        shortest = rules.shortest[letter]
        if longest < shortest:
            continue
        after_one = rules.after[letter] | rules.after_two[last][letter] if shortest == 1 else 0
        after = last if rules.remembering and letter == rules.off else -1
        head = Begin(day, worked, letter, longest, after_one, after)
        arcs.append(Arc(node, head, need.people, letter, day, 0))
    return arcs


def _runs(node: Begin, rules: _Rules, need: RotationNeed) -> list[Arc]:
    """How long the run may be: never longer than people are needed on its days."""
    arcs = []
    day, worked, letter, longest, after_one, _ = node
    counts, week = rules.counts[letter], rules.week
    shortest = rules.shortest[letter]
    if letter == rules.off:
        shortest = max([shortest, *(free for run, free in need.rests if worked >= run)])
    after = rules.after[letter] | rules.after_two[letter][letter]
    most = need.people
    for length in range(1, longest + 1):
        times, last = (length - 1) // week + 1, (day + length - 1) % week
        most = min(most, counts[last] // times)
        if most <= 0:
            break
        if length < shortest:
            continue
        so_far = 0 if letter == rules.off else worked + length
        barred = after_one if length == 1 else after
        head = Done((day + length) % week, so_far, letter, barred)
        arcs.append(Arc(node, head, most, letter, day, length))
    return arcs


def _covers(arcs: list[Arc], rules: _Rules) -> bool:
    """Whether every letter that is needed on a day has an arc there."""
    for letter, row in enumerate(rules.needed):
        runs = [arc for arc in arcs if arc.letter == letter and arc.length]
        for day, count in enumerate(row):
            if count and not any(arc.days_on(day, rules.week) for arc in runs):
                return False
    return True
