"""Notice of a change to the posted schedule, and what its lack costs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import ClassVar, Literal

from watchbill.events.duty import Changed, Claim, Duty, Record, notice_days
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

_LATER = {
    "first-hours": "",
    "nothing": ", where it moved earlier",
    "added-hours": ", those added at the end where it moved later",
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

    Days are counted from the day on which the person is told to the first date touched, or to
    the day off that is taken: the difference of the dates, or the ``clear-days`` between them.
    ``change`` lists what it is about: ``day-off`` (a tour on a date that was off), ``kind`` (day,
    evening or night becomes another, one of ``kinds`` where some are listed) and ``start`` (moved
    by ``moved_by`` or more, with ``only_same_kind`` where the kind stays); nothing listed means any
    change. Kind and start are measured from the tour as it was posted, so that two moves of an
    hour, both told too late, are two hours.

    ``pays`` says which hours are paid ``multiple``: all of a tour that lies on the day that was
    off (``day``) or those alone that lie on that day (``hours-of-day``), all of the changed tour,
    all of the first tour of a change told at one time, or as many as the start moved. Of a start
    that moved ``later`` those are the first hours worked, none, or those added at the end. A change
    that the employee asked for is never paid, and never a finding. Without ``multiple`` this rule
    pays nothing, and a change by the employer with less notice is a finding.
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
        "counted": "how the days are counted",
        "later": "paid more where the start moves later",
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
    pays: Literal["day", "hours-of-day", "all-hours", "first-tour", "hours-moved"] = "all-hours"
    only_same_kind: bool = False
    counted: Literal["dates", "clear-days"] = "dates"
    later: Literal["first-hours", "nothing", "added-hours"] = "first-hours"

    rank: ClassVar[Rank] = Rank.CASE

    def says(self) -> str:
        what = " or ".join(_WHAT[one] for one in self.change) or "the posted schedule"
        if self.kinds:
            what += f" ({', '.join(self.kinds)})"
        by = f" by {length_text(self.moved_by)} or more" if self.moved_by else ""
        needs = f"A change of {what}{by} needs {self.days} {self._days}' notice"
        if self.multiple is None:
            return f"{needs}."
        paid = {
            "day": "all hours of a tour on that day",
            "hours-of-day": "the hours that lie on that day",
            "all-hours": "all hours of the changed tour",
            "first-tour": "all hours of the first changed tour",
            "hours-moved": f"as many hours as the start moved{_LATER[self.later]}",
        }[self.pays]
        return f"{needs}; without it, {decimal_text(self.multiple)} times the rate for {paid}."

    @property
    def _days(self) -> str:
        return "clear days" if self.counted == "clear-days" else "days"

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
            concerns = not changed.by_employee and self._concerns(changed, record)
            day = _owed_to(changed)
            if not concerns or not frame.first <= day <= frame.last:
                continue
            if self._is_short(changed, record):
                yield Breach(
                    changed.told,
                    at(Day(day + 1), 0),
                    Measure(Decimal(self._given(changed)), "days"),
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
            superseded = duty.tour_at(changed.after.wall_start) is None
            if superseded or not self._concerns(changed, duty):
                continue
            if self.pays == "first-tour":
                if changed.told in paid_for:
                    continue
                paid_for.add(changed.told)
            yield from self._claims(changed, duty)

    def _given(self, changed: Changed) -> int:
        """Days of notice that were given."""
        days = notice_days(changed.told, _owed_to(changed))
        return days - 1 if self.counted == "clear-days" else days

    def _is_short(self, changed: Changed, record: Record) -> bool:
        posted = record.was_posted(_owed_to(changed), changed.told)
        return posted and self._given(changed) < self.days

    def _as_posted(self, changed: Changed, record: Record) -> Tour | None:
        """The tour as it stood before this change and those that led to it without due notice."""
        before = changed.before
        for earlier in reversed(record.changes):
            if before is None or earlier.number >= changed.number or earlier.after is None:
                continue
            led_here = earlier.after.wall_start == before.wall_start
            if led_here and not earlier.by_employee and self._is_short(earlier, record):
                before = earlier.before
        return before

    def _concerns(self, changed: Changed, record: Record) -> bool:
        if not self.change:
            return True
        if changed.day_off:
            return "day-off" in self.change
        posted, after = self._as_posted(changed, record), changed.after
        if posted is None or after is None:
            return False
        same_kind = posted.kind is after.kind
        if "kind" in self.change and not same_kind and self._is_listed(posted, after):
            return True
        if "start" not in self.change or (self.only_same_kind and not same_kind):
            return False
        moved = abs(after.wall_start - posted.wall_start)
        return moved >= (self.moved_by or 1)

    def _is_listed(self, before: Tour, after: Tour) -> bool:
        return not self.kinds or f"{before.kind} to {after.kind}" in self.kinds

    def _claims(self, changed: Changed, duty: Duty) -> Iterator[Claim]:
        after = changed.after
        assert after is not None
        assert self.multiple is not None
        why = self._why(changed)
        stretches = self._paid_more(changed, after, duty)
        for start, end in stretches:
            if end > start:
                yield Claim(start, end, self.multiple, why, (changed.number,))

    def _paid_more(self, changed: Changed, after: Tour, duty: Duty) -> Iterator[tuple[int, int]]:
        """Stretches of the pay clock that are paid more: time held over and calls too."""
        if self.pays in ("day", "hours-of-day"):
            own = [one for one in duty.work if one.tour.day == after.day]
            midnight = duty.at(at(Day(after.day + 1), 0))
            ends = midnight if self.pays == "hours-of-day" else None
            for one in own:
                yield one.start, one.end if ends is None else min(one.end, ends)
            return
        own = [one for one in duty.work if one.tour.wall_start == after.wall_start]
        posted = self._as_posted(changed, duty)
        if self.pays != "hours-moved" or posted is None:
            for one in own:
                yield one.start, one.end
            return
        moved = after.wall_start - posted.wall_start
        if moved > 0 and self.later == "nothing":
            return
        added = moved > 0 and self.later == "added-hours"
        first = duty.at(posted.wall_end) if added else 0
        left = abs(moved)
        for one in own:
            start = max(one.start, first)
            end = min(one.end, start + left)
            if end > start:
                yield start, end
                left -= end - start

    def _why(self, changed: Changed) -> str:
        days = self._given(changed)
        after = changed.after
        was = f"the tour of {changed.before}" if changed.before else "a day off"
        return (
            f"{was[0].upper()}{was[1:]} became {after or 'a day off'}; told on"
            f" {day_text(day_of(changed.told))}, {days} {self._days} ahead, where {self.days} are"
            " owed."
        )


def _owed_to(changed: Changed) -> Day:
    """The date to which notice is counted."""
    if changed.day_off and changed.after is not None:
        return changed.after.day
    return changed.day


def _new_start(changed: Changed) -> int:
    return changed.after.start if changed.after is not None else 0
