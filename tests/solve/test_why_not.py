"""What forbids a demand, and the least step that opens it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.solve.test_clash import Bounds
from tests.solve.test_clash import asked as by_assumptions
from watchbill.solve.clash import Decide, decide_by_fixing, smallest_clash
from watchbill.solve.progress import Watch
from watchbill.solve.run import Answer
from watchbill.solve.why_not import Ladder, Opening, least_step, why_not


def asked(bounds: Bounds) -> Decide[str]:
    """One number that every member wants between two others, its literals fixed."""
    from ortools.sat.python import cp_model

    model = cp_model.CpModel()
    number = model.new_int_var(0, 20, "number")
    literals = {name: model.new_bool_var(name) for name in bounds}
    for name, (least, most) in bounds.items():
        model.add_linear_constraint(number, least, most).only_enforce_if(literals[name])
    return decide_by_fixing(model, literals)


def test_fixed_and_assumed_literals_agree() -> None:
    bounds = {"low": (0, 4), "middle": (3, 12), "high": (9, 20)}
    for members in (["low", "middle"], ["low", "high"], list(bounds)):
        assert asked(bounds)(members).answer == by_assumptions(bounds)(members).answer


def test_what_is_asked_about_first_is_named() -> None:
    bounds = {"low": (0, 4), "lower": (0, 3), "high": (9, 20)}
    for order in (["low", "lower", "high"], ["lower", "low", "high"]):
        clash = smallest_clash(order, asked(bounds))
        assert clash is not None
        assert clash.members == (order[0], "high")


def test_it_names_those_that_must_give_way_together() -> None:
    bounds = {"low": (0, 4), "lower": (0, 3), "high": (9, 20), "any": (0, 20)}
    found = why_not(list(bounds), asked(bounds))
    assert found is not None
    assert found.clash.members == ("low", "high")
    assert found.also == {"low": ("lower",), "high": ()}


def test_a_fixed_member_does_not_give_way_with_another() -> None:
    bounds = {"low": (0, 4), "lower": (0, 3), "high": (9, 20)}
    found = why_not(list(bounds), asked(bounds), lambda name: name == "lower")
    assert found is not None
    assert found.also["low"] == ()


def test_what_can_be_met_has_no_why_not() -> None:
    assert why_not(["low"], asked({"low": (0, 4)})) is None


@given(st.integers(1, 40), st.integers(0, 45))
def test_the_least_step_is_found_whatever_the_ladder(rungs: int, opens_at: int) -> None:
    def ask(step: int) -> Answer:
        return Answer.FOUND if step >= opens_at else Answer.IMPOSSIBLE

    found = least_step(Ladder(range(rungs), ask))
    if opens_at < rungs:
        assert found == Opening(opens_at, least=True)
    else:
        assert found == Opening(None, least=True)


def test_an_undecided_step_makes_the_least_unproved() -> None:
    def ask(step: int) -> Answer:
        return Answer.FOUND if step >= 2 else Answer.UNDECIDED

    assert least_step(Ladder(range(5), ask)) == Opening(2, least=False)


def test_a_ladder_of_no_steps_opens_nothing() -> None:
    assert least_step(Ladder((), lambda _: Answer.FOUND)).step is None


def test_a_stop_ends_the_climb() -> None:
    watch = Watch()
    watch.stop()
    assert least_step(Ladder(range(5), lambda _: Answer.FOUND), watch) == Opening(None, False)
