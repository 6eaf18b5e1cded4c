"""What a rule says of itself as a text: for the lint, a comparison, and a design that gives way.

These are no faces. Each has an answer of its own where a kind has nothing to say, so that no room
needs to know which kinds there are.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar, Self

from watchbill.counting.counting import Exchanged
from watchbill.kernel.clock import Minutes

if TYPE_CHECKING:
    from watchbill.rules.base import Rule


class Gravity(StrEnum):
    """How grave a remark is: the text contradicts itself, is doubtful, or only worth knowing."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Topic(StrEnum):
    """What nearly every agreement has a clause on."""

    REST = "rest"
    HOURS = "hours"
    POSTING = "posting"
    TOURS = "tours"


@dataclass(frozen=True, slots=True)
class Doubt:
    """What a rule finds odd about itself, or beside another: ``check`` names what was looked at,
    ``figures`` what was compared, in words with units.
    """

    check: str
    gravity: Gravity
    sentence: str
    figures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Gives:
    """How a rule gives way in a design: its field, by how much at a step, and where that ends."""

    field: str
    by: Decimal | int
    until: int | None = None


class AsText(ABC):
    """A rule as a text that can be read."""

    topic: ClassVar[Topic | None] = None
    """What it answers of what is usually asked of an agreement."""

    gives: ClassVar[Gives | None] = None
    """How it gives way where a design cannot keep to it; ``None``: it can only be dropped."""

    contracts: ClassVar[int | None] = None
    """Its place among the kinds from which the hours of a year are read, the first of them
    before the others."""

    @abstractmethod
    def says(self) -> str:
        """The rule as a person would say it."""

    def idle(self) -> str | None:
        """Why it can never apply, whatever is worked; ``None`` where it can."""
        return None

    def left_idle_by(self, strict: Rule) -> str | None:
        """What to add, where ``strict`` kept leaves this rule nothing to do; ``None``: it does
        not.
        """
        return None

    def doubts(self) -> Iterator[Doubt]:
        """What is odd about it by itself."""
        return iter(())

    def doubts_with(self, other: Rule) -> Iterator[Doubt]:
        """What is odd about it beside ``other`` for one and the same person.

        Of two rules the first in the file is asked first, and the other one where that has
        nothing to say.
        """
        return iter(())

    def refers_to(self) -> tuple[str, ...]:
        """Numbers of the clauses that it names."""
        return ()

    def hours_a_week(self) -> Decimal | None:
        """The most hours a week, in the long run, that it leaves; ``None``: it sets no bound."""
        return None

    def hours_a_week_of(self, longest: int) -> Decimal | None:
        """The most that it leaves where no tour is longer than so many minutes and a day has one
        at most; ``None`` where it sets no bound.
        """
        return None

    def average_a_week(self) -> Decimal | None:
        """The hours a week that it allows on average, where it says so in these words."""
        return None

    def week_stated(self) -> Decimal | None:
        """Hours a week that it says are worked, where no pattern shows it."""
        return None

    def week_paid(self) -> tuple[Decimal, str] | None:
        """Hours a week that are paid whatever is worked, and as what: ``deemed worked``."""
        return None

    def is_week(self, week: Decimal, most: Decimal) -> bool:
        """Whether the ``most`` hours a week that it leaves are that stated week, rounded or over
        a year counted otherwise.
        """
        return abs(week - most) < Decimal("0.05")

    def hours_off_a_year(self, tours: Decimal, each: Decimal) -> Decimal | None:
        """Hours of a year of so many tours, ``each`` so many hours long, that it takes off;
        ``None`` where it takes off none.
        """
        return None

    def hours_a_year(self) -> Fraction | None:
        """Hours of a year of 365 days that it has a person work, where it says."""
        return None

    def exchanged_by_law(self) -> Exchanged | None:
        """To whom the law under which it stands gives the hours of an exchanged tour; ``None``: it
        says nothing of that.
        """
        return None

    def leave_named(self) -> tuple[str, ...]:
        """Kinds of leave of which it speaks."""
        return ()

    def lengths_named(self) -> tuple[Minutes, ...]:
        """Lengths of tours of which it speaks."""
        return ()

    def lengths_worked(self) -> tuple[Minutes, ...]:
        """Lengths of tours that are worked under it."""
        return ()

    def longest_tour(self) -> int | None:
        """The longest tour that it allows, in minutes, where it says."""
        return None

    def starts_named(self) -> tuple[int, ...]:
        """Times at which tours start under it."""
        return ()

    def allowing(self, length: Minutes) -> Self:
        """The rule with tours of that length allowed, for a proposal; itself where they are."""
        return self


def share_of_days(worked: int, days: int, longest: int) -> Decimal | None:
    """Hours a week of a tour of ``longest`` minutes on so many of so many days."""
    if days <= 0:
        return None
    return Decimal(7 * longest * max(worked, 0)) / (60 * days)
