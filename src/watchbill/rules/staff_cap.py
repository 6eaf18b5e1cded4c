"""Caps on a part of the staff."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import ClassVar

from watchbill.kernel.clock import Day, at, decimal_text
from watchbill.kernel.fields import Count, Number
from watchbill.records.people import Scope
from watchbill.rules.base import Breach, ChecksStaff, Measure, Rule, Staff
from watchbill.rules.stating import SpeaksOf


@dataclass(frozen=True, kw_only=True)
class StaffCap(Rule, SpeaksOf, ChecksStaff):
    """At most so many of the staff, or such a share of them, are of one sort.

    ``who`` is that sort; the share is of those whom the rule covers.
    """

    about: ClassVar[tuple[str, ...]] = ("who",)
    words: ClassVar[Mapping[str, str]] = {
        "who": "who",
        "at_most": "people at most",
        "percent": "per cent at most",
    }

    who: Scope = field(default_factory=Scope)
    at_most: Count | None = None
    percent: Number | None = None

    needs_posting: ClassVar[bool] = False

    def __post_init__(self) -> None:
        if (self.at_most is None) == (self.percent is None):
            raise ValueError("give either at_most or percent")

    @property
    def _who(self) -> str:
        text = str(self.who)
        return f"on {text}" if text.startswith("schedule ") else text

    def says(self) -> str:
        if self.at_most is not None:
            return f"At most {self.at_most} are {self._who}."
        assert self.percent is not None
        return f"At most {decimal_text(self.percent)} % are {self._who}."

    def idle(self) -> str | None:
        everybody = self.percent is not None and self.percent >= 100
        return "that is everybody" if everybody else None

    def check_staff(self, staff: Staff) -> Iterator[Breach]:
        counted = [person.label for person in staff.people if self.who.covers(person)]
        if self.at_most is not None:
            limit = Decimal(self.at_most)
        else:
            assert self.percent is not None
            limit = len(staff.people) * self.percent / 100
        if len(counted) > limit:
            yield Breach(
                at(staff.first, 0),
                at(Day(staff.last + 1), 0),
                Measure(Decimal(len(counted)), "people"),
                Measure(limit, "people"),
                f"{len(counted)} are {self.who} ({', '.join(counted)}), where at most"
                f" {decimal_text(limit)} may be.",
            )
