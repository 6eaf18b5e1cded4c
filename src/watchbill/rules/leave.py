"""Kinds of leave: whether they are paid, and whether they count as time worked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from watchbill.kernel.fields import Words
from watchbill.rules.base import Rule
from watchbill.rules.leaving import LeaveTerms, RulesLeave
from watchbill.rules.reading import Doubt, Gravity


@dataclass(frozen=True, kw_only=True)
class LeaveKinds(Rule, RulesLeave):
    """Leave of these ``kinds`` (of any, where none is named) is paid or not, counts as time
    worked or does not.

    ``paid`` and ``as_worked`` are left out where the text does not say. A rule that names a kind
    comes before one that speaks of any.
    """

    words: ClassVar[Mapping[str, str]] = {
        "kinds": "kinds of leave",
        "paid": "paid",
        "as_worked": "counts as worked",
    }

    kinds: Words = ()
    paid: bool | None = None
    as_worked: bool | None = None

    def __post_init__(self) -> None:
        if self.paid is None and self.as_worked is None:
            raise ValueError("say whether the leave is paid, or whether it counts as_worked")

    def says(self) -> str:
        which = ", ".join(self.kinds) or "of any kind"
        said = []
        if self.paid is not None:
            said.append("is paid" if self.paid else "is not paid")
        if self.as_worked is not None:
            said.append(f"{'counts' if self.as_worked else 'does not count'} as worked")
        return f"Leave ({which}) {' and '.join(said)}."

    def leave_kinds(self) -> tuple[str, ...]:
        return self.kinds

    def leave_named(self) -> tuple[str, ...]:
        return self.kinds

    def leave_terms(self, kind: str) -> LeaveTerms:
        if self.kinds and kind.casefold() not in map(str.casefold, self.kinds):
            return LeaveTerms()
        return LeaveTerms(self.paid, self.as_worked)

    def doubts_with(self, other: Rule) -> Iterator[Doubt]:
        if not isinstance(other, LeaveKinds):
            return
        both = ", ".join(sorted(set(self.kinds) & set(other.kinds)))
        if both and {self.as_worked, other.as_worked} == {True, False}:
            sentence = f"Leave ({both}) counts as worked, and does not count."
            yield Doubt("leave", Gravity.ERROR, sentence)
        if both and {self.paid, other.paid} == {True, False}:
            sentence = f"Leave ({both}) is paid, and is not paid."
            yield Doubt("leave", Gravity.ERROR, sentence)
