"""The rotations of the catalogue, held against the same need and the same agreement."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from watchbill.agreement.model import Agreement
from watchbill.audit.audit import Audit
from watchbill.design.cycles.candidate import Heat, heat
from watchbill.design.cycles.forms import Form
from watchbill.design.cycles.laid_out import audit_of, days_to_audit
from watchbill.design.cycles.need import CycleNeed
from watchbill.design.cycles.spread import who_may
from watchbill.rotation.catalogue import KnownRotation, all_rotations
from watchbill.rotation.cycle import Rotation
from watchbill.rotation.figures import Figures, figures


@dataclass(frozen=True)
class BesideRotation:
    """A rotation of the catalogue that the need's people could work.

    ``rotation`` is it as these people would work it: at their own starting times, and line by line
    where a platoon's members take their days off one after another. ``size`` people work each of
    its lines. ``audit`` is what the agreement says of it.
    """

    known: KnownRotation
    rotation: Rotation
    size: int
    audit: Audit

    @property
    def passes(self) -> bool:
        """Whether the audit finds no limit broken."""
        return not self.audit.breaches

    @property
    def broken(self) -> tuple[str, ...]:
        """The clauses that it breaks, by number."""
        return tuple(dict.fromkeys(one.clause.number for one in self.audit.breaches))

    @cached_property
    def figures(self) -> Figures:
        """Its figures; coverage counts platoons."""
        return figures(self.rotation)

    @cached_property
    def heat(self) -> Heat:
        """The least number of people on duty, by weekday and hour."""
        return heat(self.rotation, self.size)


def beside(
    need: CycleNeed, agreement: Agreement, demand: Heat | None = None
) -> list[BesideRotation]:
    """The rotations of the catalogue that put enough people on duty in every hour, those that
    the agreement allows first.

    Their tours have the lengths of the need's, and start when its tours of that length and kind
    do, where there is one. ``demand`` is how many are needed by weekday and hour, where that is
    less than the need's tours put there.
    """
    demand = need.hourly() if demand is None else demand
    found = []
    lengths = {tour.length for tour in need.tours}
    for known in all_rotations():
        platoons = known.rotation.platoons
        if need.platoons not in (None, platoons):
            continue
        members, over = divmod(need.people, platoons)
        worked = {tour.length for tour in known.rotation.tours.values()}
        if over or not members or worked != lengths:
            continue
        lines = known.of_members(members)
        rotation = _at_own_times(known.rotation if lines is None else lines, need)
        size = members if lines is None else 1
        if not _covers(rotation, need, size, demand):
            continue
        form = Form(rotation.days, rotation.platoons, size)
        days = days_to_audit(agreement, need, form)
        audited = audit_of(agreement, need, rotation, days)
        found.append(BesideRotation(known, rotation, size, audited))
    return sorted(found, key=lambda one: not one.passes)


def _at_own_times(rotation: Rotation, need: CycleNeed) -> Rotation:
    """The rotation with its tours at the times of the need's that are alike."""
    tours = {}
    for code, tour in rotation.tours.items():
        own = [one for one in need.tours if (one.length, one.kind) == (tour.length, tour.kind)]
        tours[code] = replace(tour, start=own[0].start) if len(own) == 1 else tour
    return replace(rotation, tours=tours)


def _covers(rotation: Rotation, need: CycleNeed, size: int, demand: Heat) -> bool:
    """Whether in every hour enough are on duty, and enough of those who may fill each post."""
    asked = [(size, demand)]
    form = Form(rotation.days, rotation.platoons, size)
    asked += [(min(who_may(need, form, one)), one.hourly) for one in need.seats]
    return all(
        have >= needed
        for each, hourly in asked
        for own, needs in zip(heat(rotation, each), hourly, strict=True)
        for have, needed in zip(own, needs, strict=True)
    )
