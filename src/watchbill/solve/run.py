"""One room for running CP-SAT: parameters, callbacks, the meaning of its answers."""

from __future__ import annotations

import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass
from enum import StrEnum

from ortools.sat.python import cp_model

from watchbill.solve.progress import Progress, Watch
from watchbill.solve.settings import Settings

POLL = 0.05
"""Seconds until a stop is heard."""

BRIEF = 0.02
"""An effort, in deterministic seconds, that takes some hundredths of a second."""


class Answer(StrEnum):
    """What a solve came to."""

    BEST = "best"  # a solution, and proof that none has a better goal
    FOUND = "found"  # a solution; where there is a goal, a better one may exist
    IMPOSSIBLE = "impossible"  # proof that there is no solution
    UNDECIDED = "undecided"  # ended before either


@dataclass(frozen=True, slots=True)
class Outcome:
    """The end of a solve.

    ``stopped`` says that it ended early, by a limit, a stop or Ctrl-C; ``interrupted``, that it
    was Ctrl-C. ``seconds`` by the clock.
    """

    answer: Answer
    seconds: float
    stopped: bool
    interrupted: bool
    best: float | None
    bound: float | None
    _solver: cp_model.CpSolver

    @property
    def has_solution(self) -> bool:
        """Whether values may be asked for."""
        return self.answer in (Answer.BEST, Answer.FOUND)

    def value(self, expression: cp_model.LinearExprT) -> int:
        """The value of a variable or a linear expression in the solution kept."""
        return int(self._solver.value(expression))

    def clash(self) -> tuple[int, ...]:
        """Indices of assumption literals that are impossible together (not the fewest)."""
        return tuple(self._solver.sufficient_assumptions_for_infeasibility())


def solve(
    model: cp_model.CpModel,
    settings: Settings | None = None,
    watch: Watch | None = None,
    parameters: Mapping[str, object] | None = None,
) -> Outcome:
    """Solves ``model``; ``parameters`` are CP-SAT's own, for a caller that measured them."""
    settings = settings or Settings()
    solver = cp_model.CpSolver()
    _set(solver, settings, parameters or {})
    reporter = None
    if watch is not None:
        reporter = _Reporter(watch, model.has_objective())
        solver.best_bound_callback = reporter.bound_moved
        if watch.stopped:
            solver.parameters.max_time_in_seconds = 0.0
    began = time.perf_counter()
    status, interrupted = _run(solver, model, reporter, settings, watch)
    answer = _answer(status, model.has_objective())
    has_goal = model.has_objective() and answer in (Answer.BEST, Answer.FOUND)
    outcome = Outcome(
        answer=answer,
        seconds=time.perf_counter() - began,
        stopped=status in (cp_model.FEASIBLE, cp_model.UNKNOWN),
        interrupted=interrupted,
        best=solver.objective_value if has_goal else None,
        bound=solver.best_objective_bound if has_goal else None,
        _solver=solver,
    )
    if reporter is not None:
        reporter.end(outcome)
    return outcome


def _run(
    solver: cp_model.CpSolver,
    model: cp_model.CpModel,
    reporter: _Reporter | None,
    settings: Settings,
    watch: Watch | None,
) -> tuple[object, bool]:
    """CP-SAT's status, and whether Ctrl-C ended it.

    The solve runs on a thread of its own, so that this one can hear Ctrl-C and a stop. One of
    little effort is over before either, and a thread would cost it a tenth of its time.
    """
    if settings.effort is not None and settings.effort <= BRIEF:
        return solver.solve(model, reporter), False
    interrupted = False
    with ThreadPoolExecutor(1) as pool:
        solving = pool.submit(solver.solve, model, reporter)
        while not solving.done():
            try:
                wait([solving], timeout=None if watch is None and not interrupted else POLL)
            except KeyboardInterrupt:
                interrupted = True
            if interrupted or (watch is not None and watch.stopped):
                solver.stop_search()
    if interrupted and not settings.keep_at_interrupt:
        raise KeyboardInterrupt
    return solving.result(), interrupted


def _set(solver: cp_model.CpSolver, settings: Settings, own: Mapping[str, object]) -> None:
    chosen = solver.parameters
    chosen.num_workers = settings.cores
    chosen.interleave_search = settings.cores > 1
    chosen.random_seed = settings.seed
    chosen.catch_sigint_signal = False  # heard here, see _run
    if settings.limit is not None:
        chosen.max_time_in_seconds = settings.limit
    if settings.effort is not None:
        chosen.max_deterministic_time = settings.effort
    for name, value in own.items():
        setattr(chosen, name, value)


def _answer(status: object, has_goal: bool) -> Answer:
    if status == cp_model.OPTIMAL:
        return Answer.BEST if has_goal else Answer.FOUND
    if status == cp_model.FEASIBLE:
        return Answer.FOUND
    if status == cp_model.INFEASIBLE:
        return Answer.IMPOSSIBLE
    if status == cp_model.UNKNOWN:
        return Answer.UNDECIDED
    raise ValueError("CP-SAT refuses the model: " + str(status))


class _Reporter(cp_model.CpSolverSolutionCallback):
    """Hands CP-SAT's callbacks to a watch."""

    def __init__(self, watch: Watch, has_goal: bool) -> None:
        super().__init__()
        self._watch = watch
        self._began = time.perf_counter()
        self._has_goal = has_goal
        self._solutions = 0
        self._best: float | None = None
        self._bound: float | None = None

    def on_solution_callback(self) -> None:
        """CP-SAT found a solution."""
        self._solutions += 1
        if self._has_goal:
            self._best = self.objective_value
            self._bound = self.best_objective_bound
        self._tell()

    def bound_moved(self, bound: float) -> None:
        """CP-SAT proved a better bound."""
        self._bound = bound
        self._tell()

    def end(self, outcome: Outcome) -> None:
        """The solve is over."""
        self._solutions = max(self._solutions, int(outcome.has_solution))
        self._best = outcome.best
        self._bound = outcome.bound if outcome.has_solution else self._bound
        self._tell(done=True)

    def _tell(self, done: bool = False) -> None:
        seconds = time.perf_counter() - self._began
        self._watch.tell(Progress(seconds, self._solutions, self._best, self._bound, done))
