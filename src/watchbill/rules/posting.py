"""How long before it begins a schedule is posted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from watchbill.kernel.clock import at, day_of, day_text
from watchbill.kernel.fields import Count
from watchbill.rules.base import Breach, ChecksStaff, Measure, Party, Rule, Staff
from watchbill.rules.reading import Topic


@dataclass(frozen=True, kw_only=True)
class PostingNotice(Rule, ChecksStaff):
    """The schedule is posted at least so many days before its first date.

    The day of posting counts as day nought: posted on the 1st for the 29th is 28 days.
    """

    topic: ClassVar[Topic | None] = Topic.POSTING
    words: ClassVar[Mapping[str, str]] = {"days_ahead": "days ahead"}
    more_is_for: ClassVar[Mapping[str, Party]] = {"days_ahead": "employee"}

    days_ahead: Count
    needs_posting: ClassVar[bool] = True

    @property
    def _ahead(self) -> str:
        weeks, rest = divmod(self.days_ahead, 7)
        return f"{self.days_ahead} days" if rest or not weeks else f"{weeks} weeks"

    def says(self) -> str:
        return f"The schedule is posted at least {self._ahead} before it begins."

    def left_idle_by(self, strict: Rule) -> str | None:
        alike = isinstance(strict, PostingNotice) and strict.days_ahead >= self.days_ahead
        return "" if alike else None

    def check_staff(self, staff: Staff) -> Iterator[Breach]:
        if staff.posted is None:
            return
        begins = staff.first if staff.posted_from is None else staff.posted_from
        ahead = begins - day_of(staff.posted)
        if ahead < self.days_ahead:
            yield Breach(
                staff.posted,
                at(begins, 0),
                Measure(Decimal(ahead), "days"),
                Measure(Decimal(self.days_ahead), "days"),
                f"Posted on {day_text(day_of(staff.posted))} for a schedule that begins on"
                f" {day_text(begins)}: {ahead} days ahead, where {self._ahead}"
                f" ({self.days_ahead} days) are owed.",
            )
