"""Examples that were tried, as records of the contract."""

from __future__ import annotations

from collections.abc import Iterable

from watchbill.contract.example import ExamplesRecord, ExpectationRecord, TriedRecord
from watchbill.examples.run import Tried


def examples_record(tried: Iterable[Tried]) -> ExamplesRecord:
    """Examples with their results and the working, in the order given."""
    return ExamplesRecord(examples=tuple(map(_tried, tried)))


def _tried(one: Tried) -> TriedRecord:
    return TriedRecord(
        name=one.example.name,
        file=one.example.file,
        line=one.example.line,
        agreement=one.example.part.agreement,
        clause=one.example.part.clause,
        result=one.result.value,
        working=tuple(
            ExpectationRecord(expectation=part.key, result=part.result.value, lines=part.working)
            for part in one.parts
        ),
        readings=one.readings,
    )
