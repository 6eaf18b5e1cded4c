"""A rule held to a cycle is held to all the dates over which the cycle comes round."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample
from ortools.sat.python import cp_model

from tests.solve.test_solver_and_audit_agree import CONSTRAINING, RULES, TYPES
from watchbill.kernel.clock import Day, Minutes, at, parse_day, zone
from watchbill.records.timeline import Frame, Timeline
from watchbill.records.tours import Tour, tour_at
from watchbill.rules.base import ChecksPerson, Rule
from watchbill.rules.plan import Constrains
from watchbill.solve.repeating import LaidCycle, RepeatingDuty
from watchbill.solve.run import Answer, solve
from watchbill.solve.settings import Settings

UTC = zone("UTC")
FIRST = parse_day("2024-01-01")
DAYS = 28
KINDS = TYPES[:5]


@dataclasses.dataclass(frozen=True)
class Case:
    """A rule, and for each day of a cycle which of :data:`KINDS` is worked, or none."""

    rule: Rule
    codes: tuple[int | None, ...]

    @property
    def frame(self) -> Frame:
        return Frame(FIRST, Day(FIRST + DAYS - 1), FIRST, len(self.codes), FIRST)


def tour_of(date: int, place: int) -> Tour:
    start, length, kind = KINDS[place]
    return tour_at(at(Day(date), start), Minutes(length * 60), kind, "T", UTC)


@st.composite
def cases(draw: st.DrawFn, kind: str) -> Case:
    one = st.one_of(st.none(), st.integers(0, len(KINDS) - 1))
    codes = draw(st.lists(one, min_size=2, max_size=8))
    for day, code in enumerate(codes):
        before = codes[day - 1]
        if code is not None and before is not None:
            overlap = tour_of(0, before).end > tour_of(1, code).start
            codes[day] = None if overlap else code
    first, last = codes[0], codes[-1]
    if first is not None and last is not None and tour_of(0, last).end > tour_of(1, first).start:
        codes[0] = None
    return Case(draw(RULES[kind]), tuple(codes))


def audit_keeps(case: Case) -> bool:
    rule = case.rule
    assert isinstance(rule, ChecksPerson)
    worked = [
        tour_of(date, code)
        for date in range(FIRST - 7, FIRST + DAYS)
        if (code := case.codes[(date - FIRST) % len(case.codes)]) is not None
    ]
    return not list(rule.check(Timeline.of(worked), case.frame))


def cycle_keeps(case: Case, twice: bool = False) -> bool:
    rule = case.rule
    assert isinstance(rule, Constrains)
    days = len(case.codes)
    model = cp_model.CpModel()
    worked = [model.new_bool_var("") for _ in range(days * len(KINDS))]
    rows = sorted(
        (tour_of(date, place), (date - FIRST) % days * len(KINDS) + place)
        for date in range(FIRST - 7, FIRST + DAYS)
        for place in range(len(KINDS))
    )
    line = Timeline.of(tour for tour, _ in rows)
    laid = LaidCycle(line, case.frame, [variable for _, variable in rows])
    duty = RepeatingDuty(model, worked)
    for _ in range(2 if twice else 1):
        duty.hold_to(rule, laid)
    for variable, literal in enumerate(worked):
        day, place = divmod(variable, len(KINDS))
        model.add(literal == int(case.codes[day] == place))
    outcome = solve(model, Settings(effort=0.02))
    assert outcome.answer in (Answer.FOUND, Answer.IMPOSSIBLE)
    return outcome.has_solution


@pytest.mark.parametrize("kind", CONSTRAINING)
def test_the_cycle_keeps_the_rule_exactly_where_its_dates_do(kind: str) -> None:
    @settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
    @given(cases(kind))
    def law(case: Case) -> None:
        assert cycle_keeps(case) == audit_keeps(case)

    law()


@pytest.mark.parametrize("kind", ["run-of-tours", "hours-in-window", "double-tours"])
def test_the_law_fails_where_a_round_of_the_cycle_is_counted_once(
    kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from watchbill.solve import repeating

    folded = repeating._Folded
    monkeypatch.setattr(
        folded, "_groups", lambda self, groups: tuple({self._places(one) for one in groups})
    )
    monkeypatch.setattr(
        folded,
        "_minutes",
        lambda self, minutes: {
            self.laid.variables[place]: length for place, length in minutes.items()
        },
    )
    monkeypatch.setattr(
        folded, "_pairs", lambda self, pairs: tuple({self._places(pair) for pair in pairs})
    )
    search = settings(
        max_examples=600,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    try:
        find(cases(kind), lambda case: cycle_keeps(case) != audit_keeps(case), settings=search)
    except NoSuchExample:
        pytest.fail("the law does not notice")


def test_what_is_said_twice_is_carried_out_once() -> None:
    @settings(max_examples=20, deadline=None)
    @given(cases("hours-in-window"))
    def law(case: Case) -> None:
        assert cycle_keeps(case) == cycle_keeps(case, twice=True)

    law()
