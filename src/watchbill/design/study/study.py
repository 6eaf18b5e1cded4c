"""Candidates for each length of tour, with what the field has beside them and what cannot be."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from watchbill.design.cycles.beside import Beside, beside
from watchbill.design.cycles.candidate import Heat
from watchbill.design.cycles.need import CycleNeed
from watchbill.design.cycles.search import EFFORT, WANTED, Designs, design
from watchbill.design.study.brief import (
    FULL_TIME,
    UNLIMITED,
    brief,
    demand_by_hour,
    most_hours,
    pooled,
)
from watchbill.design.study.proposal import Proposal, with_tours_of
from watchbill.design.why.explain import Explanation, explain, least_people
from watchbill.kernel.clock import Minutes
from watchbill.records.tours import TourKind
from watchbill.service.model import Service
from watchbill.solve.progress import Watch
from watchbill.solve.run import Answer
from watchbill.solve.settings import Settings

AWAY = tuple(map(Decimal, ("0", "0.10", "0.15", "0.20")))
"""Shares of their hours that people are away, all assumed: leave, sickness, training."""
ABSENCE = Decimal("0.15")
"""The one of them that is told where only one is."""
TOURS_A_WEEK = 5
EIGHT = Minutes(8 * 60)


@dataclass(frozen=True, slots=True)
class HeadCount:
    """How many people the hours of a need take: ``hours_needed`` a week of them in all, at
    ``hours_each`` a week; ``away`` is the share of these that they are absent.
    """

    hours_needed: Decimal
    hours_each: Decimal
    away: Decimal

    @property
    def exact(self) -> Decimal:
        """People before anybody is away."""
        return self.hours_needed / self.hours_each

    @property
    def people(self) -> int:
        """The same, whole."""
        return math.ceil(self.exact)

    @property
    def with_absence(self) -> int:
        """People so that the need is met while some are away."""
        return math.ceil(self.exact / (1 - self.away))


@dataclass(frozen=True, slots=True)
class LengthStudy:
    """What tours of one length come to.

    ``designs`` for the service's people; ``fewest`` people for whom a rotation was found;
    ``why_not`` where the service's people cannot do it; ``heads`` are the people that the need's
    hours take, at each of the shares in :data:`AWAY`.
    """

    length: Minutes
    need: CycleNeed
    proposal: Proposal
    designs: Designs
    beside: tuple[Beside, ...]
    fewest: int | None
    why_not: Explanation | None
    heads: tuple[HeadCount, ...]


@dataclass(frozen=True, slots=True)
class NightTrial:
    """Nights of eight hours added to days and evenings without more people.

    ``staff`` are the fewest that days and evenings take; ``why_not`` says why they cannot take
    the nights as well; ``before`` and ``after`` are head counts at five tours a week.
    """

    before_need: CycleNeed
    need: CycleNeed
    staff: int
    before: HeadCount
    after: HeadCount
    why_not: Explanation | None


@dataclass(frozen=True, slots=True)
class Study:
    """A service's lengths of tours side by side; ``interrupted``: only those before Ctrl-C.

    ``pooled`` are posts that some of the people may not fill: here all posts are filled from all.
    """

    service: Service
    demand: Heat
    lengths: tuple[LengthStudy, ...]
    trial: NightTrial | None
    seed: int
    interrupted: bool = False
    pooled: tuple[str, ...] = ()


def study(
    service: Service,
    lengths: Sequence[Minutes],
    people: int | None = None,
    least_hours: Decimal | None = None,
    settings: Settings | None = None,
    watch: Watch | None = None,
    wanted: int = WANTED,
    hear: Callable[[LengthStudy], None] | None = None,
) -> Study:
    """Rotations for the service, of tours of each length. Raises :class:`BadInput`.

    ``settings.limit`` is for each length. A stop keeps what was found. ``hear`` is told of each
    length as soon as it is done.
    """
    settings = settings or Settings()
    if settings.effort is None:
        settings = replace(settings, effort=EFFORT)
    needs = [brief(service, length, people, least_hours) for length in lengths]
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
        pooled(service),
    )


def _of_length(
    service: Service,
    need: CycleNeed,
    length: Minutes,
    settings: Settings,
    watch: Watch | None,
    wanted: int,
) -> LengthStudy:
    proposal = with_tours_of(service.agreement, length, need.members)
    agreement = proposal.agreement
    designs = design(need, agreement, settings, watch, wanted)
    known = tuple(beside(need, agreement, demand_by_hour(service)))
    each = hours_of_each(service, need)
    heads = tuple(HeadCount(need.hours_needed, each, away) for away in AWAY)
    made = LengthStudy(length, need, proposal, designs, known, None, None, heads)
    if designs.interrupted:
        return made
    asked = replace(settings, keep_at_interrupt=False)
    try:
        if watch is not None:
            watch.stage("why not" if designs.answer is Answer.IMPOSSIBLE else "fewest people")
        if designs.answer is Answer.IMPOSSIBLE:
            made = replace(made, why_not=explain(need, agreement, asked, watch))
        anybody = replace(need, least_hours=Decimal(0))
        return replace(made, fewest=least_people(anybody, agreement, asked, watch))
    except KeyboardInterrupt:
        return replace(made, designs=replace(designs, interrupted=True))


def night_trial(
    service: Service, settings: Settings, watch: Watch | None = None
) -> NightTrial | None:
    """Why nights of eight hours run out of people who work days and evenings of eight hours.

    ``None`` where the demand has no nights, or the fewest people for the others are not found.
    """
    whole = replace(brief(service, EIGHT), least_hours=Decimal(0))
    agreement = with_tours_of(service.agreement, EIGHT, whole.members).agreement
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
    return NightTrial(
        before,
        whole,
        staff,
        head_count(before),
        head_count(whole),
        explain(replace(whole, people=staff), agreement, settings, watch),
    )


def hours_of_each(service: Service, need: CycleNeed) -> Decimal:
    """Hours a week that a head count takes for each: what the agreement allows on average, or
    forty (or what is asked for) where it says nothing.
    """
    most = most_hours(service.agreement, need.members)
    return most if most < UNLIMITED else max(FULL_TIME, need.least_hours)


def head_count(need: CycleNeed, away: Decimal = ABSENCE) -> HeadCount:
    """How many people the need takes at five of its tours a week each."""
    each = Decimal(TOURS_A_WEEK * max(tour.length for tour in need.tours)) / 60
    return HeadCount(need.hours_needed, each, away)
