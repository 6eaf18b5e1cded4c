"""Graph, circulation, walks and splices, each by itself."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import assume, given, settings

from tests.design.needs import as_text, needs
from watchbill.bench.plain_rws import decide_plainly
from watchbill.bench.verify_rws import faults
from watchbill.design.rotation.euler import closed_walk, parts
from watchbill.design.rotation.graph import Begin, Done, StintGraph, stint_graphs
from watchbill.design.rotation.model import Circulation
from watchbill.design.rotation.problem import OFF, Limits, RotationNeed, RotationTour
from watchbill.design.rotation.result import as_weeks
from watchbill.design.rotation.search import decide
from watchbill.design.rotation.splice import Splicer
from watchbill.solve.run import Answer, solve

DAY = RotationTour("D", "day", 420, 720, Limits(1, 9))
NIGHT = RotationTour("N", "night", 1140, 720, Limits(1, 9))


def uniform(people: int, count: int, work: Limits, off: Limits) -> RotationNeed:
    row = (count,) * 7
    return RotationNeed(people, 7, (DAY, NIGHT), (row, row), off, work)


def circulations(need: RotationNeed) -> list[tuple[Circulation, list[int]]]:
    """A circulation of each graph of the need that has one."""
    found = []
    for graph in stint_graphs(need):
        circulation = Circulation(need, graph)
        outcome = solve(circulation.model)
        if outcome.has_solution:
            times = [outcome.value(variable) for variable in circulation.variables]
            found.append((circulation, times))
    return found


def walks(need: RotationNeed, graph: StintGraph, times: list[int]) -> list[list[int]]:
    return [closed_walk(graph, part, need.days) for part in parts(graph, times)]


@settings(max_examples=60, deadline=None)
@given(needs(people=6, days=7))
def test_arcs_move_forward_by_their_length(need: RotationNeed) -> None:
    for graph in stint_graphs(need):
        for arc in graph.arcs:
            assert (arc.tail.day + arc.length) % need.days == arc.head.day
            assert isinstance(arc.tail, Begin if arc.length else Done)
            days = range(need.days)
            assert sum(arc.days_on(day, need.days) for day in days) == arc.length


@settings(max_examples=60, deadline=None)
@given(needs(people=6, days=7))
def test_the_walks_of_a_circulation_meet_the_need_together(need: RotationNeed) -> None:
    for circulation, times in circulations(need):
        together = walks(need, circulation.graph, times)
        assert sum(map(len, together)) == need.people * need.days
        for letter, row in enumerate(need.need):
            for day, count in enumerate(row):
                assert sum(walk[day :: need.days].count(letter) for walk in together) == count


@settings(max_examples=60, deadline=None)
@given(needs(people=6, days=7))
def test_each_walk_keeps_runs_and_successions(need: RotationNeed) -> None:
    for circulation, times in circulations(need):
        for walk in walks(need, circulation.graph, times):
            weeks = as_weeks(need, walk)
            own = [
                [[week[day] for week in weeks].count(tour.letter) for day in range(need.days)]
                for tour in need.tours
            ]
            alone = RotationNeed(
                len(weeks),
                need.days,
                need.tours,
                tuple(tuple(row) for row in own),
                need.days_off,
                need.work,
                need.forbidden,
            )
            assert faults(as_text(alone), weeks, need.letters.removesuffix(OFF)) == []


@settings(max_examples=60, deadline=None)
@given(needs(people=6, days=7))
def test_a_splice_is_a_rotation_of_all_its_walks(need: RotationNeed) -> None:
    for circulation, times in circulations(need):
        whole = Splicer(need).join(walks(need, circulation.graph, times))
        assume(whole is not None)
        weeks = as_weeks(need, whole or [])
        assert faults(as_text(need), weeks, need.letters.removesuffix(OFF)) == []


def test_two_walks_that_may_cross_become_one() -> None:
    # Five on and two off from Monday, and the same from Thursday. Where shorter runs are allowed
    # too, the walks may cross: on Sunday, say.
    need = uniform(2, 1, Limits(2, 8), Limits(1, 4))
    early, late = "DDDDD--", "N--NNNN"
    place = {letter: at for at, letter in enumerate(need.letters)}
    apart = [[place[letter] for letter in week] for week in (early, late)]
    whole = Splicer(need).join(apart)
    assert whole is not None
    assert len(whole) == 14


def test_two_walks_that_may_not_cross_stay_two() -> None:
    need = uniform(2, 1, Limits(5, 5), Limits(2, 2))
    place = {letter: at for at, letter in enumerate(need.letters)}
    apart = [[place[letter] for letter in week] for week in ("DDDDD--", "N--NNNN")]
    assert Splicer(need).join(apart) is None


def test_a_stint_that_leads_elsewhere_is_one_graph_and_one_that_cannot_is_seven() -> None:
    assert len(stint_graphs(uniform(8, 2, Limits(4, 4), Limits(4, 4)))) == 1
    fixed = RotationNeed(7, 7, (DAY,), ((5, 5, 5, 5, 5, 5, 5),), Limits(2, 2), Limits(5, 5))
    # Each weekday is a graph of its own and none covers the week, so there is nothing to solve.
    assert stint_graphs(fixed) == []
    assert decide(fixed).solves == 0


def test_tied_weekdays_and_nodes_never_forbid_a_rotation() -> None:
    need = uniform(8, 2, Limits(3, 5), Limits(2, 5))
    (graph,) = stint_graphs(need)
    circulation = Circulation(need, graph)
    circulation.tie_all_weekdays()
    nodes = sorted(circulation.nodes, key=str)
    for fewer, more in pairwise(range(0, len(nodes), 10)):
        circulation.tie_nodes(frozenset(nodes[fewer:more]))
    found = decide(need)
    assert found.weeks is not None
    assert solve(circulation.model).answer is Answer.FOUND


def test_a_tie_is_stated_once() -> None:
    need = uniform(8, 2, Limits(3, 5), Limits(2, 5))
    (graph,) = stint_graphs(need)
    circulation = Circulation(need, graph)
    assert circulation.tie_weekdays({1, 2})
    assert not circulation.tie_weekdays({0, 3, 4, 5, 6})
    assert not circulation.tie_weekdays(range(7))


@pytest.mark.parametrize(
    ("work", "off", "people"),
    [
        (Limits(4, 4), Limits(1, 3), 6),  # 28 days of work in sevens, 14 off: seven stints
        (Limits(3, 5), Limits(2, 2), 6),
        (Limits(2, 7), Limits(1, 5), 7),
    ],
)
def test_as_many_runs_as_the_days_come_to_are_never_forbidden(
    work: Limits, off: Limits, people: int
) -> None:
    need = uniform(people, 2, work, off)
    found = decide(need)
    assert found.answer is decide_plainly(need).answer
    assert found.answer is Answer.FOUND


def test_a_need_that_is_the_same_every_day_begins_where_most_stints_do() -> None:
    need = uniform(8, 2, Limits(3, 5), Limits(2, 5))
    ((circulation, times),) = circulations(need)
    begun = [
        sum(times[link.arc] for link in circulation.links if link.start == day) for day in range(7)
    ]
    assert begun[0] == max(begun)
