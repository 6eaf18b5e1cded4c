"""References to clauses that do not exist, under each numbering of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from watchbill.agreement.model import Agreement
from watchbill.lint.remark import Gravity, Remark, remark

CHECK = "references"
_FILE: Mapping[str, str] = {}


def remarks(agreement: Agreement) -> Iterator[Remark]:
    """References that meet no clause. Under another numbering they are only doubtful."""
    yield from _dangling(agreement, _FILE, Gravity.ERROR, "")
    for numbering in agreement.numberings:
        under = f" under the numbering {numbering.name}"
        yield from _dangling(agreement, numbering.numbers, Gravity.WARNING, under)


def _dangling(
    agreement: Agreement, numbers: Mapping[str, str], gravity: Gravity, under: str
) -> Iterator[Remark]:
    called = {clause.number: numbers.get(clause.number, clause.number)
              for clause in agreement.clauses}  # fmt: skip
    known = set(called.values()) | {_paragraph(number) for number in called.values()}
    for clause in agreement.clauses:
        for reference in clause.refers_to:
            if reference not in known:
                number = called[clause.number]
                sentence = f"Clause {number} refers to {reference}, which does not exist{under}."
                yield remark(CHECK, gravity, (clause,), sentence, reference)


def _paragraph(number: str) -> str:
    """The paragraph that a clause is a part of: 12.08 of 12.08(a)."""
    return re.split(r"[(\[]", number, maxsplit=1)[0].strip() or number
