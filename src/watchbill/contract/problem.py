"""What is wrong with an input, all at once."""

from __future__ import annotations

from dataclasses import asdict

from watchbill.contract.record import VERSION, Version, record
from watchbill.kernel.problems import BadInput


@record
class ProblemRecord:
    """One mistake in an input."""

    file: str
    """The input as its user knows it: a file, an option, an argument."""
    line: int | None
    """Line of the file, from 1; none where an input has no lines."""
    path: str
    """The field in it, ``clauses[3].rules[0].at_most``."""
    message: str
    """What is wrong."""
    found: str | None
    """What stands there."""
    allowed: str | None
    """What may stand there."""
    suggestion: str | None
    """What was probably meant."""


@record
class ProblemsRecord:
    """Why nothing was done."""

    version: Version = VERSION
    problems: tuple[ProblemRecord, ...]
    """Every mistake that was found."""


def problem_records(bad: BadInput) -> tuple[ProblemRecord, ...]:
    """The problems of a bad input. The one maker of the contract: the kernel knows no room."""
    return tuple(ProblemRecord(**asdict(problem)) for problem in bad.problems)


PUBLISHED = {"problems": ProblemsRecord}
