"""Changes of tours that no notice makes lawful."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal

from watchbill.events.duty import Record
from watchbill.kernel.clock import DAY_MINUTES, hours, length_text, time_text
from watchbill.kernel.fields import Text
from watchbill.records.timeline import Frame
from watchbill.records.tours import Tour
from watchbill.rules.base import Breach, ChecksRecord, Measure, Rule


@dataclass(frozen=True, kw_only=True)
class ChangeBarred(Rule, ChecksRecord):
    """The hours of a posted tour are not changed by the employer alone, whatever the notice.

    ``change`` lists what is meant: the time of day at which it starts, its length. A tour that
    moves to another date and keeps its hours is no such change, and what the employee asked for
    is never one. ``needs`` is what has to come first.
    """

    about: ClassVar[tuple[str, ...]] = ("change",)
    words: ClassVar[Mapping[str, str]] = {"change": "what is changed", "needs": "only after"}

    change: tuple[Literal["start", "length"], ...]
    needs: Text

    def says(self) -> str:
        what = " and ".join(self.change)
        return f"The {what} of a posted tour are changed only after {self.needs}."

    def check_record(self, record: Record, frame: Frame) -> Iterator[Breach]:
        for changed in sorted(record.changes, key=lambda one: one.day):
            before, after = changed.before, changed.after
            if before is None or after is None or changed.by_employee:
                continue
            if not frame.first <= changed.day <= frame.last:
                continue
            by = self._changed_by(before, after)
            if by:
                yield Breach(
                    after.wall_start,
                    after.wall_end,
                    Measure(hours(by), "h"),
                    Measure(hours(0), "h"),
                    f"The tour from {_times(before)} became one from {_times(after)};"
                    f" that is done only after {self.needs}, and no notice makes up for it.",
                )

    def _changed_by(self, before: Tour, after: Tour) -> int:
        """Minutes by which start or length changed, the greater of them."""
        moved = abs(after.wall_start - before.wall_start) % DAY_MINUTES
        by = [min(moved, DAY_MINUTES - moved)] if "start" in self.change else []
        by += [abs(after.nominal - before.nominal)] if "length" in self.change else []
        return max(by)


def _times(tour: Tour) -> str:
    return f"{time_text(tour.wall_start)} of {length_text(tour.nominal)}"
