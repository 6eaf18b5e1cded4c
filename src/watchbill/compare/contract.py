"""Comparisons as records of the contract."""

from __future__ import annotations

from watchbill.compare.compare import ComparedSide, Comparison
from watchbill.contract.comparison import ComparedRecord, ComparisonRecord, SideRecord


def comparison_record(found: Comparison) -> ComparisonRecord:
    """The two agreements side by side, with what is the same in both."""
    return ComparisonRecord(
        left=found.names[0],
        left_name=found.left.name,
        right=found.names[1],
        right_name=found.right.name,
        summary=found.summary,
        unknown=found.unknown,
        rows=tuple(
            ComparedRecord(
                kind=row.kind,
                summary=row.summary,
                same=row.same,
                left=_side(row.left),
                right=_side(row.right),
                differences=row.sentences,
                better_for_employee=row.better,
            )
            for row in found.rows
        ),
    )


def _side(one: ComparedSide | None) -> SideRecord | None:
    if one is None:
        return None
    return SideRecord(clause=one.clause, says=one.says, covers=one.covers)
