"""Rotations as records of the contract."""

from __future__ import annotations

from watchbill.contract.rotation import (
    CatalogueRecord,
    FairnessRecord,
    FatigueRecord,
    KnownRotationRecord,
    RelativeRisksRecord,
    RestRecord,
    RotationRecord,
    RunRiskRecord,
    ShareRecord,
    SpreadRecord,
    TourRiskRecord,
)
from watchbill.rotation.catalogue import all_rotations, known_as
from watchbill.rotation.cycle import Rotation
from watchbill.rotation.fairness import MEASURES, fairness
from watchbill.rotation.fatigue import fatigue
from watchbill.rotation.figures import figures
from watchbill.rotation.relative_risk import (
    SOURCE,
    RiskOfRuns,
    risk_of_days,
    risk_of_kind,
    risk_of_length,
    risk_of_nights,
)


def rotation_record(rotation: Rotation) -> RotationRecord:
    """The rotation with all its figures, worked out."""
    found = figures(rotation)
    return RotationRecord(
        pattern=str(rotation.pattern),
        cycle_days=found.cycle_days,
        tours_per_cycle=found.tours_per_cycle,
        hours_per_cycle=found.hours_per_cycle,
        hours_per_week=found.hours_per_week,
        annual_hours=found.annual_hours,
        shortest_work_days=found.shortest_work,
        longest_work_days=found.longest_work,
        shortest_nights=found.shortest_nights,
        longest_nights=found.longest_nights,
        shortest_off_days=found.shortest_off,
        longest_off_days=found.longest_off,
        weekends=found.weekends,
        weekends_without_start=found.weekends_without_start,
        weekends_off=found.weekends_off,
        quick_returns=found.quick_returns,
        shortest_rest_minutes=found.shortest_rest,
        platoons=len(rotation.offsets),
        offsets=tuple(rotation.offsets),
        known_as=tuple(known.title for known in known_as(rotation)),
        coverage_by_hour=tuple(
            SpreadRecord(least=least, most=most) for least, most in found.coverage
        ),
        fatigue=_fatigue(rotation),
        fairness=_fairness(rotation),
    )


def catalogue_record() -> CatalogueRecord:
    """The rotations that the field knows by name."""
    return CatalogueRecord(
        rotations=tuple(
            KnownRotationRecord(
                id=known.id,
                names=known.names,
                used=" ".join(known.used.split()),
                source=" ".join(known.source.split()),
                rotation=rotation_record(known.rotation),
            )
            for known in all_rotations()
        )
    )


def _fatigue(rotation: Rotation) -> FatigueRecord:
    found = fatigue(rotation)
    return FatigueRecord(
        most_minutes_in_7_days=found.most_in_7_days,
        most_minutes_in_14_days=found.most_in_14_days,
        rests=tuple(RestRecord(minutes=rest, a_cycle=count) for rest, count in found.rests),
        mean_rest_minutes=found.mean_rest,
        nights=found.nights,
        nights_free=found.nights_free,
        night_minutes_worked=found.night_minutes_worked,
        share_of_night_hours_off=found.share_of_night_hours_off,
        relative_risks=_risks(rotation),
    )


def _risks(rotation: Rotation) -> RelativeRisksRecord:
    return RelativeRisksRecord(
        source=SOURCE,
        nights_by_place_in_run=_runs(risk_of_nights(rotation)),
        days_by_place_in_run=_runs(risk_of_days(rotation)),
        tours=tuple(
            TourRiskRecord(
                tour=code,
                kind_against_mornings=risk_of_kind(tour),
                length_against_8_hours=risk_of_length(tour.length),
            )
            for code, tour in rotation.tours.items()
        ),
    )


def _runs(risk: RiskOfRuns | None) -> RunRiskRecord | None:
    if risk is None:
        return None
    return RunRiskRecord(
        tours=risk.tours, highest=risk.highest, mean=risk.mean, beyond_the_table=risk.beyond
    )


def _fairness(rotation: Rotation) -> FairnessRecord:
    found = fairness(rotation)
    spreads = {measure: found.spread(measure) for measure in MEASURES}
    return FairnessRecord(
        days=found.days,
        equal_after_days=found.equal_after,
        spread={name: SpreadRecord(least=low, most=high) for name, (low, high) in spreads.items()},
        platoons=tuple(
            ShareRecord(
                minutes=share.minutes,
                tours=share.tours,
                nights=share.nights,
                weekends_off=share.weekends_off,
                weekend_days=share.weekend_days,
            )
            for share in found.shares
        ),
    )
