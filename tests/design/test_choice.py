"""Which rotations are offered, and which are left out."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.design.asked import EIGHTS, TWELVES, agreement_of, need_of
from watchbill.audit.audit import Audit
from watchbill.design.cycles.aims import AIMS
from watchbill.design.cycles.candidate import CycleCandidate, as_rotation
from watchbill.design.cycles.choice import choose, is_beaten, merits, unbeaten
from watchbill.design.cycles.forms import Form
from watchbill.design.cycles.goal import Goal
from watchbill.design.cycles.model import CycleModel
from watchbill.solve.run import Answer, solve
from watchbill.solve.settings import Settings


def candidate(codes: str, platoons: int = 1, people: int = 1) -> CycleCandidate:
    need = need_of(TWELVES, people, 0, 0)
    form = Form(len(codes), platoons, people // platoons)
    nothing = Audit((), ())
    rotation = as_rotation(need, form, codes)
    return CycleCandidate(rotation, form, AIMS[0], need, Answer.FOUND, None, None, nothing)


def test_the_same_tours_on_weekends_are_beaten_by_those_on_weekdays() -> None:
    weekends, weekdays = candidate("-----DD-----DD"), candidate("DD-----DD-----")
    assert is_beaten(weekends, weekdays)
    assert not is_beaten(weekdays, weekends)
    assert unbeaten([weekends, weekdays]) == [weekdays]


def test_more_weekends_for_longer_runs_is_a_choice_and_both_are_offered() -> None:
    runs, weekends = candidate("DD--DD--DD--DD"), candidate("DDDDD--DDD----")
    assert not is_beaten(runs, weekends)
    assert not is_beaten(weekends, runs)
    chosen = choose([runs, weekends], 2)
    assert len(chosen) == 2
    assert all(one in chosen for one in (runs, weekends))


def test_other_hours_a_week_are_never_beaten() -> None:
    assert not is_beaten(candidate("D-D-D-D-------"), candidate("DDD-----------"))


lines = (
    st.text("DN-", min_size=7, max_size=7)
    .filter(lambda codes: set(codes) > {"-"})
    .filter(lambda codes: "ND" not in codes + codes[0])
)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(lines, min_size=1, max_size=8, unique=True), st.integers(1, 8))
def test_nothing_offered_is_beaten_by_anything_found(codes: list[str], wanted: int) -> None:
    found = [candidate(line) for line in codes]
    chosen = choose(found, wanted)
    assert len(chosen) == min(wanted, len(unbeaten(found)))
    assert chosen
    for one in chosen:
        for other in found:
            if one.figures.hours_per_week == other.figures.hours_per_week:
                own, its = merits(one), merits(other)
                assert own == its or any(a > b for a, b in zip(own, its, strict=True))
    assert all(isinstance(merit, Fraction) for merit in merits(chosen[0]))


def test_what_an_aim_has_first_is_as_good_as_can_be() -> None:
    """Four people, one on each of three tours: the weekends can be no more than proved."""
    need, form, agreement = need_of(EIGHTS, 4, 1, 1, 1), Form(28, 4, 1), agreement_of()
    weekends = AIMS[1]
    assert weekends.first is not None
    alone = CycleModel(need, form, agreement)
    Goal(alone).settle(weekends.first, weekends)
    most = solve(alone.model, Settings(effort=5.0))
    assert most.best is not None
    held = CycleModel(need, form, agreement)
    goal = Goal(held)
    goal.hold(weekends.first, weekends, most.best)
    goal.minimize(AIMS[0])
    outcome = solve(held.model, Settings(effort=5.0))
    assert outcome.value(goal.terms[weekends.first]) == round(-most.best) > 0
