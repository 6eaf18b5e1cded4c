"""The leave face: which kinds of leave there are, whether each is paid, and counts as worked.

An agreement's clauses name kinds of leave, and so may a service. What neither names is taken to
be as is usual, and every answer that rests on it says so; a kind that is not even usual is asked
back.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import ClassVar

from watchbill.rules.faces import Face


@dataclass(frozen=True, slots=True)
class LeaveTerms:
    """What a text says of a kind of leave; ``None`` where it does not say."""

    paid: bool | None = None
    as_worked: bool | None = None


class RulesLeave(Face):
    """Says of kinds of leave whether they are paid, or count as time worked."""

    face: ClassVar[str] = "leave"
    parts: ClassVar[tuple[str, ...]] = ("leave_terms", "leave_kinds")

    @abstractmethod
    def leave_kinds(self) -> tuple[str, ...]:
        """The kinds that it names; none where it speaks of every kind."""

    @abstractmethod
    def leave_terms(self, kind: str) -> LeaveTerms:
        """What it says of leave of that kind."""


_PAID = (
    "vacation",
    "annual leave",
    "sick",
    "sick leave",
    "holiday",
    "bereavement",
    "funeral leave",
    "injury",
    "disability",
    "compensatory time",
    "education",
    "training",
    "administrative",
    "union leave",
    "court",
    "detail",
    "furlough",
)
_NOT_PAID = ("unpaid leave", "leave without pay", "Kelly day", "parental", "leave of absence")
USUAL_PAY: Mapping[str, bool] = MappingProxyType(
    dict.fromkeys(_PAID, True) | dict.fromkeys(_NOT_PAID, False)
)
"""Kinds of leave that are usual, and whether each is taken to be paid where nobody says."""
