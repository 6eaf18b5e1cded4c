"""Designs as records of the contract."""

from __future__ import annotations

from watchbill.agreement.computed import Computed
from watchbill.agreement.contract import in_force_record
from watchbill.contract.design import (
    BesideRecord,
    CandidateRecord,
    ChangedRecord,
    DesignRecord,
    ExplanationRecord,
    ForbiddingRecord,
    LengthRecord,
    NightTrialRecord,
    PeopleRecord,
    SeatsRecord,
    TourTypeRecord,
)
from watchbill.design.cycles.candidate import CycleCandidate
from watchbill.design.proposal.lengths import assumed_sentence
from watchbill.design.staffing.staffing import Staffing
from watchbill.design.study.study import LengthStudy, NightTrial, Study
from watchbill.design.why.explain import Explanation
from watchbill.design.why.sentences import member_sentence, opening_text, openings
from watchbill.rotation.contract import rotation_record


def design_record(found: Study, held: Computed) -> DesignRecord:
    """The study; ``held`` are the dates for which the agreement is in force."""
    return DesignRecord(
        service=found.service.id,
        agreement=found.service.agreement.id,
        in_force=in_force_record(held),
        seed=found.seed,
        interrupted=found.interrupted,
        lengths=tuple(map(_length, found.lengths)),
        night_trial=None if found.trial is None else _trial(found.trial),
    )


def _length(one: LengthStudy) -> LengthRecord:
    return LengthRecord(
        tour_minutes=one.length,
        people=one.need.people,
        answer=one.designs.answer.value,
        fewest_people=one.fewest,
        platoons=one.need.platoons,
        posts_not_open_to_all=tuple(
            SeatsRecord(posts=seats.posts, need=seats.need) for seats in one.need.seats
        ),
        staffing=_people(one.staffing),
        changed=tuple(
            ChangedRecord(
                clause=change.clause,
                was=change.was.says(),
                now=None if change.now is None else change.now.says(),
                assumed=assumed_sentence(one.length),
            )
            for change in one.allowed
        ),
        rotations=tuple(map(_candidate, one.designs.candidates)),
        catalogue=tuple(
            BesideRecord(
                name=known.known.title,
                people_a_platoon=known.size,
                breaks=tuple(known.broken),
                rotation=rotation_record(known.known.rotation),
            )
            for known in one.beside
        ),
        why_not=_explanation(one.why_not),
    )


def _people(found: Staffing) -> PeopleRecord:
    return PeopleRecord(
        people=found.people,
        people_exact=found.exact,
        people_if_nobody_were_away=found.seats,
        hours_a_week=found.hours_a_week,
    )


def _candidate(one: CycleCandidate) -> CandidateRecord:
    return CandidateRecord(
        sought=one.aim.name,
        warnings=one.warned,
        answer=one.answer.value,
        best=one.best,
        bound=one.bound,
        people_a_platoon=one.form.size,
        qualities={quality.value: count for quality, count in one.qualities.items()},
        least_on_duty=one.heat,
        tours=tuple(
            TourTypeRecord(
                code=tour.code, start=tour.start, minutes=tour.length, kind=tour.kind.value
            )
            for tour in one.rotation.tours.values()
        ),
        rotation=rotation_record(one.rotation),
    )


def _explanation(found: Explanation | None) -> ExplanationRecord | None:
    if found is None:
        return None
    return ExplanationRecord(
        people=found.need.people,
        cycle_days=found.form.days,
        cannot_all_be=tuple(
            ForbiddingRecord(
                what=member.sort.value,
                name=member.name,
                says=member_sentence(member, found.need, found.agreement),
            )
            for member in found.members
        ),
        none_to_spare=found.minimal,
        opened_by=tuple(opening_text(one) for one in openings(found)),
    )


def _trial(trial: NightTrial) -> NightTrialRecord:
    return NightTrialRecord(
        staff=trial.staff,
        without_nights=_people(trial.before),
        with_nights=_people(trial.after),
        why_not=_explanation(trial.why_not),
    )
