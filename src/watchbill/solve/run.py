"""One room for running CP-SAT: parameters, callbacks, the meaning of its answers."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from ortools.sat.python import cp_model

from watchbill.solve.progress import Progress, Watch
from watchbill.solve.settings import Settings


class Answer(StrEnum):
    """What a solve came to."""

    BEST = "best"  # a solution, and proof that none has a better goal
    FOUND = "found"  # a solution; where there is a goal, a better one may exist
    IMPOSSIBLE = "impossible"  # proof that there is no solution
    UNDECIDED = "undecided"  # ended before either


@dataclass(frozen=True, slots=True)
class Outcome:
    """The end of a solve.

    ``stopped`` says that it ended early by a limit, a stop or Ctrl-C. ``seconds`` by the clock.
    """

    answer: Answer
    seconds: float
    stopped: bool
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
    if watch is not None and watch.stopped:
        solver.parameters.max_time_in_seconds = 0.0
    began = time.perf_counter()
    if watch is None:
        status = solver.solve(model)
    else:
        reporter = _Reporter(watch, began, model.has_objective())
        solver.best_bound_callback = reporter.bound_moved
        stopper: Callable[[], None] = solver.stop_search
        reporter.stopper = stopper
        watch.attach(stopper)
        try:
            status = solver.solve(model, reporter)
        finally:
            watch.detach(stopper)
    answer = _answer(status, model.has_objective())
    has_goal = model.has_objective() and answer in (Answer.BEST, Answer.FOUND)
    outcome = Outcome(
        answer=answer,
        seconds=time.perf_counter() - began,
        stopped=status in (cp_model.FEASIBLE, cp_model.UNKNOWN),
        best=solver.objective_value if has_goal else None,
        bound=solver.best_objective_bound if has_goal else None,
        _solver=solver,
    )
    if watch is not None:
        watch.tell(
            Progress(
                outcome.seconds,
                max(reporter.solutions, int(outcome.has_solution)),
                outcome.best,
                outcome.bound,
                done=True,
            )
        )
    return outcome


def _set(solver: cp_model.CpSolver, settings: Settings, own: Mapping[str, object]) -> None:
    chosen = solver.parameters
    chosen.num_workers = settings.cores
    chosen.interleave_search = settings.cores > 1
    chosen.random_seed = settings.seed
    chosen.catch_sigint_signal = settings.catch_interrupt
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

    def __init__(self, watch: Watch, began: float, has_goal: bool) -> None:
        super().__init__()
        self._watch = watch
        self._began = began
        self._has_goal = has_goal
        self._best: float | None = None
        self._bound: float | None = None
        self.solutions = 0
        self.stopper: Callable[[], None] | None = None

    def on_solution_callback(self) -> None:
        """CP-SAT found a solution."""
        self.solutions += 1
        if self._has_goal:
            self._best = self.objective_value
            self._bound = self.best_objective_bound
        self._tell()

    def bound_moved(self, bound: float) -> None:
        """CP-SAT proved a better bound."""
        self._bound = bound
        self._tell()

    def _tell(self) -> None:
        self._watch.tell(
            Progress(time.perf_counter() - self._began, self.solutions, self._best, self._bound)
        )
        # A stop asked for before CP-SAT was listening is carried out here.
        if self._watch.stopped and self.stopper is not None:
            self.stopper()
