"""How the people needed change with one thing changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from watchbill.design.staffing.absences import Absences
from watchbill.design.staffing.staffing import WEEKS, Group, Staffing, staffing
from watchbill.kernel.clock import FRIDAY, Minutes
from watchbill.kernel.problems import BadInput
from watchbill.records.demand import demand_of, together
from watchbill.records.demand_lines import DemandLine

FRIDAY_NIGHT = DemandLine(1, frozenset({FRIDAY}), 19 * 60, Minutes(12 * 60))


@dataclass(frozen=True, slots=True)
class StaffingChange:
    """One change in words, and the staffing before and with it; ``after`` is ``None`` where it
    leaves nobody any hours to work.
    """

    says: str
    before: Staffing
    after: Staffing | None

    @property
    def exact(self) -> Fraction | None:
        """People more, unrounded."""
        return None if self.after is None else self.after.exact - self.before.exact

    @property
    def people(self) -> int | None:
        """Whole people more."""
        return None if self.after is None else self.after.people - self.before.people


def changes(
    groups: Sequence[Group], length: Minutes, absences: Absences
) -> tuple[StaffingChange, ...]:
    """One more sick day each, one more training day, one hour a week less for each, and one more
    post on Friday nights (19:00-07:00), which joins the first group.

    Raises :class:`BadInput` as :func:`staffing` does.
    """
    before = staffing(groups, length, absences)
    sick, training = (absences.with_more(kind, Decimal(1)) for kind in ("sick", "training"))
    with_friday = [_with_friday(groups[0]), *groups[1:]]
    shorter = [_shorter(group) for group in groups]
    return tuple(
        StaffingChange(says, before, _staffing(changed, length, lost))
        for says, changed, lost in (
            ("One more sick day each", groups, sick),
            ("One more training day each", groups, training),
            ("One more post on Friday nights (19:00-07:00)", with_friday, absences),
            ("One hour a week less for each", shorter, absences),
        )
    )


def _staffing(groups: Sequence[Group], length: Minutes, absences: Absences) -> Staffing | None:
    if any(group.contracted.hours <= 0 for group in groups):
        return None
    try:
        return staffing(groups, length, absences)
    except BadInput:  # the length was good before: nothing is left of somebody's hours
        return None


def _with_friday(group: Group) -> Group:
    return replace(group, need=together([group.need, demand_of([FRIDAY_NIGHT])]))


def _shorter(group: Group) -> Group:
    """With one hour a week less, 365/7 a year."""
    own = group.contracted
    return replace(group, contracted=replace(own, hours=own.hours - WEEKS))
