"""Several good rotations for a need, each unlike the others.

Each form is first asked whether it can meet the need at all. Then forms and aims are taken by
turns, so that the first few rotations already differ in kind; each search is kept away from what
was found before. A few more are found than wanted, and :mod:`.choice` leaves out those that others
beat. What is returned has been audited by the same agreement over the same dates.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from watchbill.agreement.model import Agreement
from watchbill.design.cycles.aims import AIMS, Aim
from watchbill.design.cycles.candidate import (
    CycleCandidate,
    as_rotation,
    shortest_cycle,
    turned,
)
from watchbill.design.cycles.choice import choose, unbeaten
from watchbill.design.cycles.forms import Form, forms_of
from watchbill.design.cycles.goal import Goal
from watchbill.design.cycles.laid_out import audit_of, days_to_audit
from watchbill.design.cycles.model import CycleModel
from watchbill.design.cycles.need import WEEK, CycleNeed
from watchbill.kernel.problems import BadInput
from watchbill.rotation.notation import OFF
from watchbill.solve.progress import Watch
from watchbill.solve.run import Answer, Outcome, solve
from watchbill.solve.settings import Settings

EFFORT = 0.5
"""CP-SAT's deterministic seconds for one search, where the settings say nothing."""
MOST_FORMS = 10
"""Forms that can meet the need and are searched for good rotations; fewer where only a few
rotations are wanted."""
WANTED, SPARE = 6, 2
"""Rotations offered where nobody says, and how many more are searched for to choose from."""
SETTLING = 0.5
"""Share of a search's effort for what its aim has first."""
LONG = 8 * WEEK
"""Days from which on a cycle is a long one."""


@dataclass(frozen=True, slots=True)
class Designs:
    """What a design came to.

    ``answer`` is found, impossible (proved of every form asked) or undecided. ``candidates`` come
    best first. ``impossible`` are the forms proved unable to meet the need. ``stopped``: ended
    before all was searched, by a limit, a stop or Ctrl-C, which is ``interrupted``.
    """

    answer: Answer
    candidates: tuple[CycleCandidate, ...]
    possible: tuple[Form, ...]
    impossible: tuple[Form, ...]
    seconds: float
    stopped: bool
    interrupted: bool = False


def design(
    need: CycleNeed,
    agreement: Agreement,
    settings: Settings | None = None,
    watch: Watch | None = None,
    wanted: int = WANTED,
    forms: Sequence[Form] | None = None,
    aims: Sequence[Aim] = AIMS,
) -> Designs:
    """Rotations that meet the need and break no clause, ``wanted`` of them where there are.

    ``settings.effort`` is for each search, ``settings.limit`` for all of them. Without a limit or
    a stop the same seed gives the same rotations. Ctrl-C keeps what was found.
    """
    chosen = forms_of(need) if forms is None else tuple(forms)
    return _Search(need, agreement, settings or Settings(), watch, wanted, aims).run(chosen)


def distance_of(form: Form) -> int:
    """Days on which two rotations of a form differ at least to count as different."""
    return max(2, form.days // 10)


class _Search:
    """The state of one design."""

    def __init__(
        self,
        need: CycleNeed,
        agreement: Agreement,
        settings: Settings,
        watch: Watch | None,
        wanted: int,
        aims: Sequence[Aim],
    ) -> None:
        self._began = time.perf_counter()
        self._need, self._agreement = need, agreement
        self._settings, self._watch = settings, watch
        self._wanted, self._aims = wanted, aims
        self._known: dict[Form, tuple[str, ...]] = {}
        self._found: list[CycleCandidate] = []
        self._impossible: list[Form] = []
        self._interrupted = False
        self._most_forms = min(MOST_FORMS, wanted + 2)
        self._searches = wanted + SPARE

    def run(self, forms: Sequence[Form]) -> Designs:
        undecided = 0
        try:
            for form in forms:
                if self._is_over() or len(self._known) >= self._most_forms:
                    break
                self._stage(f"can {form} do it?")
                undecided += self._ask(form) is Answer.UNDECIDED
            for turn, (form, aim) in enumerate(self._turns()):
                enough = turn >= self._searches and len(unbeaten(self._found)) >= self._wanted
                if self._is_over() or enough or turn >= 2 * self._searches:
                    break
                self._stage(f"{len(self._found)} found, now {form}, {aim.name}")
                self._improve(form, aim)
        except KeyboardInterrupt:
            self._interrupted = True
        asked_all = len(self._impossible) + len(self._known) == len(forms) and not undecided
        answer = Answer.IMPOSSIBLE if asked_all and not self._known else Answer.UNDECIDED
        return Designs(
            Answer.FOUND if self._found else answer,
            tuple(choose(self._found, self._wanted, self._aims)),
            tuple(self._known),
            tuple(self._impossible),
            time.perf_counter() - self._began,
            self._is_over(),
            self._interrupted,
        )

    def _stage(self, text: str) -> None:
        if self._watch is not None:
            self._watch.stage(text)

    def _ask(self, form: Form) -> Answer:
        """Whether the form can meet the need; a cycle that does is kept."""
        cycle = CycleModel(self._need, form, self._agreement)
        outcome = self._solve(cycle)
        if outcome.has_solution:
            self._known[form] = _codes(cycle, outcome)
        elif outcome.answer is Answer.IMPOSSIBLE:
            self._impossible.append(form)
        return outcome.answer

    def _turns(self) -> Iterator[tuple[Form, Aim]]:
        """Forms by turns, each time with another aim; every form with every aim once.

        Short cycles are learnt by heart and searched through the soonest; of those, whole weeks
        come first, in which weekends can be chosen.
        """
        forms = sorted(
            self._known,
            key=lambda form: (form.days > LONG, form.days % WEEK > 0, form.days, form.platoons),
        )
        for turn in range(len(self._aims)):
            for place, form in enumerate(forms):
                yield form, self._aims[(place + turn) % len(self._aims)]

    def _improve(self, form: Form, aim: Aim) -> None:
        """The best of the form by the aim: what the aim has first is settled before the rest."""
        known, settled = self._known[form], None
        if aim.first is not None:
            cycle = self._unlike_others(form)
            Goal(cycle).settle(aim.first, aim)
            cycle.hint(known)
            settled = self._solve(cycle, SETTLING)
            if not settled.has_solution:
                return
            known = _codes(cycle, settled)
        cycle = self._unlike_others(form)
        goal = Goal(cycle)
        if aim.first is not None and settled is not None and settled.best is not None:
            goal.hold(aim.first, aim, settled.best)
        goal.minimize(aim)
        cycle.hint(known)
        outcome = self._solve(cycle)
        if outcome.has_solution:
            sure = settled is None or settled.answer is Answer.BEST
            answer = outcome.answer if sure else Answer.FOUND
            self._keep(form, aim, _codes(cycle, outcome), replace(outcome, answer=answer))

    def _unlike_others(self, form: Form) -> CycleModel:
        """A model of the form, kept away from what was found before."""
        cycle = CycleModel(self._need, form, self._agreement)
        for other in self._found:
            codes = shortest_cycle(other.rotation.pattern.codes)
            if form.days % len(codes) == 0:
                cycle.keep_away(codes, distance_of(form), form.shifts)
        return cycle

    def _keep(self, form: Form, aim: Aim, codes: tuple[str, ...], outcome: Outcome) -> None:
        """Audits what was found, and keeps it where nothing is found against it."""
        days = days_to_audit(self._agreement, self._need, form)
        for line in dict.fromkeys((turned(self._need, form, codes), codes)):
            try:
                rotation = as_rotation(self._need, form, line)
            except BadInput:
                continue
            result = audit_of(self._agreement, self._need, rotation, days)
            if not result.breaches:
                self._found.append(
                    CycleCandidate(rotation, form, aim, self._need, outcome.answer, outcome.best,
                              outcome.bound, result)
                )  # fmt: skip
                return

    def _solve(self, cycle: CycleModel, share: float = 1.0) -> Outcome:
        rest = self._settings.left(time.perf_counter() - self._began)
        effort = EFFORT if rest.effort is None else rest.effort
        outcome = solve(cycle.model, replace(rest, effort=share * effort), self._watch)
        self._interrupted = self._interrupted or outcome.interrupted
        return outcome

    def _is_over(self) -> bool:
        limit = self._settings.limit
        return (
            self._interrupted
            or (self._watch is not None and self._watch.stopped)
            or (limit is not None and time.perf_counter() - self._began >= limit)
        )


def _codes(cycle: CycleModel, outcome: Outcome) -> tuple[str, ...]:
    """The letters of the cycle's days."""
    return tuple(
        next(
            (
                tour.code
                for tour, worked in zip(cycle.need.tours, row, strict=True)
                if outcome.value(worked)
            ),
            OFF,
        )
        for row in cycle.on
    )
