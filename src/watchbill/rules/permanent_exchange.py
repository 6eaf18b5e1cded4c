"""Permanent exchanges: one works the days, the other the nights."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from watchbill.kernel.clock import Day
from watchbill.kernel.fields import Count, Text, Words
from watchbill.rules.base import Rule
from watchbill.rules.deciding import EndsOnNotice


@dataclass(frozen=True, kw_only=True)
class PermanentExchangeTerms(Rule, EndsOnNotice):
    """Two may exchange for good, one working the days and the other the nights of their tours.

    It ends so many days after anyone of ``may_end`` gives notice to all. Whose partner leaves
    reverts to ``reverts_to`` (a clause) unless a new partner is found.
    """

    words: ClassVar[Mapping[str, str]] = {
        "ends_after_days": "days' notice to end it",
        "may_end": "who may end it",
        "reverts_to": "what it reverts to",
    }
    one_answer: ClassVar[bool] = True

    ends_after_days: Count
    may_end: Words = ()
    reverts_to: Text | None = None

    def says(self) -> str:
        who = " or ".join(self.may_end) or "either partner"
        back = (
            f"; back to {self.reverts_to} where no new partner is found" if self.reverts_to else ""
        )
        return (
            "One works the days and the other the nights, until"
            f" {self.ends_after_days} days after notice by {who}{back}."
        )

    def over_from(self, told: Day) -> Day:
        return Day(told + self.ends_after_days)

    def refers_to(self) -> tuple[str, ...]:
        return () if self.reverts_to is None else (self.reverts_to,)
