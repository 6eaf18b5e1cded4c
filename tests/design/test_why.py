"""Why a rotation cannot be had, and the least that would open it."""

from __future__ import annotations

import dataclasses
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.design.asked import EIGHTS, TENS, TWELVES, agreement_of, forms, need_of, needs, rules
from watchbill.agreement.model import Agreement
from watchbill.design.cycles.forms import Form, lines_of
from watchbill.design.cycles.laid_out import constraining
from watchbill.design.cycles.model import CycleModel
from watchbill.design.cycles.need import WEEK, AskedPart, AskedSort, CycleNeed
from watchbill.design.why.explain import (
    Explanation,
    can_be_met,
    explain,
    least_people,
    members_of,
)
from watchbill.design.why.sentences import (
    clash_sentence,
    count_text,
    member_sentence,
    opening_text,
    openings,
    relaxation_sentence,
)
from watchbill.design.why.steps import gap_steps, steps_of
from watchbill.kernel.clock import Minutes
from watchbill.periods.written import read_period
from watchbill.rules.annual_hours import AnnualHours
from watchbill.rules.average_hours import AverageHours
from watchbill.rules.base import Rule
from watchbill.rules.free_days import FreeDays
from watchbill.rules.plan import Constrains
from watchbill.rules.registry import kinds
from watchbill.rules.rest import Rest
from watchbill.rules.run_of_tours import RunOfTours
from watchbill.solve.run import Answer, solve
from watchbill.solve.settings import Settings

BRIEF = Settings(effort=0.5)


def only(
    members: set[AskedPart], need: CycleNeed, agreement: Agreement
) -> tuple[CycleNeed, Agreement]:
    """The need and the agreement with nothing but these members, and no switch in it."""
    clauses = tuple(
        clause
        for clause in agreement.clauses
        if AskedPart(AskedSort.CLAUSE, clause.number) in members
    )
    rows = tuple(
        row if AskedPart(AskedSort.TOUR, tour.code) in members else (0,) * WEEK
        for tour, row in zip(need.tours, need.need, strict=True)
    )
    hours = need.least_hours if AskedPart(AskedSort.HOURS) in members else Decimal(0)
    return (
        dataclasses.replace(need, need=rows, least_hours=hours),
        dataclasses.replace(agreement, clauses=clauses),
    )


def answer(members: set[AskedPart], need: CycleNeed, agreement: Agreement, form: Form) -> Answer:
    left, kept = only(members, need, agreement)
    return solve(CycleModel(left, form, kept).model, Settings(effort=5.0)).answer


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data(), needs(), st.lists(rules, max_size=4))
def test_what_it_names_is_impossible_and_possible_without_any_one_of_it(
    data: st.DataObject, need: CycleNeed, own: list[Rule]
) -> None:
    form = data.draw(forms(need))
    agreement = agreement_of(*own)
    found = explain(need, agreement, BRIEF, form=form, relax=False)
    if found is None:
        # Not proved with little effort; what is impossible is, with more.
        everything = set(members_of(need, agreement))
        if answer(everything, need, agreement, form) is Answer.IMPOSSIBLE:
            harder = Settings(effort=30.0)
            assert explain(need, agreement, harder, form=form, relax=False) is not None
        return
    members = set(found.members)
    assert answer(members, need, agreement, form) is Answer.IMPOSSIBLE
    assume(found.minimal)
    for member in members:
        assert answer(members - {member}, need, agreement, form) is Answer.FOUND


def seven_officers(*more: Rule) -> Explanation:
    """Seven people for two on each tour of twelve hours: 336 hours a week, 294 allowed."""
    found = explain(
        need_of(TWELVES, 7, 2, 2), agreement_of(AverageHours(at_most=Decimal(42)), *more), BRIEF
    )
    assert found is not None
    return found


def test_a_head_count_names_the_limit_on_hours_and_the_tours() -> None:
    found = seven_officers(Rest(at_least=Minutes(660)))
    assert found.minimal
    assert found.members == (
        AskedPart(AskedSort.CLAUSE, "1"),
        AskedPart(AskedSort.TOUR, "D"),
        AskedPart(AskedSort.TOUR, "N"),
    )
    assert clash_sentence(found).startswith("7 people in a rotation of 49 days cannot meet all")
    assert member_sentence(found.members[0], found.need, found.agreement).startswith("1 average")


def test_the_least_step_of_each_is_said() -> None:
    found = seven_officers()
    said = [relaxation_sentence(one, found) for one in found.relaxations]
    assert said == [
        "one person more: 8 in all, 42 hours a week each.",
        "1: at most 48 (now 42) hours a week, averaged over a cycle of the rotation.",
        "D 07:00-19:00 with 2 people from Friday to Sunday; 1 person from Monday to Thursday.",
        "N 19:00-07:00 with 2 people from Friday to Sunday; 1 person from Monday to Thursday.",
    ]


def test_tours_that_would_give_the_same_are_said_together() -> None:
    said = [opening_text(one) for one in openings(seven_officers())]
    assert said[-1] == (
        "D 07:00-19:00 or N 19:00-07:00 with 2 people from Friday to Sunday;"
        " 1 person from Monday to Thursday."
    )
    assert len(said) == 3


def test_the_hours_of_the_day_that_could_be_left_are_said_where_tours_overlap() -> None:
    """Two people round the clock in tours of ten hours: 420 hours a week, and nine people have
    378. With two tours a day in place of three, 03:00 to 07:00 is left to one person.
    """
    need = need_of(TENS, 9, 2, 2, 2)
    agreement = agreement_of(AverageHours(at_most=Decimal(42)))
    found = explain(need, agreement, BRIEF)
    assert found is not None
    hours = found.relaxations[-1]
    assert hours.step is not None
    assert hours.step.gap is not None
    text = relaxation_sentence(hours, found)
    assert text.startswith("one person fewer on duty from 03:00 to 07:00 from Monday to Friday")
    assert "07:00-17:00 and 17:00-03:00" in text
    assert can_be_met(hours.step.need, agreement, BRIEF) is Answer.FOUND
    on_duty = hours.step.need.hourly()
    for day in range(WEEK):
        for hour in range(24):
            missing = hours.step.gap.fewer[day - 1] if 3 <= hour < 7 else 0
            assert on_duty[day][hour] >= 2 - missing
    assert not gap_steps(need_of(TWELVES, 7, 2, 2), agreement)


def test_one_step_less_of_the_hours_of_the_day_does_not_open_it() -> None:
    need = need_of(TENS, 9, 2, 2, 2)
    agreement = agreement_of(AverageHours(at_most=Decimal(42)))
    answers = [can_be_met(one.need, one.agreement, BRIEF) for one in gap_steps(need, agreement)]
    assert answers[:5] == [Answer.IMPOSSIBLE] * 4 + [Answer.FOUND]


def test_the_limits_of_one_clause_give_together() -> None:
    both = (AverageHours(at_most=Decimal(42)), AnnualHours(at_most=Decimal(2190)))
    apart = agreement_of(*both)
    one = replace(apart.clauses[0], rules=both)
    found = explain(need_of(TWELVES, 7, 2, 2), replace(apart, clauses=(one,)), BRIEF)
    assert found is not None
    head, parts = openings(found)[1]
    assert head == "together:"
    assert parts == (
        "1: at most 48 (now 42) hours a week, averaged over a cycle of the rotation",
        "1: at most 2,514 (now 2,190) hours in a year of 365 days",
    )


def test_each_step_opens_the_whole_need_and_one_less_does_not() -> None:
    found = seven_officers()
    people, hours, day, _ = found.relaxations
    assert (people.least, hours.least, day.least) == (True, True, True)
    for one in found.relaxations:
        assert one.step is not None
        assert can_be_met(one.step.need, one.step.agreement, BRIEF) is Answer.FOUND
    less = agreement_of(AverageHours(at_most=Decimal("47.5")))
    assert can_be_met(found.need, less, BRIEF) is Answer.IMPOSSIBLE


def test_another_limit_that_forbids_it_as_well_gives_way_with_it() -> None:
    found = seven_officers(AnnualHours(at_most=Decimal(2190)))
    hours = found.relaxations[1]
    assert hours.step is not None
    text = relaxation_sentence(hours, found)
    assert text.startswith("1: at most 48 (now 42) hours a week")
    assert "; and 2: at most 2,5" in text


def test_a_succession_is_named_where_rest_forbids_it() -> None:
    """One person on a day and on a night every day cannot rest between the two."""
    need = need_of(EIGHTS[:2], 1, 1, 1)
    found = explain(need, agreement_of(), BRIEF)
    assert found is not None
    assert {one.sort for one in found.members} == {AskedSort.TOUR}


def test_hours_of_each_may_be_what_forbids_it() -> None:
    need = need_of(TWELVES[:1], 2, 0, least_hours=40)
    found = explain(need, agreement_of(FreeDays(at_least=5, period=read_period("7 days"))), BRIEF)
    assert found is not None
    assert set(found.members) == {AskedPart(AskedSort.CLAUSE, "1"), AskedPart(AskedSort.HOURS)}
    said = [relaxation_sentence(one, found) for one in found.relaxations]
    assert "1: at least 3 (now 5) free days in 7 days." in said
    assert "each works 24 hours a week at least." in said


def test_a_need_that_can_be_met_has_no_explanation() -> None:
    assert explain(need_of(TWELVES, 4, 1, 1), agreement_of(RunOfTours(at_most=4)), BRIEF) is None


def test_the_fewest_people_are_found() -> None:
    agreement = agreement_of(AverageHours(at_most=Decimal(42)), Rest(at_least=Minutes(660)))
    assert least_people(need_of(TWELVES, 12, 2, 2), agreement, BRIEF) == 8
    assert lines_of(8).days == 56


def test_every_kind_that_constrains_has_something_to_give() -> None:
    constrained = {name for name, kind in kinds().items() if issubclass(kind, Constrains)}
    can_only_be_dropped = {"cycle-kept"}  # a rotation is kept or is not
    giving = {name for name, kind in kinds().items() if kind.gives is not None}
    assert giving == constrained - can_only_be_dropped


@pytest.mark.parametrize(
    "rule", [Rest(at_least=Minutes(660)), FreeDays(at_least=2, period=read_period("7 days"))]
)
def test_a_ladder_ends_where_a_rule_has_nothing_more_to_give(rule: Rule) -> None:
    agreement = agreement_of(rule)
    ladder, gone = steps_of(AskedPart(AskedSort.CLAUSE, "1"), need_of(TWELVES, 2, 1, 1), agreement)
    last = constraining(ladder[-1].agreement, ladder[-1].need)[0].rule
    assert getattr(last, "at_least") == 0  # noqa: B009
    assert constraining(gone[0].agreement, gone[0].need) == []


def test_a_need_is_said_by_weekdays_where_they_differ() -> None:
    assert count_text((2,) * 7) == "2 people every day"
    assert count_text((0,) * 7) == "nobody every day"
    assert count_text((1, 1, 1, 1, 1, 2, 2)) == (
        "2 people on Saturday and Sunday; 1 person from Monday to Friday"
    )
    assert count_text((1, 0, 1, 1, 1, 0, 0)) == (
        "1 person on Monday, Wednesday, Thursday and Friday; nobody on Tuesday, Saturday and Sunday"
    )
