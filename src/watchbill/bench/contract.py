"""What benchmarks measured, as records of the contract."""

from __future__ import annotations

from fractions import Fraction

from watchbill.bench.audit import AuditBench
from watchbill.bench.ledger import LedgerBench
from watchbill.bench.pay import PayBench, summed
from watchbill.bench.pay_dask import Spread
from watchbill.bench.rws import RotationRow
from watchbill.bench.shift_design import TourRow, in_minutes
from watchbill.contract.bench import (
    AuditBenchRecord,
    GoalPartsRecord,
    GoalWeightsRecord,
    LedgerBenchRecord,
    LedgerStepRecord,
    PayBenchRecord,
    PlainModelRecord,
    RotationInstanceRecord,
    SpreadPayRecord,
    StaffedTourRecord,
    TourInstanceRecord,
)
from watchbill.design.tours.problem import duties_a_week


def audit_record(found: AuditBench) -> AuditBenchRecord:
    """The audit's benchmark."""
    return AuditBenchRecord(
        people=found.people,
        days=found.days,
        cores=found.cores,
        seconds=found.seconds,
        build_seconds=found.build_seconds,
        audit_seconds=found.audit_seconds,
        findings=found.findings,
        peak_megabytes=found.peak_megabytes,
        own_ms=found.own_ms,
        plain_ms=found.plain_ms,
        ms_a_person_year=found.ms_a_person_year,
        ratio=found.ratio,
    )


def ledger_record(found: LedgerBench) -> LedgerBenchRecord:
    """The ledger's benchmark."""
    return LedgerBenchRecord(
        people=found.people,
        entries=found.entries,
        steps=tuple(
            LedgerStepRecord(name=step.name, seconds=step.seconds, limit=step.limit)
            for step in found.steps
        ),
    )


def pay_record(found: PayBench, cores: int) -> PayBenchRecord:
    """The benchmark of pricing."""
    milliseconds = {
        name: found.ms_a_person_year(summed(found.batches, f"{name}_seconds"))
        for name in ("price", "audit", "facts")
    }
    return PayBenchRecord(
        people=found.people,
        days=found.days,
        cores=cores,
        seconds=found.seconds,
        total=found.amount,
        lines=int(summed(found.batches, "lines")),
        entries=int(summed(found.batches, "entries")),
        findings=int(summed(found.batches, "findings")),
        price_ms_a_person_year=milliseconds["price"],
        audit_ms_a_person_year=milliseconds["audit"],
        facts_ms_a_person_year=milliseconds["facts"],
        peak_megabytes=found.peak_megabytes,
        sample_ms=found.own_ms,
        plain_ms=found.plain_ms,
        dask=None if found.spread is None else _spread(found, found.spread),
    )


def _spread(found: PayBench, spread: Spread) -> SpreadPayRecord:
    return SpreadPayRecord(
        total=spread.amount,
        seconds=spread.seconds,
        killed=spread.killed,
        same=spread.amount == found.amount,
    )


def rotation_record(row: RotationRow) -> RotationInstanceRecord:
    """An instance of rotating workforce; seconds to the microsecond."""
    plain = row.plain
    return RotationInstanceRecord(
        name=row.name,
        file=str(row.file),
        answer=row.answer.value,
        seconds=round(row.seconds, 6),
        solves=row.solves,
        rotation=row.weeks,
        tours=dict(row.tours),
        verified=None if row.weeks is None else not row.faults,
        faults=row.faults,
        plain=None
        if plain is None
        else PlainModelRecord(answer=plain.answer.value, seconds=round(plain.seconds, 6)),
    )


def tour_record(row: TourRow) -> TourInstanceRecord:
    """An instance of shift design; figures that need not be whole are rounded to six places."""
    design = row.design
    parts = design.parts
    return TourInstanceRecord(
        name=row.name,
        file=str(row.file),
        bounded=row.need.bounded,
        answer=design.answer.value,
        goal=_number(design.goal),
        bound=_number(design.bound),
        gap=None if design.gap is None else round(design.gap, 6),
        seconds=round(row.seconds, 6),
        verified=None if parts is None else not row.faults,
        faults=row.faults,
        parts=_parts(row),
        weighted=_weighted(row),
        duties_a_week=None if parts is None else _number(duties_a_week(row.need, design.staffed)),
        tours=tuple(
            StaffedTourRecord(
                start=start, start_minute=start, length_minutes=length, people=tuple(people)
            )
            for start, length, people in (in_minutes(row.need, design) if parts else ())
        ),
    )


def _parts(row: TourRow) -> GoalPartsRecord | None:
    parts = row.design.parts
    if parts is None:
        return None
    return GoalPartsRecord(
        under_cover_minutes=parts.under,
        over_cover_minutes=parts.over,
        duties_a_week_outside=_rounded(parts.duties),
        different_tours=parts.tours,
    )


def _weighted(row: TourRow) -> GoalWeightsRecord | None:
    parts, weights = row.design.parts, row.need.weights
    if parts is None:
        return None
    return GoalWeightsRecord(
        under_cover=parts.under * weights.under,
        over_cover=parts.over * weights.over,
        duties_a_week=_rounded(parts.duties * weights.duties),
        tours=parts.tours * weights.tours,
    )


def _number(value: Fraction | None) -> float | None:
    return None if value is None else _rounded(value)


def _rounded(value: Fraction) -> float:
    return round(float(value), 6)
