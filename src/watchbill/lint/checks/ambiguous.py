"""Clauses that can be read in more than one way."""

from __future__ import annotations

from collections.abc import Iterator

from watchbill.agreement.model import Agreement
from watchbill.lint.remark import Gravity, Remark, remark

CHECK = "open questions"
ONLY_NOTES = True


def remarks(agreement: Agreement) -> Iterator[Remark]:
    """Each clause with more than one reading."""
    for clause in agreement.clauses:
        if len(clause.readings) > 1:
            others = [one for one in clause.readings if one.name != clause.chosen]
            chosen = next(one for one in clause.readings if one.name == clause.chosen)
            sentence = (
                f"It can be read in {len(clause.readings)} ways. Taken: {chosen.says}"
                f" Or ({', '.join(one.name for one in others)}):"
                f" {' '.join(one.says for one in others)}"
            )
            names = tuple(one.name for one in clause.readings)
            yield remark(CHECK, Gravity.NOTE, (clause,), sentence, *names)
