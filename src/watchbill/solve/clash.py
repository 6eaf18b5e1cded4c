"""Why not: the members of a demand that together forbid every solution.

A member is anything that a caller can switch on with one literal: a clause, a day's demand, a
person's wish. Assumptions exclude parallel search and a goal, so this is a solve of its own.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from ortools.sat.python import cp_model

from watchbill.solve.progress import Watch
from watchbill.solve.run import Answer, solve
from watchbill.solve.settings import Settings

Member = TypeVar("Member", bound=Hashable)


@dataclass(frozen=True, slots=True)
class ClashVerdict(Generic[Member]):
    """Whether some members can hold together, and if not, members that already cannot."""

    answer: Answer
    members: tuple[Member, ...] = ()


@dataclass(frozen=True, slots=True)
class Clash(Generic[Member]):
    """Members that cannot all hold, in their given order.

    ``minimal``: proved that dropping any one of them leaves a solution.
    """

    members: tuple[Member, ...]
    minimal: bool


Decide = Callable[[Sequence[Member]], ClashVerdict[Member]]


def decide_by_assumptions(
    model: cp_model.CpModel,
    literals: Mapping[Member, cp_model.IntVar],
    settings: Settings | None = None,
    watch: Watch | None = None,
) -> Decide[Member]:
    """Asks ``model`` about members; ``literals`` switches each one's constraints on.

    The model must have no goal: only whether there is a solution is asked, on one core.
    ``settings.limit`` is for each question.
    """
    alone = replace(settings or Settings(), cores=1)
    owner = {literal.index: member for member, literal in literals.items()}
    if model.has_objective():
        raise ValueError("assumptions exclude a goal: ask a model that has none")

    def decide(members: Sequence[Member]) -> ClashVerdict[Member]:
        model.clear_assumptions()
        model.add_assumptions([literals[member] for member in members])
        outcome = solve(model, alone, watch)
        model.clear_assumptions()
        if outcome.answer is not Answer.IMPOSSIBLE:
            return ClashVerdict(outcome.answer)
        return ClashVerdict(outcome.answer, tuple(owner[index] for index in outcome.clash()))

    return decide


def decide_by_fixing(
    model: cp_model.CpModel,
    literals: Mapping[Member, cp_model.IntVar],
    settings: Settings | None = None,
    watch: Watch | None = None,
) -> Decide[Member]:
    """Asks ``model`` about members, each question a solve of its own with the literals fixed.

    Slower for each question than :func:`decide_by_assumptions` where that decides it at once;
    but presolve sees what is asked, so that sums over many tours are proved impossible which
    assumptions leave undecided. All members asked come back, so that those asked about first
    are the last to be left out.
    """

    def decide(members: Sequence[Member]) -> ClashVerdict[Member]:
        asked = model.clone()
        held = set(members)
        for member, literal in literals.items():
            asked.add(literal == int(member in held))
        outcome = solve(asked, settings, watch)
        impossible = outcome.answer is Answer.IMPOSSIBLE
        return ClashVerdict(outcome.answer, tuple(members) if impossible else ())

    return decide


def smallest_clash(
    members: Sequence[Member],
    decide: Decide[Member],
    limit: float | None = None,
    watch: Watch | None = None,
) -> Clash[Member] | None:
    """Members that together are impossible, none to spare; ``None`` where none are proved so.

    Deletion: each member in turn is left out, and stays out if the rest is still impossible.
    Where there are several such sets, it is one of them. ``limit`` is in seconds for all
    questions; when it runs out, what is left is a clash but maybe not minimal.
    """
    began = time.perf_counter()
    first = decide(members)
    if first.answer is not Answer.IMPOSSIBLE:
        return None
    held = [member for member in members if member in set(first.members)]
    minimal = True
    for member in reversed(tuple(held)):
        if member not in held:
            continue
        if _over(limit, began) or (watch is not None and watch.stopped):
            return Clash(tuple(held), minimal=False)
        without = [other for other in held if other != member]
        verdict = decide(without)
        if verdict.answer is Answer.IMPOSSIBLE:
            kept = set(verdict.members)
            held = [other for other in without if other in kept]
        elif verdict.answer is Answer.UNDECIDED:
            minimal = False
    return Clash(tuple(held), minimal)


def _over(limit: float | None, began: float) -> bool:
    return limit is not None and time.perf_counter() - began >= limit
