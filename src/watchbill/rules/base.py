"""What a rule is, and the four faces it may have.

A rule is a small frozen record. Which faces it has is told by the methods it defines:

========== =============================== ==========================================
face       method                          asked by
========== =============================== ==========================================
check      :class:`ChecksPerson`,          the audit
           :class:`ChecksRecord`,
           :class:`ChecksStaff`
constrain  :class:`.plan.Constrains`       the solvers, through a plan
price      :class:`.pricing.Prices`        pay
decide     :class:`.deciding.DecidesExchange`, the desk
           :class:`.deciding.OrdersOffers`
========== =============================== ==========================================
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar, Literal, Protocol, runtime_checkable

from watchbill.events.duty import Record
from watchbill.kernel.clock import Day, Wall, day_text, decimal_text
from watchbill.kernel.fields import FORBID_UNKNOWN
from watchbill.records.people import Person, Scope
from watchbill.records.timeline import Frame, Timeline

Party = Literal["employee", "employer"]
"""The two sides of an agreement."""


class Severity(StrEnum):
    """How grave a finding is: a limit broken, or an effort owed ("where practicable")."""

    BREACH = "breach"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure with its unit, exact."""

    amount: Decimal
    unit: str

    def __str__(self) -> str:
        return f"{decimal_text(self.amount)} {self.unit}"


@dataclass(frozen=True, slots=True)
class Breach:
    """What a check found: from when to when (local), how much it was and may be, in a sentence.

    ``limit`` is what the clause sets; the sentence does not name person or clause, which the
    audit adds.
    """

    start: Wall
    end: Wall
    measured: Measure
    limit: Measure
    sentence: str


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One rule of a clause.

    ``soft`` marks an effort rather than a limit: its findings are warnings.
    ``lifted_by_emergency``: what happens during a declared emergency is no finding.
    ``all_duty``: work beyond the schedule (an extra tour, a call, time held over) counts too,
    and nobody is asked to work against the rule; where not, the schedule alone is judged.
    ``applies_to`` narrows the clause's own scope.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = FORBID_UNKNOWN

    about: ClassVar[tuple[str, ...]] = ()
    """Fields that say what a rule speaks of: only rules alike in them can be compared."""

    words: ClassVar[Mapping[str, str]] = {}
    """What a person calls each field."""

    more_is_for: ClassVar[Mapping[str, Party]] = {}
    """Whom it favours where a field's figure is greater."""

    one_answer: ClassVar[bool] = False
    """Whether two rules about the same, for the same person, contradict each other."""

    soft: bool = False
    all_duty: bool = False
    lifted_by_emergency: bool = False
    applies_to: Scope = field(default_factory=Scope)

    @classmethod
    def kind(cls) -> str:
        """Its name in agreement files, which is its file's."""
        return cls.__module__.rsplit(".", 1)[-1].replace("_", "-")

    @classmethod
    def summary(cls) -> str:
        """The first line of its docstring."""
        return (inspect.getdoc(cls) or "").splitlines()[0]

    def says(self) -> str:
        """The rule as a person would say it."""
        raise NotImplementedError

    def hours_a_week(self) -> Decimal | None:
        """The most hours a week, in the long run, that it leaves; ``None``: it sets no bound."""
        return None

    @property
    def severity(self) -> Severity:
        """Of its findings."""
        return Severity.WARNING if self.soft else Severity.BREACH


def whole_blocks(frame: Frame, days: int, begins: Day | None) -> str | None:
    """Why nothing is judged where no whole block of ``days`` lies in the frame.

    Blocks are laid end to end from ``begins``, or from the schedule's anchor.
    """
    begins = frame.anchor if begins is None else begins
    if frame.blocks(days, begins):
        return None
    if frame.days < days:
        return f"it needs {days} days and the roster has {frame.days}"
    return f"no whole period of {days} days, counted from {day_text(begins)}, lies in these dates"


@dataclass(frozen=True, slots=True)
class Staff:
    """Everybody whom a rule covers, with what a rule over all of them may ask.

    ``posted`` is the instant, on the local wall, at which the schedule was posted; ``None``
    where nobody has said. ``posted_from`` is the first date of what was posted.
    """

    people: Sequence[Person]
    timelines: Mapping[str, Timeline]
    first: Day
    last: Day
    posted: Wall | None = None
    posted_from: Day | None = None


@runtime_checkable
class ChecksPerson(Protocol):
    """A rule that judges one person's time line."""

    def check(self, line: Timeline, frame: Frame) -> Iterator[Breach]:
        """Every breach of the rule by ``line`` within ``frame``."""
        ...

    def not_judged(self, frame: Frame) -> str | None:
        """Why the rule can say nothing of these dates; ``None`` where it can."""
        ...

    def says(self) -> str:
        """The rule as a person would say it."""
        ...


@runtime_checkable
class ChecksRecord(Protocol):
    """A rule that judges what happened to one person's schedule after it was posted."""

    def check_record(self, record: Record, frame: Frame) -> Iterator[Breach]:
        """Every breach of the rule in ``record`` within ``frame``."""
        ...


@runtime_checkable
class ChecksStaff(Protocol):
    """A rule that judges the schedule or the staff as a whole."""

    needs_posting: ClassVar[bool]
    """Whether it says nothing where the time of posting is not known."""

    def check_staff(self, staff: Staff) -> Iterator[Breach]:
        """Every breach of the rule by these people's schedule."""
        ...
