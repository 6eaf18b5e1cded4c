"""All that is asked about staffing at once: by length of tour, with changes, for given people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from watchbill.design.staffing.absences import Absences
from watchbill.design.staffing.changes import StaffingChange, changes
from watchbill.design.staffing.enough import FIRST_HOUR, SIXTEEN_HOURS, Enough, enough
from watchbill.design.staffing.staffing import Group, Staffing, staffing
from watchbill.kernel.clock import Minutes


@dataclass(frozen=True, slots=True)
class ByLength:
    """The answers for tours of one length; ``part`` and ``whole`` where people were given."""

    staffing: Staffing
    changes: tuple[StaffingChange, ...]
    part: Enough | None
    whole: Enough | None


@dataclass(frozen=True, slots=True)
class Reckoning:
    """The answers for the ``groups``, by length of tour in the order asked."""

    groups: tuple[Group, ...]
    absences: Absences
    people: int | None
    by_length: tuple[ByLength, ...]

    @property
    def enough_for_all_hours(self) -> list[Enough]:
        """By length, the given people against all hours of the demand."""
        return [one.whole for one in self.by_length if one.whole is not None]


def reckon(
    groups: Sequence[Group],
    lengths: Sequence[Minutes],
    absences: Absences,
    people: int | None = None,
    part: tuple[int, Minutes] = (FIRST_HOUR, SIXTEEN_HOURS),
) -> Reckoning:
    """The staffing for each length of tour, how it changes, and whether ``people`` suffice.

    Raises :class:`BadInput` as :func:`staffing` does.
    """
    found = []
    for length in lengths:
        both: tuple[Enough | None, Enough | None] = (None, None)
        if people is not None:
            both = enough(groups, length, absences, people, part)
        found.append(
            ByLength(staffing(groups, length, absences), changes(groups, length, absences), *both)
        )
    return Reckoning(tuple(groups), absences, people, tuple(found))
