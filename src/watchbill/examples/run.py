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
    """How an example came out."""

    AGREED = "agreed"
    DIFFERS = "differs"
    NOT_JUDGED = "not judged"


@dataclass(frozen=True, slots=True)
class Part:
    """One expectation of an example: how it came out, and the working."""

    key: str
    result: Result
    working: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tried:
    """An example with its result, which is that of its worst expectation."""

    example: Example
    parts: tuple[Part, ...]
    readings: str

    @property
    def result(self) -> Result:
        """``agreed`` only where every expectation was judged and holds."""
        results = {part.result for part in self.parts}
        for result in (Result.DIFFERS, Result.NOT_JUDGED):
            if result in results:
                return result
        return Result.AGREED


def try_all(examples: Iterable[Example]) -> list[Tried]:
    """Every example, tried. Raises :class:`BadInput` for all that cannot be staged."""
    tried: list[Tried] = []
    problems: list[Problem] = []
    for example in examples:
        try:
            tried.append(try_one(example))
        except BadInput as bad:
            problems += [_placed(problem, example) for problem in bad.problems]
    if problems:
        raise BadInput(problems)
    return tried


def try_one(example: Example) -> Tried:
    """The example, tried. Raises :class:`BadInput` where it cannot be staged."""
    stage = set_stage(example)
    known = judges()
    parts = []
    for key, expected in example.part.expect.given.items():
        if key not in known:
            parts.append(Part(key, Result.NOT_JUDGED, (f"nothing judges {key} yet",)))
            continue
        judged = known[key](stage, expected)
        result = Result.AGREED if judged.agreed else Result.DIFFERS
        parts.append(Part(key, result, judged.working))
    return Tried(example, tuple(parts), stage.rates)


def _placed(problem: Problem, example: Example) -> Problem:
    """The problem with the example's place, where it has none of its own."""
    if problem.line is not None and problem.file == example.file:
        return problem
    where = f"{example.name}: {problem.file} {problem.path}".strip()
    return Problem(example.file, example.line, where, problem.message, problem.found,
                   problem.allowed, problem.suggestion)  # fmt: skip
