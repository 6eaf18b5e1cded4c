"""Which members of a demand are impossible together."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ortools.sat.python import cp_model

from watchbill.solve.clash import Clash, ClashVerdict, Decide, decide_by_assumptions, smallest_clash
from watchbill.solve.progress import Watch
from watchbill.solve.run import Answer

Bounds = dict[str, tuple[int, int]]


def asked(bounds: Bounds) -> Decide[str]:
    """One number that every member wants between two others."""
    model = cp_model.CpModel()
    number = model.new_int_var(0, 20, "number")
    literals = {}
    for name, (least, most) in bounds.items():
        literals[name] = model.new_bool_var(name)
        model.add_linear_constraint(number, least, most).only_enforce_if(literals[name])
    return decide_by_assumptions(model, literals)


def test_it_names_those_that_clash_and_no_others() -> None:
    bounds = {"any": (0, 20), "low": (0, 4), "middle": (3, 12), "high": (9, 20)}
    clash = smallest_clash(list(bounds), asked(bounds))
    assert clash == Clash(("low", "high"), minimal=True)


def test_a_demand_that_can_be_met_has_no_clash() -> None:
    bounds = {"low": (0, 4), "middle": (3, 12)}
    assert smallest_clash(list(bounds), asked(bounds)) is None


def test_what_no_member_causes_is_a_clash_of_none() -> None:
    model = cp_model.CpModel()
    model.add_bool_or([])
    member = model.new_bool_var("member")
    clash = smallest_clash(["member"], decide_by_assumptions(model, {"member": member}))
    assert clash == Clash((), minimal=True)


def test_an_undecided_question_keeps_its_member_and_says_so() -> None:
    def decide(members: object) -> ClashVerdict[str]:
        if members == ["a", "b"]:
            return ClashVerdict(Answer.IMPOSSIBLE, ("a", "b"))
        return ClashVerdict(Answer.UNDECIDED if members == ["a"] else Answer.FOUND)

    assert smallest_clash(["a", "b"], decide) == Clash(("a", "b"), minimal=False)


def test_a_stop_leaves_a_clash_that_may_have_some_to_spare() -> None:
    watch = Watch()
    watch.stop()
    bounds = {"low": (0, 4), "high": (9, 20)}
    clash = smallest_clash(list(bounds), asked(bounds), watch=watch)
    assert clash is not None
    assert set(clash.members) == {"low", "high"}
    assert not clash.minimal


def test_a_model_with_a_goal_is_refused() -> None:
    model = cp_model.CpModel()
    member = model.new_bool_var("member")
    model.minimize(member)
    with pytest.raises(ValueError, match="goal"):
        decide_by_assumptions(model, {"member": member})


intervals = st.tuples(st.integers(0, 20), st.integers(0, 8)).map(
    lambda pair: (pair[0], min(20, pair[0] + pair[1]))
)


@settings(max_examples=60, deadline=None)
@given(st.lists(intervals, min_size=1, max_size=7))
def test_a_clash_is_impossible_and_possible_without_any_one_of_it(
    wanted: list[tuple[int, int]],
) -> None:
    bounds = {str(place): interval for place, interval in enumerate(wanted)}
    clash = smallest_clash(list(bounds), asked(bounds))
    if clash is None:
        assert possible(bounds, set(bounds))
        return
    members = set(clash.members)
    assert clash.minimal
    assert not possible(bounds, members)
    for member in members:
        assert possible(bounds, members - {member})


def possible(bounds: Bounds, members: set[str]) -> bool:
    return any(
        all(bounds[name][0] <= number <= bounds[name][1] for name in members)
        for number in range(21)
    )
