"""One law holds the check and the constrain face of every rule kind together.

A small set of possible tours, and some of them worked: the solver, told which, finds the rule
kept exactly where the rule's check finds no breach.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample
from ortools.sat.python import cp_model

from tests.periods.drawn import any_days, any_hours, periods
from watchbill.kernel.clock import Day, Minutes, at, parse_day, zone
from watchbill.records.timeline import Frame, Timeline
from watchbill.records.tours import Tour, TourKind, tour_at
from watchbill.rules.annual_hours import AnnualHours
from watchbill.rules.average_hours import AverageHours
from watchbill.rules.base import ChecksPerson, Rule
from watchbill.rules.cycle_kept import CycleKept
from watchbill.rules.double_tours import DoubleTours
from watchbill.rules.free_days import FreeDays
from watchbill.rules.free_evenings import FreeEvenings
from watchbill.rules.free_period import FreePeriod
from watchbill.rules.free_run import FreeRun
from watchbill.rules.free_weekends import FreeWeekends
from watchbill.rules.hours_in_window import HoursInWindow
from watchbill.rules.on_and_off import OnAndOff
from watchbill.rules.plan import Constrains
from watchbill.rules.registry import kinds
from watchbill.rules.rest import Rest
from watchbill.rules.rest_after_run import RestAfterRun
from watchbill.rules.run_of_tours import RunOfTours
from watchbill.rules.schedule_change_rest import ScheduleChangeRest
from watchbill.rules.tours_allowed import ToursAllowed
from watchbill.rules.unbroken_duty import UnbrokenDuty
from watchbill.solve.duty import DutyModel

ZONE = zone("America/Edmonton")
FIRST = parse_day("2024-10-28")  # the clocks go back on 3 November
DAYS = 14
FRAME = Frame(FIRST, Day(FIRST + DAYS - 1), FIRST, cycle_days=7, cycle_from=FIRST)
TYPES = (
    (7 * 60, 12, TourKind.DAY),
    (7 * 60, 8, TourKind.DAY),
    (15 * 60, 8, TourKind.EVENING),
    (19 * 60, 12, TourKind.NIGHT),
    (23 * 60, 8, TourKind.NIGHT),
    (8 * 60, 24, TourKind.DAY),
    (8 * 60, 24, TourKind.DAY),
)
HOUR = 60


def hours(least: int, most: int) -> st.SearchStrategy[Minutes]:
    return st.integers(least, most).map(lambda number: Minutes(number * HOUR))


def figures(least: int, most: int) -> st.SearchStrategy[Decimal]:
    return st.integers(least, most).map(Decimal)


RULES: dict[str, st.SearchStrategy[Rule]] = {
    "average-hours": st.builds(
        AverageHours,
        at_most=figures(5, 60),
        period=periods("cycle", "5 days", "week", "14 days", "7 days from 2024-01-02 12:00"),
    ),
    "annual-hours": st.builds(
        AnnualHours,
        at_most=figures(20, 150),
        at_least=st.one_of(st.none(), figures(1, 40)),
        period=periods("7 days", "10 days", "14 days"),
    ),
    "on-and-off": st.builds(
        OnAndOff,
        on=st.sampled_from([Minutes(480), Minutes(1440)]),
        off=hours(12, 60),
        starts_at=st.sampled_from([None, 8 * HOUR]),
    ),
    "cycle-kept": st.builds(
        CycleKept,
        pattern=st.sampled_from(["D-", "DDD-", "D------", "D" + 20 * "-", 20 * "D" + "-"]),
    ),
    "rest": st.builds(Rest, at_least=hours(1, 30)),
    "run-of-tours": st.one_of(
        st.builds(
            RunOfTours, at_most=st.integers(1, 5), of=st.sampled_from(["any", "day", "night"])
        ),
        st.builds(
            RunOfTours,
            at_most=st.integers(1, 3),
            of=st.sampled_from(["any", "night"]),
            or_up_to=st.integers(3, 5),
            within=hours(20, 60),
        ),
    ),
    "rest-after-run": st.builds(
        RestAfterRun,
        run=st.integers(1, 3),
        free_days=st.integers(1, 3),
        of=st.sampled_from(["any", "night"]),
    ),
    "hours-in-window": st.one_of(
        st.builds(HoursInWindow, at_most=hours(10, 60), period=any_days(1, 8)),
        st.builds(HoursInWindow, at_most=hours(10, 50), period=any_hours(12, 80)),
    ),
    "unbroken-duty": st.builds(
        UnbrokenDuty,
        at_most=hours(20, 50),
        then_free=st.one_of(st.none(), hours(10, 40)),
        after=st.one_of(st.none(), hours(10, 48)),
    ),
    "double-tours": st.builds(
        DoubleTours, at_most=st.integers(0, 2), tour=st.sampled_from([Minutes(480), Minutes(1440)])
    ),
    "free-days": st.builds(
        FreeDays, at_least=st.integers(1, 7), period=periods("7 days", "14 days")
    ),
    "free-run": st.builds(
        FreeRun,
        days=st.integers(1, 4),
        period=periods("7 days", "14 days", "any 7 days"),
        not_after_night=st.booleans(),
    ),
    "free-period": st.builds(FreePeriod, at_least=hours(20, 60), after_days=st.integers(1, 5)),
    "free-evenings": st.builds(
        FreeEvenings,
        at_least=st.integers(1, 9),
        period=periods("7 days", "14 days"),
        evening_from=st.just(18 * HOUR),
        until=st.sampled_from([0, 8 * HOUR]),
    ),
    "free-weekends": st.builds(
        FreeWeekends, one_in=st.integers(1, 2), period=periods("7 days", "14 days")
    ),
    "tours-allowed": st.builds(
        ToursAllowed,
        starts=st.sampled_from([(), (420,), (420, 1140)]),
        lengths=st.sampled_from([(), (Minutes(720),)]),
        at_most=st.one_of(st.none(), hours(8, 24)),
    ),
    "schedule-change-rest": st.builds(
        ScheduleChangeRest, at_least=hours(8, 50), long=st.just(Minutes(1440))
    ),
}


@dataclasses.dataclass(frozen=True)
class Case:
    """A rule, possible tours, and which of them are worked."""

    rule: Rule
    possible: tuple[Tour, ...]
    worked: tuple[bool, ...]


@st.composite
def cases(draw: st.DrawFn, kind: str) -> Case:
    rule = draw(RULES[kind])
    possible = sorted(
        tour
        for day in range(DAYS)
        for tour in _tours(Day(FIRST + day), draw(st.lists(st.sampled_from(TYPES), max_size=2)))
    )
    wanted = draw(st.lists(st.booleans(), min_size=len(possible), max_size=len(possible)))
    worked: list[bool] = []
    end = 0
    for tour, wish in zip(possible, wanted, strict=True):
        worked.append(wish and tour.start >= end)
        end = tour.end if worked[-1] else end
    return Case(rule, tuple(possible), tuple(worked))


def _tours(day: Day, types: list[tuple[int, int, TourKind]]) -> set[Tour]:
    return {
        tour_at(at(day, start), Minutes(length * HOUR), kind, kind[0].upper(), ZONE)
        for start, length, kind in types
    }


def audit_keeps(case: Case) -> bool:
    rule = case.rule
    assert isinstance(rule, ChecksPerson)
    line = Timeline.of(tour for tour, on in zip(case.possible, case.worked, strict=True) if on)
    return not list(rule.check(line, FRAME))


def solver_keeps(case: Case) -> bool:
    rule = case.rule
    assert isinstance(rule, Constrains)
    model = cp_model.CpModel()
    duty = DutyModel(model, Timeline.of(case.possible), FRAME)
    duty.hold_to(rule)
    for variable, on in zip(duty.worked, case.worked, strict=True):
        model.add(variable == int(on))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.catch_sigint_signal = False  # or Ctrl-C means something else ever after
    status = solver.solve(model)
    assert status in (cp_model.OPTIMAL, cp_model.FEASIBLE, cp_model.INFEASIBLE)
    return bool(status != cp_model.INFEASIBLE)


CONSTRAINING = sorted(name for name, kind in kinds().items() if issubclass(kind, Constrains))
# One search for a difference, unhurried; shrinking it would only make it prettier.
SEARCH = settings(
    max_examples=600,
    deadline=None,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def test_every_kind_that_constrains_is_held_to_the_law() -> None:
    assert sorted(RULES) == CONSTRAINING


@pytest.mark.parametrize("kind", CONSTRAINING)
def test_the_solver_and_the_audit_agree(kind: str) -> None:
    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    @given(cases(kind))
    def law(case: Case) -> None:
        assert solver_keeps(case) == audit_keeps(case)

    law()


NUDGES: dict[str, tuple[str, Callable[[Rule], Rule]]] = {
    name: (field, lambda rule, field=field, by=by: _nudged(rule, field, by))  # type: ignore[misc]
    for name, field, by in (
        ("average-hours", "at_most", 3),
        ("annual-hours", "at_most", 12),
        ("on-and-off", "on", 480),
        ("rest", "at_least", 240),
        ("run-of-tours", "at_most", 1),
        ("rest-after-run", "free_days", 1),
        ("hours-in-window", "at_most", 240),
        ("unbroken-duty", "at_most", 480),
        ("double-tours", "at_most", 1),
        ("free-days", "at_least", 1),
        ("free-run", "days", 1),
        ("free-period", "after_days", 1),
        ("free-evenings", "at_least", 1),
        ("free-weekends", "one_in", 1),
        ("tours-allowed", "at_most", 240),
        ("schedule-change-rest", "at_least", 480),
    )
}
NUDGES["cycle-kept"] = ("pattern", lambda rule: dataclasses.replace(rule, pattern="DD"))  # type: ignore[call-arg]


def _nudged(rule: Rule, field: str, by: int) -> Rule:
    value = getattr(rule, field)
    moved: dict[str, Any] = {field: 480 if value is None else value + by}
    return dataclasses.replace(rule, **moved)


@pytest.mark.parametrize("kind", CONSTRAINING)
@pytest.mark.parametrize("damaged", ["check", "constraints"])
def test_the_law_fails_when_a_bound_is_moved_on_either_side(kind: str, damaged: str) -> None:
    _, nudge = NUDGES[kind]

    def differs(case: Case) -> bool:
        moved = dataclasses.replace(case, rule=nudge(case.rule))
        audited, solved = (moved, case) if damaged == "check" else (case, moved)
        return solver_keeps(solved) != audit_keeps(audited)

    try:
        find(cases(kind), differs, settings=SEARCH)
    except NoSuchExample:
        pytest.fail(f"the law does not notice that {NUDGES[kind][0]} of {kind} is moved")
