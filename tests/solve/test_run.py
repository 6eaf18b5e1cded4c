"""The one room in which CP-SAT runs."""

from __future__ import annotations

import os
import signal
import threading
import time

import pytest
from ortools.sat.python import cp_model

from watchbill.solve.progress import Progress, Watch
from watchbill.solve.run import Answer, solve
from watchbill.solve.settings import Settings

LONG = 60.0


def sharing(people: int, kinds: int) -> tuple[cp_model.CpModel, list[cp_model.IntVar]]:
    """Uneven weights dealt to equal hands: a first deal is easy, the best is hard to prove."""
    model = cp_model.CpModel()
    weights = [50 + (37 * place * place) % 50 for place in range(people)]
    hands = [[model.new_bool_var("") for _ in range(kinds)] for _ in range(people)]
    for hand in hands:
        model.add_exactly_one(hand)
    loads = [
        cp_model.LinearExpr.weighted_sum([hand[kind] for hand in hands], weights)
        for kind in range(kinds)
    ]
    most, least = (model.new_int_var(0, sum(weights), name) for name in ("most", "least"))
    for load in loads:
        model.add(load <= most)
        model.add(load >= least)
    model.minimize(7 * most - 6 * least)
    return model, [literal for hand in hands for literal in hand]


def two_numbers(total: int) -> tuple[cp_model.CpModel, cp_model.IntVar, cp_model.IntVar]:
    model = cp_model.CpModel()
    one, other = (model.new_int_var(0, 5, name) for name in ("one", "other"))
    model.add(one + other == total)
    return model, one, other


def test_it_finds_a_solution() -> None:
    model, one, other = two_numbers(7)
    outcome = solve(model)
    assert outcome.answer is Answer.FOUND
    assert outcome.value(one) + outcome.value(other) == 7
    assert outcome.value(one + other) == 7
    assert not outcome.stopped


def test_it_proves_that_there_is_none() -> None:
    outcome = solve(two_numbers(11)[0])
    assert outcome.answer is Answer.IMPOSSIBLE
    assert not outcome.has_solution


def test_it_proves_the_best() -> None:
    model, one, other = two_numbers(7)
    model.maximize(2 * one + other)
    outcome = solve(model)
    assert outcome.answer is Answer.BEST
    assert outcome.best == outcome.bound == 12


def test_no_time_gives_no_verdict() -> None:
    outcome = solve(sharing(40, 7)[0], Settings(limit=0.0))
    assert outcome.answer is Answer.UNDECIDED
    assert outcome.stopped


@pytest.mark.parametrize("cores", [1, 2])
def test_the_same_seed_and_effort_give_the_same_answer(cores: int) -> None:
    def deal() -> list[int]:
        model, literals = sharing(30, 5)
        outcome = solve(model, Settings(limit=LONG, seed=3, cores=cores, effort=0.2))
        return [outcome.value(literal) for literal in literals]

    assert deal() == deal()


def test_a_watch_sees_the_best_the_bound_and_the_end() -> None:
    seen: list[Progress] = []
    watch = Watch(seen.append)
    model, _ = sharing(20, 4)
    outcome = solve(model, Settings(limit=LONG, effort=0.3), watch)
    assert seen[-1] == watch.latest
    assert watch.latest.done
    assert watch.latest.best == outcome.best
    assert watch.latest.bound == outcome.bound
    running = [progress for progress in seen if not progress.done]
    assert any(progress.best is not None and progress.bound is not None for progress in running)
    found = [progress.best for progress in running if progress.best is not None]
    assert found == sorted(found, reverse=True)


def test_a_stop_from_another_thread_keeps_the_best() -> None:
    watch = Watch()
    model, literals = sharing(60, 12)
    threading.Thread(target=stop_at_a_solution, args=[watch]).start()
    outcome = solve(model, Settings(limit=LONG), watch)
    assert outcome.answer is Answer.FOUND
    assert outcome.stopped
    assert not outcome.interrupted
    assert sum(outcome.value(literal) for literal in literals) == 60


def test_a_stop_asked_for_before_it_begins_is_heard() -> None:
    watch = Watch()
    watch.stop()
    outcome = solve(sharing(60, 12)[0], Settings(limit=LONG), watch)
    assert outcome.stopped
    assert outcome.seconds < LONG / 2


def test_control_c_keeps_the_best() -> None:
    watch = Watch()
    threading.Thread(target=interrupt_at_a_solution, args=[watch]).start()
    outcome = solve(sharing(60, 12)[0], Settings(limit=LONG), watch)
    assert outcome.interrupted
    assert outcome.answer is Answer.FOUND


def test_control_c_is_raised_where_the_best_is_not_wanted() -> None:
    watch = Watch()
    threading.Thread(target=interrupt_at_a_solution, args=[watch]).start()
    with pytest.raises(KeyboardInterrupt):
        solve(sharing(60, 12)[0], Settings(limit=LONG, keep_at_interrupt=False), watch)


def test_the_gap_is_a_share_of_the_best() -> None:
    assert Progress(best=20.0, bound=15.0).gap == 0.25
    assert Progress(best=0.0, bound=0.0).gap == 0.0
    assert Progress(best=20.0).gap is None


def test_a_limit_shrinks_with_the_time_spent() -> None:
    assert Settings(limit=5.0).left(2.0).limit == 3.0
    assert Settings(limit=5.0).left(9.0).limit == 0.0
    assert Settings().left(9.0).limit is None


def stop_at_a_solution(watch: Watch) -> None:
    wait_for_a_solution(watch)
    watch.stop()


def interrupt_at_a_solution(watch: Watch) -> None:
    wait_for_a_solution(watch)
    os.kill(os.getpid(), signal.SIGINT)


def wait_for_a_solution(watch: Watch) -> None:
    while not watch.latest.solutions:
        time.sleep(0.01)
