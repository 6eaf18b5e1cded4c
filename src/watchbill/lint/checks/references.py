"""References to clauses that do not exist, under each numbering of the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from watchbill.agreement.model import Agreement, Clause
from watchbill.lint.remark import Gravity, Remark, remark

CHECK = "references"
_FILE: Mapping[str, str] = {}


def remarks(agreement: Agreement) -> Iterator[Remark]:
    """References that meet no clause. Under another numbering they are only doubtful."""
    yield from _dangling(agreement, _FILE, Gravity.ERROR, "")
    for numbering in agreement.numberings:
        under = f" under the numbering {numbering.name}"
        yield from _dangling(agreement, numbering.numbers, Gravity.WARNING, under)
    for clause in agreement.clauses:
        for reference in clause.refers_to:
            itself = reference == clause.number or reference not in agreement.by_number
            if itself and _is_of(clause.number, reference):
                sentence = f"Clause {clause.number} refers to {reference}, in which it stands."
                yield remark(CHECK, Gravity.NOTE, (clause,), sentence, reference)


def _dangling(
    agreement: Agreement, numbers: Mapping[str, str], gravity: Gravity, under: str
) -> Iterator[Remark]:
    called = {clause.number: numbers.get(clause.number, clause.number)
              for clause in agreement.clauses}  # fmt: skip
    for clause in agreement.clauses:
        for reference in dict.fromkeys(_references(clause)):
            if not any(_is_of(number, reference) for number in called.values()):
                number = called[clause.number]
                sentence = f"Clause {number} refers to {reference}, which does not exist{under}."
                yield remark(CHECK, gravity, (clause,), sentence, reference)


def _references(clause: Clause) -> Iterator[str]:
    """Numbers that the clause or one of its rules names."""
    yield from clause.refers_to
    for rule in clause.rules:
        yield from rule.refers_to()


def _is_of(number: str, reference: str) -> bool:
    """Whether the clause is the one referred to, or a part of it: 12.08(a) of 12.08."""
    rest = number.removeprefix(reference)
    return number == reference or (number.startswith(reference) and not rest[0].isalnum())
