"""What the lint says: a severity, the clauses, the figures and a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from watchbill.agreement.model import Clause
from watchbill.rules.reading import Doubt, Gravity

__all__ = ["Gravity", "Remark", "doubted", "remark"]


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark on an agreement.

    ``check`` names what was looked for; ``clauses`` the numbers concerned, the first of which
    ``line`` is the place of in the file; ``figures`` what was measured and what is stated, in
    words with units. ``reading`` is set where only another reading than the chosen one has it.
    """

    check: str
    gravity: Gravity
    clauses: tuple[str, ...]
    line: int
    sentence: str
    figures: tuple[str, ...] = ()
    reading: str | None = None

    @property
    def counts(self) -> bool:
        """Whether the agreement is not sound for it."""
        return self.gravity is not Gravity.NOTE


def remark(
    check: str,
    gravity: Gravity,
    clauses: tuple[Clause, ...],
    sentence: str,
    *figures: str,
) -> Remark:
    """The remark, its line and numbers taken from the clauses; none for the whole agreement."""
    line = clauses[0].line if clauses else 1
    numbers = tuple(dict.fromkeys(clause.number for clause in clauses))
    return Remark(check, gravity, numbers, line, sentence, figures)


def doubted(doubt: Doubt, *clauses: Clause) -> Remark:
    """What a rule of the first clause finds odd, by itself or beside one of another clause."""
    return remark(doubt.check, doubt.gravity, clauses, doubt.sentence, *doubt.figures)
