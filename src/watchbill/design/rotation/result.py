"""What a search for a rotation came to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from watchbill.design.rotation.problem import RotationNeed
from watchbill.solve.run import Answer


@dataclass(frozen=True, slots=True)
class RotationAnswer:
    """A rotation, a proof that there is none, or neither yet.

    ``answer`` is found, impossible or undecided; ``weeks`` is the rotation where found, a string
    a week and a letter a day (:data:`~watchbill.design.rotation.problem.OFF` for a day off).
    ``seconds`` by the clock; ``solves`` counts the models solved on the way; ``spliced`` says
    that separate walks were joined after the last.
    """

    answer: Answer
    seconds: float
    solves: int
    weeks: tuple[str, ...] | None = None
    spliced: bool = False


def as_weeks(need: RotationNeed, walk: Sequence[int]) -> tuple[str, ...]:
    """A walk of letters' places, from weekday 0, as a string a week."""
    text = "".join(need.letters[place] for place in walk)
    return tuple(text[at : at + need.days] for at in range(0, len(text), need.days))
