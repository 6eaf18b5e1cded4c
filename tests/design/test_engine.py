"""The engine of rotations, asked of the forms of a cycle, against CP-SAT over dates."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from tests.design.asked import EIGHTS, TWELVES, agreement_of, forms, need_of, needs, rules
from watchbill.agreement.load import load_agreement
from watchbill.design.cycles.engine import ask_engine, engine_need, keeps_all
from watchbill.design.cycles.forms import Form, forms_of, lines_of
from watchbill.design.cycles.model import CycleModel
from watchbill.design.cycles.need import WEEK, CycleNeed
from watchbill.kernel.clock import Minutes
from watchbill.periods.written import read_period
from watchbill.rules.average_hours import AverageHours
from watchbill.rules.base import Rule
from watchbill.rules.free_days import FreeDays
from watchbill.rules.rest import Rest
from watchbill.rules.rest_after_run import RestAfterRun
from watchbill.rules.run_of_tours import RunOfTours
from watchbill.solve.run import Answer, solve
from watchbill.solve.settings import Settings

KAMLOOPS = load_agreement("kamloops-cso")


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data(), needs(), st.lists(rules, max_size=4))
def test_it_and_the_solver_never_disagree(
    data: st.DataObject, need: CycleNeed, own: list[Rule]
) -> None:
    form = data.draw(forms(need))
    agreement = agreement_of(*own)
    told = ask_engine(need, form, agreement)
    event(told.answer.value)
    answer = solve(CycleModel(need, form, agreement).model, Settings(effort=5.0)).answer
    if told.answer is Answer.IMPOSSIBLE:
        assert answer is not Answer.FOUND
    if told.codes is not None:
        assert answer is not Answer.IMPOSSIBLE
        assert keeps_all(need, form, agreement, told.codes)


@pytest.mark.parametrize("hours", [40, 42])
def test_rests_runs_and_hours_are_all_it_needs_for_the_officers_of_kamloops(hours: int) -> None:
    need = need_of(TWELVES, 12, 2, 2, least_hours=hours)
    for form in forms_of(need):
        asked = engine_need(need, form, KAMLOOPS)
        assert asked.left_out == ()
        assert asked.decides
        told = ask_engine(need, form, KAMLOOPS)
        assert told.answer in (Answer.FOUND, Answer.IMPOSSIBLE)
        assert (told.codes is not None) == (told.answer is Answer.FOUND)


def test_what_it_is_held_to_is_what_the_rules_say() -> None:
    agreement = agreement_of(
        AverageHours(at_most=Decimal(42)),
        Rest(at_least=Minutes(660)),
        RunOfTours(at_most=4),
        RunOfTours(at_most=2, of="night"),
        RestAfterRun(run=4, free_days=3),
    )
    asked = engine_need(need_of(EIGHTS, 8, 2, 2, 1, least_hours=40), lines_of(8), agreement).need
    assert asked is not None
    assert (asked.people, asked.days) == (8, WEEK)
    assert [row[0] for row in asked.need] == [2, 2, 1]
    assert (asked.work.longest, asked.rests) == (4, ((4, 3),))
    assert [tour.run.longest for tour in asked.tours] == [4, 4, 2] or [
        tour.run.longest for tour in asked.tours
    ][2] == 2
    # Ten hours from an evening to a day, eight from a night to an evening, none to a day.
    assert set(asked.forbidden) >= {("B", "A"), ("C", "A"), ("C", "B")}
    assert asked.minutes is not None
    assert (asked.minutes.shortest, asked.minutes.longest) == (8 * 40 * 60, 8 * 42 * 60)


def test_what_it_cannot_be_held_to_is_left_to_the_solver() -> None:
    """Nine free days in two weeks are no run: it may find what breaks them, and says nothing."""
    agreement = agreement_of(FreeDays(at_least=9, period=read_period("14 days")))
    need, form = need_of(TWELVES, 4, 1, 1, least_hours=20), Form(28, 4, 1)
    asked = engine_need(need, form, agreement)
    assert asked.left_out == ("1",)
    told = ask_engine(need, form, agreement)
    assert told.answer is not Answer.IMPOSSIBLE
    if told.codes is not None:
        assert keeps_all(need, form, agreement, told.codes)


def test_a_cycle_with_too_few_on_duty_is_not_taken() -> None:
    need = need_of(TWELVES, 4, 1, 1)
    assert keeps_all(need, Form(8, 4, 1), KAMLOOPS, tuple("DDNN----"))
    assert not keeps_all(need, Form(8, 4, 1), KAMLOOPS, tuple("DD--NN--"[:8].replace("N", "D")))
    assert not keeps_all(need, Form(8, 4, 1), KAMLOOPS, tuple("--------"))
    more = need_of(TWELVES, 4, 2, 1)
    assert not keeps_all(more, Form(8, 4, 1), KAMLOOPS, tuple("DDNN----"))
