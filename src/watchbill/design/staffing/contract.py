"""Staffing as records of the contract."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from watchbill.agreement.computed import Computed
from watchbill.agreement.contract import in_force_record
from watchbill.contract.staffing import (
    EnoughRecord,
    GroupRecord,
    MoreRecord,
    PostDemandRecord,
    StaffingLengthRecord,
    StaffingRecord,
    StartsRecord,
    StepRecord,
)
from watchbill.design.lengths.cover import LengthCover
from watchbill.design.staffing.changes import StaffingChange
from watchbill.design.staffing.enough import Enough
from watchbill.design.staffing.reckoning import ByLength, Reckoning
from watchbill.design.staffing.staffing import StaffingStep
from watchbill.kernel.exact import as_decimal
from watchbill.records.demand import Post
from watchbill.rotation.figures import YEAR_DAYS
from watchbill.service.model import Service

FIGURE, FACTOR = Decimal("0.01"), Decimal("0.0001")
"""To what a figure with a unit is rounded where it is shown, and one without."""


def staffing_record(service: Service, found: Reckoning, held: Computed) -> StaffingRecord:
    """The reckoning; ``held`` are the dates for which the agreement is in force."""
    return StaffingRecord(
        service=service.id,
        agreement=service.agreement.id,
        in_force=in_force_record(held),
        year_days=YEAR_DAYS,
        day_of_absence_hours=found.absences.day_hours,
        demand=tuple(
            PostDemandRecord(
                post=post.id,
                name=post.name,
                minutes_by_weekday=_weekdays(post),
                minutes_a_week=post.demand.minutes,
                assumed=post.assumed,
            )
            for post in service.posts
        ),
        by_length=tuple(map(_length, found.by_length)),
    )


def _weekdays(post: Post) -> tuple[int, int, int, int, int, int, int]:
    on = post.demand.on
    return on(0), on(1), on(2), on(3), on(4), on(5), on(6)


def _length(one: ByLength) -> StaffingLengthRecord:
    given = () if one.part is None or one.whole is None else (one.part, one.whole)
    return StaffingLengthRecord(
        tour_minutes=one.staffing.length,
        people=one.staffing.people,
        people_exact=one.staffing.exact,
        groups=tuple(
            GroupRecord(
                posts=tuple(staffed.group.posts),
                people=staffed.people,
                people_exact=staffed.exact,
                starts_by_weekday=tuple(_starts(staffed.cover, day) for day in range(7)),
                steps=tuple(map(_step, staffed.steps)),
                other_hours=tuple(staffed.group.contracted.others),
            )
            for staffed in one.staffing.groups
        ),
        changes=tuple(map(_change, one.changes)),
        given_people=tuple(map(_enough, given)),
    )


def _starts(cover: LengthCover, day: int) -> tuple[StartsRecord, ...]:
    return tuple(
        StartsRecord(at=tour.start, tours=people[day])
        for tour, people in zip(cover.tours, cover.people, strict=True)
        if people[day]
    )


def _step(step: StaffingStep) -> StepRecord:
    unit = FIGURE if step.unit else FACTOR
    return StepRecord(
        name=step.name,
        formula=step.formula,
        value=as_decimal(step.value).quantize(unit, ROUND_HALF_UP),
        exact=step.value,
        unit=step.unit,
        clause=step.clause,
        assumed=step.assumed,
    )


def _change(change: StaffingChange) -> MoreRecord:
    after = change.after
    return MoreRecord(
        change=change.says,
        people_exact=None if after is None else after.exact,
        people=None if after is None else after.people,
        more_exact=change.exact,
        more_people=change.people,
    )


def _enough(one: Enough) -> EnoughRecord:
    return EnoughRecord(
        hours=one.hours_of_day,
        people=one.have,
        needed=one.needed.people,
        suffices=one.suffices,
        missing=one.missing,
        tours_a_year_needed=one.tours_needed,
        tours_a_year_filled=one.tours_filled,
    )
