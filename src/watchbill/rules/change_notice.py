"""Notice of a change to the posted schedule, and what its lack costs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import ClassVar, Literal

from watchbill.events.duty import Changed, Claim, Duty, Record, Stretch, notice_days
from watchbill.kernel.clock import Day, at, day_of, day_text, decimal_text, length_text
from watchbill.kernel.fields import Count, LengthField, Number
from watchbill.records.timeline import Frame
from watchbill.records.tours import Tour
from watchbill.rules.base import Breach, ChecksRecord, Measure, Party, Rule
from watchbill.rules.posting import PostingNotice
from watchbill.rules.pricing import Prices, Rank
from watchbill.rules.reading import Doubt, Gravity

_WHAT = {
    "day-off": "a scheduled day off",
    "kind": "a tour's kind",
    "start": "a tour's start",
}

KindChange = Literal[
    "day to evening",
    "day to night",
    "evening to night",
    "evening to day",
    "night to day",
    "night to evening",
]
"""A tour of one kind that becomes one of another."""


@dataclass(frozen=True, kw_only=True)
class ChangeNotice(Rule, ChecksRecord, Prices):
    """A change after posting needs so many days' notice; without it, hours are paid more.

    Calendar days count from the day on which the person is told to the first date touched, or to
    the day off that is taken. ``change`` lists what it is about: ``day-off`` (a tour on a date that
    was off), ``kind`` (day, evening or night becomes another, one of ``kinds`` where some are
    listed) and ``start`` (moved by ``moved_by`` or more, with ``only_same_kind`` where the kind
    stays); nothing listed means any change. ``pays`` says which hours are paid ``multiple``: all
    worked on the day that was off, all of the changed tour, all of the first tour of a change told
    at one time, or as many as the start moved. A change that the employee asked for is never paid,
    and never a finding. Without ``multiple`` this rule pays nothing, and a change by the employer
    with less notice is a finding.
    """

    about: ClassVar[tuple[str, ...]] = ("change",)
    words: ClassVar[Mapping[str, str]] = {
        "days": "days' notice",
        "change": "what is changed",
        "kinds": "from which kind to which",
        "moved_by": "moved by at least",
        "multiple": "times the basic rate",
        "pays": "what is paid more",
        "only_same_kind": "only where the kind of tour stays",
    }
    more_is_for: ClassVar[Mapping[str, Party]] = {
        "days": "employee",
        "moved_by": "employer",
        "multiple": "employee",
    }

    days: Count
    change: tuple[Literal["day-off", "kind", "start"], ...] = ()
    kinds: tuple[KindChange, ...] = ()
    moved_by: LengthField | None = None
    multiple: Number | None = None
    pays: Literal["day", "all-hours", "first-tour", "hours-moved"] = "all-hours"
    only_same_kind: bool = False

    rank: ClassVar[Rank] = Rank.CASE

    def says(self) -> str:
        what = " or ".join(_WHAT[one] for one in self.change) or "the posted schedule"
        if self.kinds:
            what += f" ({', '.join(self.kinds)})"
        by = f" by {length_text(self.moved_by)} or more" if self.moved_by else ""
        needs = f"A change of {what}{by} needs {self.days} days' notice"
        if self.multiple is None:
            return f"{needs}."
        paid = {
            "day": "all hours worked on that day",
            "all-hours": "all hours of the changed tour",
            "first-tour": "all hours of the first changed tour",
            "hours-moved": "as many hours as the start moved",
        }[self.pays]
        return f"{needs}; without it, {decimal_text(self.multiple)} times the rate for {paid}."

    def left_idle_by(self, strict: Rule) -> str | None:
        """Less notice, or less for want of it, of the same change; one that pays nothing says
        only that notice is owed.
        """
        if not isinstance(strict, ChangeNotice):
            return None
        same = replace(self, days=0, multiple=None) == replace(strict, days=0, multiple=None)
        if not same or (self.multiple is None) != (strict.multiple is None):
            return None
        outdone = strict.days >= self.days and (strict.multiple or 0) >= (self.multiple or 0)
        return "" if outdone else None

    def doubts_with(self, other: Rule) -> Iterator[Doubt]:
        if not isinstance(other, PostingNotice) or self.days <= other.days_ahead:
            return
        sentence = (
            f"The schedule is posted {other.days_ahead} days ahead and a change of it needs"
            f" {self.days} days' notice: its first {self.days - other.days_ahead} days can never"
            " be changed in time."
        )
        figures = (f"{other.days_ahead} days", f"{self.days} days")
        yield Doubt("notice and posting", Gravity.WARNING, sentence, figures)

    def check_record(self, record: Record, frame: Frame) -> Iterator[Breach]:
        if self.multiple is not None:
            return
        for changed in sorted(record.changes, key=_owed_to):
            concerns = not changed.by_employee and self._concerns(changed)
            day = _owed_to(changed)
            if not concerns or not frame.first <= day <= frame.last:
                continue
            if self._is_short(changed, record):
                yield Breach(
                    changed.told,
                    at(Day(day + 1), 0),
                    Measure(Decimal(notice_days(changed.told, day)), "days"),
                    Measure(Decimal(self.days), "days"),
                    self._why(changed),
                )

    def price(self, duty: Duty) -> Iterator[Claim]:
        if self.multiple is None:
            return
        paid_for: set[int] = set()
        for changed in sorted(duty.changes, key=_new_start):
            if changed.after is None or changed.by_employee or not self._is_short(changed, duty):
                continue
            if not self._concerns(changed):
                continue
            if self.pays == "first-tour":
                if changed.told in paid_for:
                    continue
                paid_for.add(changed.told)
            yield from self._claims(changed, duty)

    def _is_short(self, changed: Changed, record: Record) -> bool:
        day = _owed_to(changed)
        return notice_days(changed.told, day) < self.days and record.was_posted(day, changed.told)

    def _concerns(self, changed: Changed) -> bool:
        if not self.change:
            return True
        before, after = changed.before, changed.after
        if changed.day_off:
            return "day-off" in self.change
        if before is None or after is None:
            return False
        same_kind = before.kind is after.kind
        if "kind" in self.change and not same_kind and self._is_listed(before, after):
            return True
        if "start" not in self.change or (self.only_same_kind and not same_kind):
            return False
        moved = abs(after.wall_start - before.wall_start)
        return moved >= (self.moved_by or 1)

    def _is_listed(self, before: Tour, after: Tour) -> bool:
        return not self.kinds or f"{before.kind} to {after.kind}" in self.kinds

    def _claims(self, changed: Changed, duty: Duty) -> Iterator[Claim]:
        after, before = changed.after, changed.before
        assert after is not None
        assert self.multiple is not None
        left: int | None = None
        if self.pays == "hours-moved":
            moved = 0 if before is None else abs(after.wall_start - before.wall_start)
            left = moved or None
        why = self._why(changed)
        for stretch in duty.work:
            if not self._is_paid_more(stretch, after):
                continue
            end = stretch.end if left is None else min(stretch.end, stretch.start + left)
            if end > stretch.start:
                yield Claim(stretch.start, end, self.multiple, why, (changed.number,))
            if left is not None:
                left -= end - stretch.start

    def _is_paid_more(self, stretch: Stretch, after: Tour) -> bool:
        """Of a day off, all that is worked on it counts: time held over and calls too."""
        if self.pays == "day":
            return stretch.tour.day == after.day
        return stretch.tour.wall_start == after.wall_start and stretch.scheduled

    def _why(self, changed: Changed) -> str:
        days = notice_days(changed.told, _owed_to(changed))
        after = changed.after
        was = f"the tour of {changed.before}" if changed.before else "a day off"
        return (
            f"{was[0].upper()}{was[1:]} became {after or 'a day off'}; told on"
            f" {day_text(day_of(changed.told))}, {days} days ahead, where {self.days} are owed."
        )


def _owed_to(changed: Changed) -> Day:
    """The date to which notice is counted."""
    if changed.day_off and changed.after is not None:
        return changed.after.day
    return changed.day


def _new_start(changed: Changed) -> int:
    return changed.after.start if changed.after is not None else 0
