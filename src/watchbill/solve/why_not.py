"""Why a demand cannot be met, and what would open it.

The smallest clash says which members together forbid every solution. For each of them a ladder
of ever larger steps is climbed until one opens the whole demand; the least such step is what
either side would have to give. A rotation's demand and a roster's are asked in the same way.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from watchbill.solve.clash import Clash, Decide, smallest_clash
from watchbill.solve.progress import Watch
from watchbill.solve.run import Answer

Member = TypeVar("Member", bound=Hashable)
Step = TypeVar("Step")


@dataclass(frozen=True)
class Ladder(Generic[Step]):
    """Ever larger steps in one direction, each opening whatever the one before opens.

    ``ask`` says whether the whole demand can be met with a step.
    """

    steps: Sequence[Step]
    ask: Callable[[Step], Answer]


@dataclass(frozen=True, slots=True)
class Opening(Generic[Step]):
    """The least step found that opens the demand; ``least`` where a smaller one is proved not to.

    ``step`` is ``None`` where none of the ladder's is known to open it.
    """

    step: Step | None
    least: bool


@dataclass(frozen=True, slots=True)
class WhyNot(Generic[Member]):
    """Members that cannot hold together, and for each those others that forbid it as well.

    ``also[m]`` are the members beyond the clash that must give way together with ``m``, because
    they forbid the demand even without it.
    """

    clash: Clash[Member]
    also: dict[Member, tuple[Member, ...]]


MOST_ROUNDS = 4
"""How often others are looked for that forbid a demand as well."""


def why_not(
    members: Sequence[Member],
    decide: Decide[Member],
    fixed: Callable[[Member], bool] | None = None,
    limit: float | None = None,
    watch: Watch | None = None,
) -> WhyNot[Member] | None:
    """The smallest clash of the members; ``None`` where none is proved.

    Members that are ``fixed`` never give way to another's step. ``limit`` is in seconds, for each
    clash looked for.
    """
    clash = smallest_clash(members, decide, limit, watch)
    if clash is None:
        return None
    also = {}
    for member in clash.members:
        rest = [one for one in members if one != member]
        beyond: list[Member] = []
        for _ in range(MOST_ROUNDS):
            again = smallest_clash(rest, decide, limit, watch)
            if again is None:
                break
            others = [
                one
                for one in again.members
                if one not in clash.members and not (fixed is not None and fixed(one))
            ]
            if not others:
                break
            beyond += others
            rest = [one for one in rest if one not in others]
        also[member] = tuple(beyond)
    return WhyNot(clash, also)


def least_step(ladder: Ladder[Step], watch: Watch | None = None) -> Opening[Step]:
    """The least step of the ladder that opens the demand, by ever longer strides and back."""
    closed, opened = -1, None
    sure = True
    stride = 1
    while opened is None and closed < len(ladder.steps) - 1:
        if watch is not None and watch.stopped:
            return Opening(None, least=False)
        place = min(closed + stride, len(ladder.steps) - 1)
        answer = ladder.ask(ladder.steps[place])
        if answer in (Answer.FOUND, Answer.BEST):
            opened = place
        else:
            sure = sure and answer is Answer.IMPOSSIBLE
            closed, stride = place, stride * 2
    if opened is None:
        return Opening(None, least=sure)
    sure = True
    while opened - closed > 1 and not (watch is not None and watch.stopped):
        place = (opened + closed) // 2
        answer = ladder.ask(ladder.steps[place])
        if answer in (Answer.FOUND, Answer.BEST):
            opened = place
        else:
            closed = place
            sure = answer is Answer.IMPOSSIBLE
    if closed >= 0 and not sure:
        return Opening(ladder.steps[opened], least=False)
    return Opening(ladder.steps[opened], least=opened - closed == 1)
