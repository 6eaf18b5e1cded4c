"""Candidates for each length of tour, with what the field has beside them and what cannot be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from watchbill.agreement.model import Agreement
from watchbill.design.cycles.beside import BesideRotation, beside
from watchbill.design.cycles.candidate import Heat
from watchbill.design.cycles.need import CycleNeed
from watchbill.design.cycles.search import EFFORT, WANTED, Designs, design
from watchbill.design.proposal.change import ChangedClause, with_rules
from watchbill.design.proposal.lengths import to_allow
from watchbill.design.staffing.absences import Absences
from watchbill.design.staffing.service import groups_of
from watchbill.design.staffing.staffing import Group, Staffing, staffing
from watchbill.design.study.brief import FULL_TIME, brief, demand_by_hour
from watchbill.design.why.explain import Explanation, explain, least_people
from watchbill.kernel.clock import DAY_MINUTES, Minutes
from watchbill.kernel.problems import BadInput
from watchbill.records.tours import TourKind, TourType
from watchbill.rotation.figures import YEAR_DAYS
from watchbill.service.model import Service
from watchbill.solve.progress import Watch
from watchbill.solve.run import Answer
from watchbill.solve.settings import Settings

EIGHT = Minutes(8 * 60)


@dataclass(frozen=True, slots=True)
class LengthStudy:
    """What tours of one length come to.

    ``designs`` for the service's people under ``agreement``, in which the rules of ``allowed`` are
    changed so that the length is; ``fewest`` people for whom a rotation was found; ``why_not``
    where the service's people cannot do it; ``staffing`` is how many people the posts take, those
    who are away replaced.
    """

    length: Minutes
    need: CycleNeed
    agreement: Agreement
    allowed: tuple[ChangedClause, ...]
    designs: Designs
    beside: tuple[BesideRotation, ...]
    fewest: int | None
    why_not: Explanation | None
    staffing: Staffing


@dataclass(frozen=True, slots=True)
class NightTrial:
    """Nights of eight hours added to days and evenings without more people.

    ``staff`` are the fewest that days and evenings take; ``why_not`` says why they cannot take
    the nights as well; ``before`` and ``after`` is how many people the posts take without the
    nights and with them.
    """

    before_need: CycleNeed
    need: CycleNeed
    staff: int
    before: Staffing
    after: Staffing
    why_not: Explanation | None


@dataclass(frozen=True, slots=True)
class Study:
    """A service's lengths of tours side by side; ``interrupted``: only those before Ctrl-C."""

    service: Service
    demand: Heat
    lengths: tuple[LengthStudy, ...]
    trial: NightTrial | None
    seed: int
    interrupted: bool = False


def study(
    service: Service,
    lengths: Sequence[Minutes],
    people: int | None = None,
    least_hours: Decimal | None = None,
    settings: Settings | None = None,
    watch: Watch | None = None,
    wanted: int = WANTED,
    hear: Callable[[LengthStudy], None] | None = None,
    platoons: int | None = None,
) -> Study:
    """Rotations for the service, of tours of each length. Raises :class:`BadInput`.

    ``settings.limit`` is for each length. A stop keeps what was found. ``hear`` is told of each
    length as soon as it is done.
    """
    settings = settings or Settings()
    if settings.effort is None:
        settings = replace(settings, effort=EFFORT)
    needs = [brief(service, length, people, least_hours, platoons) for length in lengths]
    found: list[LengthStudy] = []
    trial = None
    interrupted = False
    try:
        for length, need in zip(lengths, needs, strict=True):
            found.append(_of_length(service, need, length, settings, watch, wanted))
            if hear is not None:
                hear(found[-1])
            if found[-1].designs.interrupted:
                raise KeyboardInterrupt
        if EIGHT in lengths:
            trial = night_trial(service, replace(settings, keep_at_interrupt=False), watch)
    except KeyboardInterrupt:
        interrupted = True
    return Study(
        service,
        demand_by_hour(service),
        tuple(found),
        trial,
        settings.seed,
        interrupted,
    )


def _of_length(
    service: Service,
    need: CycleNeed,
    length: Minutes,
    settings: Settings,
    watch: Watch | None,
    wanted: int,
) -> LengthStudy:
    allowed = to_allow(service.agreement, length, need.members)
    agreement = with_rules(service.agreement, allowed)
    designs = design(need, agreement, settings, watch, wanted)
    known = tuple(beside(need, agreement, demand_by_hour(service)))
    heads = staffing(groups_for(service, need), length, Absences())
    made = LengthStudy(length, need, agreement, allowed, designs, known, None, None, heads)
    if designs.interrupted:
        return made
    asked = replace(settings, keep_at_interrupt=False)
    try:
        if watch is not None:
            watch.stage("why not" if designs.answer is Answer.IMPOSSIBLE else "fewest people")
        if designs.answer is Answer.IMPOSSIBLE:
            made = replace(made, why_not=explain(need, agreement, asked, watch))
        anybody = replace(need, least_hours=Decimal(0))
        fewest = least_people(anybody, agreement, asked, watch)
        if designs.candidates:
            fewest = min(need.people, fewest or need.people)
        return replace(made, fewest=fewest)
    except KeyboardInterrupt:
        return replace(made, designs=replace(designs, interrupted=True))


def night_trial(
    service: Service, settings: Settings, watch: Watch | None = None
) -> NightTrial | None:
    """Why nights of eight hours run out of people who work days and evenings of eight hours.

    ``None`` where the demand has no nights, or the fewest people for the others are not found.
    """
    whole = replace(brief(service, EIGHT), least_hours=Decimal(0))
    allowed = to_allow(service.agreement, EIGHT, whole.members)
    agreement = with_rules(service.agreement, allowed)
    if watch is not None:
        watch.stage("nights of eight hours")
    nights = [place for place, tour in enumerate(whole.tours) if tour.kind is TourKind.NIGHT]
    if not any(any(whole.need[place]) for place in nights):
        return None
    before = replace(
        whole,
        need=tuple(
            (0,) * len(row) if place in nights else row for place, row in enumerate(whole.need)
        ),
    )
    staff = least_people(before, agreement, settings, watch)
    if staff is None:
        return None
    groups = groups_for(service, whole)
    return NightTrial(
        before,
        whole,
        staff,
        staffing(_without(groups, [whole.tours[place] for place in nights]), EIGHT, Absences()),
        staffing(groups, EIGHT, Absences()),
        explain(replace(whole, people=staff), agreement, settings, watch),
    )


def _without(groups: Sequence[Group], nights: Sequence[TourType]) -> list[Group]:
    """The groups with nothing needed in the hours of these tours."""
    needs = []
    for group in groups:
        need = group.need
        for tour in nights:
            rest = Minutes(DAY_MINUTES - tour.length)
            need = need.only((tour.start + tour.length) % DAY_MINUTES, rest)
        needs.append(replace(group, need=need))
    return needs


def groups_for(service: Service, need: CycleNeed) -> tuple[Group, ...]:
    """The service's posts as staffing reckons with them.

    Where the agreement says no hours of a year, each has forty a week, or those asked for.
    """
    try:
        return groups_of(service)
    except BadInput:
        each = max(FULL_TIME, need.least_hours)
        return groups_of(service, Fraction(each) * YEAR_DAYS / 7)
