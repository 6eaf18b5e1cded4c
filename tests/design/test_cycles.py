"""Rotations designed under an agreement."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.design.asked import EIGHTS, TWELVES, agreement_of, forms, need_of, needs, rules
from watchbill.agreement.load import load_agreement
from watchbill.agreement.model import Agreement
from watchbill.design.cycles.aims import AIMS, Aim, Quality, qualities
from watchbill.design.cycles.beside import beside
from watchbill.design.cycles.candidate import apart, as_rotation, heat, turned, uneven
from watchbill.design.cycles.forms import Form, forms_of, lines_of
from watchbill.design.cycles.goal import Goal
from watchbill.design.cycles.laid_out import audit_of, days_to_audit, roster_of
from watchbill.design.cycles.model import CycleModel
from watchbill.design.cycles.need import WEEK, CycleNeed
from watchbill.design.cycles.search import Designs, _codes, design, distance_of
from watchbill.kernel.clock import Day, Minutes, weekday
from watchbill.kernel.problems import BadInput
from watchbill.records.tours import TourKind, TourType
from watchbill.rules.average_hours import AverageHours
from watchbill.rules.base import Rule
from watchbill.rules.rest import Rest
from watchbill.rules.run_of_tours import RunOfTours
from watchbill.solve.progress import Progress, Watch
from watchbill.solve.run import Answer, solve
from watchbill.solve.settings import Settings

BRIEF = Settings(effort=0.3)
SLOW = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
KAMLOOPS = load_agreement("kamloops-cso")


def small() -> CycleNeed:
    """Four people, one on each tour of twelve hours."""
    return need_of(TWELVES, 4, 1, 1)


def limits() -> Agreement:
    return agreement_of(
        AverageHours(at_most=Decimal(42)), Rest(at_least=Minutes(660)), RunOfTours(at_most=4)
    )


def people_on(need: CycleNeed, form: Form, codes: tuple[str, ...], days: int) -> None:
    """Every date of the roster has the people that each tour needs."""
    roster = roster_of(need, as_rotation(need, form, codes), days)
    for date in roster.days:
        for tour, row in zip(need.tours, need.need, strict=True):
            on = sum(
                one.code == tour.code and one.day == date
                for line in roster.lines
                for one in line.tours_by_day.get(Day(date), ())
            )
            assert on * form.size >= row[weekday(Day(date))]


@SLOW
@given(st.data(), needs(), st.lists(rules, max_size=4))
def test_what_the_model_finds_meets_the_need_and_the_audit_finds_nothing(
    data: st.DataObject, need: CycleNeed, own: list[Rule]
) -> None:
    form = data.draw(forms(need))
    agreement = agreement_of(*own)
    cycle = CycleModel(need, form, agreement)
    outcome = solve(cycle.model, Settings(effort=0.5, seed=data.draw(st.integers(0, 9))))
    assume(outcome.has_solution)
    codes = _codes(cycle, outcome)
    assume(set(codes) != {"-"})
    days = days_to_audit(agreement, need, form)
    result = audit_of(agreement, need, as_rotation(need, form, codes), days)
    assert result.findings == ()
    people_on(need, form, codes, 3 * form.days)
    minutes = sum(tour.length for code in codes for tour in need.tours if tour.code == code)
    assert Decimal(minutes) * WEEK / (60 * form.days) >= need.least_hours


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from([EIGHTS[:2], TWELVES]), st.lists(rules, min_size=1, max_size=3))
def test_what_it_proves_impossible_no_cycle_can_do(
    tours: tuple[object, ...], own: list[Rule]
) -> None:
    need = need_of(TWELVES if tours == TWELVES else EIGHTS[:2], 2, 1, 0)
    form = Form(4, 2, 1)
    agreement = agreement_of(*own)
    cycle = CycleModel(need, form, agreement)
    outcome = solve(cycle.model)
    days = days_to_audit(agreement, need, form)

    def does(codes: tuple[str, ...]) -> bool:
        covered = all("D" in (codes[day], codes[day - form.step]) for day in range(form.days))
        if not covered:
            return False
        try:
            rotation = as_rotation(need, form, codes)
        except BadInput:
            return False
        return not audit_of(agreement, need, rotation, days).findings

    letters = "-" + "".join(tour.code for tour in need.tours)
    assert outcome.has_solution == any(map(does, product(letters, repeat=form.days)))


def test_the_field_s_own_rotation_is_among_what_a_four_platoon_need_can_have() -> None:
    found = design(small(), limits(), BRIEF, wanted=1, forms=[Form(8, 4, 1)])
    assert str(found.candidates[0].rotation.pattern) == "DDNN----"
    assert found.candidates[0].answer is Answer.BEST


def test_several_rotations_are_found_and_no_two_are_alike() -> None:
    found = design(small(), limits(), BRIEF, wanted=5)
    assert len(found.candidates) >= 5
    for place, one in enumerate(found.candidates):
        assert not one.audit.findings
        for other in found.candidates[:place]:
            if one.form == other.form:
                codes = (one.rotation.pattern.codes, other.rotation.pattern.codes)
                assert apart(*codes, one.form) >= distance_of(one.form)
            assert heat(one.rotation, one.form.size)[0][0] >= 1


def test_they_come_best_first() -> None:
    scores = [one.score for one in design(small(), limits(), BRIEF, wanted=4).candidates]
    assert scores == sorted(scores)


@pytest.mark.parametrize("cores", [1, 2])
def test_the_same_seed_gives_the_same_rotations(cores: int) -> None:
    def patterns() -> list[str]:
        settings = Settings(effort=0.3, seed=5, cores=cores)
        found = design(small(), limits(), settings, wanted=3)
        return [str(one.rotation.pattern) for one in found.candidates]

    assert patterns() == patterns()


def test_no_form_being_able_to_is_told_as_impossible() -> None:
    found = design(need_of(TWELVES, 3, 1, 1), limits(), BRIEF)
    assert found.answer is Answer.IMPOSSIBLE
    assert set(found.impossible) == set(forms_of(need_of(TWELVES, 3, 1, 1)))
    assert found.candidates == ()


def test_no_time_leaves_it_undecided() -> None:
    found = design(small(), limits(), Settings(limit=0.0))
    assert (found.answer, found.stopped) == (Answer.UNDECIDED, True)


def interrupted_at_the_first_goal(stop: str) -> Designs:
    """The design, stopped as soon as a solve with a goal has a rotation."""
    need = need_of(EIGHTS, 9, 2, 2, 2)
    done = False

    def listen(told: Progress) -> None:
        nonlocal done
        if told.best is None or done:
            return
        done = True
        if stop == "Ctrl-C":
            os.kill(os.getpid(), signal.SIGINT)
        else:
            watch.stop()

    watch = Watch(listen)
    return design(need, limits(), Settings(limit=120), watch, forms=[lines_of(9)])


def test_what_was_found_is_kept_at_a_stop() -> None:
    found = interrupted_at_the_first_goal("a stop")
    assert len(found.candidates) == 1
    assert (found.stopped, found.interrupted) == (True, False)
    assert found.candidates[0].answer is Answer.FOUND


def test_what_was_found_is_kept_at_ctrl_c() -> None:
    # In a process of its own: the signal is for the design, not for whoever runs the tests.
    program = (
        "from tests.design.test_cycles import interrupted_at_the_first_goal as run\n"
        "found = run('Ctrl-C')\n"
        "print(len(found.candidates), found.stopped, found.interrupted, found.candidates[0].answer)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert done.stdout.split() == ["1", "True", "True", str(Answer.FOUND)], done.stderr


def test_a_page_may_ask_what_a_running_design_has() -> None:
    seen: list[Progress] = []
    watch = Watch(seen.append)
    design(small(), limits(), BRIEF, watch, wanted=1, forms=[Form(28, 4, 1)])
    with_best = [told for told in seen if told.best is not None]
    assert with_best
    assert all(told.bound is not None and told.gap is not None for told in with_best)
    assert watch.latest.done


@SLOW
@given(st.data(), needs(), st.sampled_from(AIMS))
def test_the_goal_counts_what_is_counted_of_the_rotation(
    data: st.DataObject, need: CycleNeed, aim: Aim
) -> None:
    form = data.draw(forms(need))
    cycle = CycleModel(need, form, agreement_of(RunOfTours(at_most=5)))
    goal = Goal(cycle)
    goal.minimize(aim)
    outcome = solve(cycle.model, Settings(effort=1.0))
    assume(outcome.answer is Answer.BEST)
    codes = _codes(cycle, outcome)
    assume(set(codes) != {"-"})
    rotation = as_rotation(need, form, codes)
    counted = qualities(rotation, uneven(rotation, form, need))
    assert {quality: outcome.value(term) for quality, term in goal.terms.items()} == counted


def test_the_longest_break_comes_last_where_a_cycle_is_turned() -> None:
    need = small()
    codes = turned(need, Form(8, 4, 1), tuple("NN----DD"))
    assert "".join(codes) == "DDNN----"


def test_the_catalogue_stands_beside_with_what_it_breaks() -> None:
    need = need_of(TWELVES, 4, 1, 1)
    found = {one.known.id: one for one in beside(need, KAMLOOPS)}
    assert found["two-two-four"].passes
    assert found["dupont"].broken == ("A4",)
    assert "pitman" not in found  # two platoons on days leave the nights without anybody
    passing = [one.passes for one in beside(need, KAMLOOPS)]
    assert passing == sorted(passing, reverse=True)


@pytest.mark.parametrize(
    ("people", "on", "beside_them"), [(9, 2, True), (12, 3, True), (9, 3, False), (6, 1, True)]
)
def test_a_kelly_day_is_one_s_own_so_that_the_rotation_covers(
    people: int, on: int, *, beside_them: bool
) -> None:
    """Of three platoons each member is off in turn: of three on duty two are there at least."""
    tour = TourType("T", "Tour", 8 * 60, Minutes(24 * 60), TourKind.DAY)
    need = need_of((tour,), people, on)
    found = {one.known.id: one for one in beside(need, load_agreement("fire-district-21-day"))}
    assert ("kelly-7" in found) is beside_them
    if beside_them:
        kelly = found["kelly-7"]
        assert kelly.passes
        assert (kelly.size, kelly.rotation.platoons) == (1, people)
        assert min(map(min, kelly.heat)) == on


def test_the_catalogue_is_laid_at_the_need_s_own_times() -> None:
    need = need_of([replace(tour, start=tour.start - 60) for tour in TWELVES], 4, 1, 1)
    found = {one.known.id: one for one in beside(need, KAMLOOPS)}
    tours = found["two-two-four"].rotation.tours
    assert {code: tour.start for code, tour in tours.items()} == {"D": 6 * 60, "N": 18 * 60}


def test_a_weekend_s_need_is_met_where_weekdays_need_less() -> None:
    row = (1, 1, 1, 1, 1, 2, 2)
    need = CycleNeed(TWELVES[:1], (row,), 3)
    found = design(need, agreement_of(RunOfTours(at_most=4)), BRIEF, wanted=1)
    assert found.candidates
    one = found.candidates[0]
    people_on(need, one.form, one.rotation.pattern.codes, 84)


@pytest.mark.parametrize(
    ("people", "tours", "row"),
    [(0, TWELVES, 2), (41, TWELVES, 2), (4, (), 0), (4, (TWELVES[0], TWELVES[0]), 2),
     (4, TWELVES, 1)],
)  # fmt: skip
def test_a_need_that_makes_no_sense_is_refused(
    people: int, tours: tuple[object, ...], row: int
) -> None:
    with pytest.raises(BadInput):
        CycleNeed(tours, ((1,) * WEEK,) * row, people)  # type: ignore[arg-type]


def test_more_weekends_off_are_found_where_they_are_sought() -> None:
    form = [Form(28, 4, 1)]
    shares = {
        aim.name: design(small(), limits(), Settings(effort=2.0), wanted=1, forms=form, aims=[aim])
        .candidates[0]
        .qualities[Quality.WEEKENDS]
        for aim in AIMS[:2]
    }
    assert shares["weekends"] >= shares["balanced"]
    assert shares["weekends"] == 2
