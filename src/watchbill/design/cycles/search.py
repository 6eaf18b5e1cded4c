"""Several good rotations for a need, each unlike the others.

Each form is first asked whether it can meet the need at all, of the engine of rotations
(:mod:`.engine`) and, where a clause is broken that the engine does not know, of CP-SAT. Then forms
and aims are taken by turns, two at a time, so that the first few rotations already differ in kind:
the engine settles what an aim has first, CP-SAT weighs the rest, kept away from what was found
before. A few more are found than wanted, and :mod:`.choice` leaves out those that others beat. What
is returned has been audited by the same agreement over the same dates.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass, replace

from watchbill.agreement.model import Agreement
from watchbill.design.cycles.aims import AIMS, Aim, Quality
from watchbill.design.cycles.candidate import (
    CycleCandidate,
    apart,
    as_rotation,
    shortest_cycle,
    turned,
)
from watchbill.design.cycles.choice import choose, unbeaten
from watchbill.design.cycles.engine import ask_engine, settle
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
Turn = tuple[Form, Aim]


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
            turn = 0
            for pair in _in_pairs(self._turns()):
                enough = turn >= self._searches and len(unbeaten(self._found)) >= self._wanted
                if self._is_over() or enough or turn >= 2 * self._searches:
                    break
                now = " and ".join(f"{form}, {aim.name}" for form, aim in pair)
                self._stage(f"{len(self._found)} found, now {now}")
                self._improve_all(pair)
                turn += len(pair)
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
        told = ask_engine(self._need, form, self._agreement, self._left(), self._watch)
        if told.codes is not None:
            self._known[form] = told.codes
        elif told.answer is Answer.IMPOSSIBLE:
            self._impossible.append(form)
        if told.answer is not Answer.UNDECIDED or self._is_over():
            return told.answer
        cycle = CycleModel(self._need, form, self._agreement)
        outcome = self._solve(cycle, self._watch)
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

    def _improve_all(self, turns: Sequence[Turn]) -> None:
        """The best of each form by its aim, searched for at once and kept in their order.

        Ctrl-C comes to this thread alone: it stops the others, and what they have is kept.
        """
        watch = Watch(None if self._watch is None else self._watch.tell, above=self._watch)
        with ThreadPoolExecutor(len(turns)) as pool:
            searches = [pool.submit(self._improved, form, aim, watch) for form, aim in turns]
            waiting = True
            while waiting:
                try:
                    wait(searches)
                    waiting = False
                except KeyboardInterrupt:
                    self._interrupted = True
                    watch.stop()
        for (form, aim), search in zip(turns, searches, strict=True):
            found = search.result()
            if found is not None:
                self._keep(form, aim, *found)

    def _improved(
        self, form: Form, aim: Aim, watch: Watch
    ) -> tuple[tuple[str, ...], Outcome] | None:
        """The best of the form by the aim: what the aim has first is settled before the rest."""
        known, sure = self._known[form], True
        held: float | None = None
        if aim.first is not None:
            settled = self._settled(form, aim, aim.first, known, watch)
            if settled is None:
                return None
            known, held, sure = settled
        cycle = self._unlike_others(form)
        goal = Goal(cycle)
        if aim.first is not None and held is not None:
            goal.hold(aim.first, aim, held)
        goal.minimize(aim)
        cycle.hint(known)
        outcome = self._solve(cycle, watch)
        if not outcome.has_solution:
            return None
        answer = outcome.answer if sure else Answer.FOUND
        return _codes(cycle, outcome), replace(outcome, answer=answer)

    def _settled(
        self, form: Form, aim: Aim, first: Quality, known: tuple[str, ...], watch: Watch
    ) -> tuple[tuple[str, ...], float, bool] | None:
        """A cycle that has as much of what the aim has first as can be, its count as the goal
        counts it, and whether it is proved that no more can be.
        """
        sign = 1 if aim.weight(first) > 0 else -1
        found = settle(self._need, form, self._agreement, first, sign < 0, self._left(), watch)
        codes = known
        if found is not None and found.codes is not None and found.count is not None:
            codes = found.codes
            if not self._is_like_another(form, codes):
                return codes, sign * found.count, found.count == found.bound
        cycle = self._unlike_others(form)
        Goal(cycle).settle(first, aim)
        cycle.hint(codes)
        outcome = self._solve(cycle, watch, SETTLING)
        if not outcome.has_solution or outcome.best is None:
            return None
        return _codes(cycle, outcome), outcome.best, outcome.answer is Answer.BEST

    def _is_like_another(self, form: Form, codes: Sequence[str]) -> bool:
        """Whether the cycle differs from one found before on too few days to count."""
        return any(
            apart(codes, _repeated(other, form.days), form) < distance_of(form)
            for other in self._shapes(form)
        )

    def _shapes(self, form: Form) -> list[tuple[str, ...]]:
        """The shortest cycles found before that come round in the form's days."""
        cycles = [shortest_cycle(other.rotation.pattern.codes) for other in self._found]
        return [codes for codes in cycles if form.days % len(codes) == 0]

    def _unlike_others(self, form: Form) -> CycleModel:
        """A model of the form, kept away from what was found before."""
        cycle = CycleModel(self._need, form, self._agreement)
        for codes in self._shapes(form):
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

    def _left(self) -> Settings:
        """The settings with what is left of the limit."""
        return self._settings.left(time.perf_counter() - self._began)

    def _solve(self, cycle: CycleModel, watch: Watch | None, share: float = 1.0) -> Outcome:
        rest = self._left()
        effort = EFFORT if rest.effort is None else rest.effort
        outcome = solve(cycle.model, replace(rest, effort=share * effort), watch)
        self._interrupted = self._interrupted or outcome.interrupted
        return outcome

    def _is_over(self) -> bool:
        limit = self._settings.limit
        return (
            self._interrupted
            or (self._watch is not None and self._watch.stopped)
            or (limit is not None and time.perf_counter() - self._began >= limit)
        )


def _in_pairs(turns: Iterable[Turn]) -> Iterator[tuple[Turn, ...]]:
    """The turns two at a time; those of one form each by itself, since the second of them is to be
    unlike the first.
    """
    before: Turn | None = None
    for turn in turns:
        if before is None:
            before = turn
        elif before[0] == turn[0]:
            yield (before,)
            before = turn
        else:
            yield before, turn
            before = None
    if before is not None:
        yield (before,)


def _repeated(codes: Sequence[str], days: int) -> tuple[str, ...]:
    return tuple(codes[day % len(codes)] for day in range(days))


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
