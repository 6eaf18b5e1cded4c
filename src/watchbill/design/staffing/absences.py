"""What a person's year loses to leave and training, in days."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

KINDS = ("vacation", "sick", "training", "other")
LABELS = {
    "vacation": "Vacation",
    "sick": "Sickness",
    "training": "Training",
    "other": "Other absence",
}
DEFAULTS = {
    "vacation": Decimal(20),
    "sick": Decimal(10),
    "training": Decimal(5),
    "other": Decimal(0),
}
"""Assumptions, to be replaced by the service's own figures. No other absence is counted, such as
days in lieu of holidays, bereavement, union business or parental leave."""
WORKDAYS = 5


@dataclass(frozen=True, slots=True)
class Absences:
    """Days of one person in a year, by kind; kinds not given are assumed as in ``DEFAULTS``.

    A day is a fifth of the contracted week, whatever the length of tours, so that four weeks of
    vacation are 20 days and as many hours for those who work 8 h as for those who work 12 h;
    or ``day_hours`` hours.
    """

    given: dict[str, Decimal] = field(default_factory=dict)
    day_hours: Fraction | None = None

    def days(self, kind: str) -> Decimal:
        """Days of that kind."""
        return self.given.get(kind, DEFAULTS[kind])

    def assumed(self, kind: str) -> bool:
        """Whether nobody has said so many."""
        return kind not in self.given

    def with_more(self, kind: str, days: Decimal) -> Absences:
        """With so many days more of one kind."""
        return Absences(self.given | {kind: self.days(kind) + days}, self.day_hours)

    def hours_of_day(self, hours_a_week: Fraction) -> Fraction:
        """Hours of a day of absence of somebody who works so many a week."""
        return hours_a_week / WORKDAYS if self.day_hours is None else self.day_hours
