"""Runs examples: agreed, differs, or not judged, with the working."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from watchbill.examples.judges import judges
from watchbill.examples.read import Example
from watchbill.examples.stage import set_stage
from watchbill.kernel.problems import BadInput, Problem


class Result(StrEnum):
    """How an example came out; ``impossible`` is one that tells what cannot have happened."""

    AGREED = "agreed"
    DIFFERS = "differs"
    NOT_JUDGED = "not judged"
    IMPOSSIBLE = "impossible"


@dataclass(frozen=True, slots=True)
class Expectation:
    """One expectation of an example: how it came out, and the working."""

    key: str
    result: Result
    working: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tried:
    """An example with its result, which is that of its worst expectation.

    ``problems`` say what of it cannot have happened, or has no agreement to be judged by.
    """

    example: Example
    parts: tuple[Expectation, ...]
    readings: str
    problems: tuple[Problem, ...] = ()

    @property
    def result(self) -> Result:
        """``agreed`` only where every expectation was judged and holds."""
        results = {part.result for part in self.parts}
        for result in (Result.IMPOSSIBLE, Result.DIFFERS, Result.NOT_JUDGED):
            if result in results:
                return result
        return Result.AGREED


def try_all(examples: Iterable[Example]) -> list[Tried]:
    """Every example, tried. One that cannot be staged says why, and keeps none from its turn."""
    return [_tried(example) for example in examples]


def _tried(example: Example) -> Tried:
    try:
        return try_one(example)
    except BadInput as bad:
        problems = tuple(_placed(problem, example) for problem in bad.problems)
        told = Expectation("story", Result.IMPOSSIBLE, tuple(map(str, problems)))
        return Tried(example, (told,), "", problems)


def try_one(example: Example) -> Tried:
    """The example, tried. Raises :class:`BadInput` where it cannot be staged."""
    stage = set_stage(example)
    known = judges()
    parts = []
    for key, expected in example.part.expect.given.items():
        if key not in known:
            parts.append(Expectation(key, Result.NOT_JUDGED, (f"nothing judges {key} yet",)))
            continue
        judged = known[key](stage, expected)
        result = Result.AGREED if judged.agreed else Result.DIFFERS
        parts.append(Expectation(key, result, judged.working))
    return Tried(example, tuple(parts), stage.rates)


def _placed(problem: Problem, example: Example) -> Problem:
    """The problem with the example's place, where it has none of its own."""
    if problem.line is not None and problem.file == example.file:
        return problem
    where = f"{example.name}: {problem.file} {problem.path}".strip()
    return Problem(example.file, example.line, where, problem.message, problem.found,
                   problem.allowed, problem.suggestion)  # fmt: skip
