"""What a rule is, and the faces by which the audit asks it.

A rule is a small frozen record of one kind. Its faces are named among the bases of its class:

========== ======================================= ==========================================
face       declared by                             asked by
========== ======================================= ==========================================
check      :class:`ChecksPerson`,                  the audit
           :class:`ChecksRecord`,
           :class:`ChecksStaff`,
           :class:`EmptiesSeats`                   coverage
constrain  :class:`.plan.Constrains`               the solvers, through a plan
price      :class:`.pricing.Prices`,               pay
           :class:`.pricing.PaysAbove`,
           :class:`.pricing.LeavesUnpaid`,
           :class:`.pricing.PaysByLength`
decide     :mod:`.deciding`                        the desk
settle     :class:`.settling.Settles`              the accounts of a year
leave      :class:`.leaving.RulesLeave`            pay, averages and the desk
recorded   :class:`.faces.Recorded`                nobody: it records what the text says
========== ======================================= ==========================================
"""

from __future__ import annotations

import inspect
from abc import abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from typing import Any, ClassVar, Literal, Self

from watchbill.events.duty import Record
from watchbill.kernel.clock import Day, Instant, Wall, decimal_text
from watchbill.kernel.fields import FORBID_UNKNOWN
from watchbill.periods.period import Period
from watchbill.records.people import Person, Scope
from watchbill.records.timeline import Frame, Timeline
from watchbill.rules.faces import Face, Recorded, face_names
from watchbill.rules.reading import AsText

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
class Rule(AsText):
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

    in_proportion: ClassVar[bool] = False
    """Whether it goes by the share of a period of which only a part is known."""

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
        """The first line of its docstring, without marks."""
        return (inspect.getdoc(cls) or "").splitlines()[0].replace("``", "")

    @classmethod
    def faces(cls) -> tuple[str, ...]:
        """Names of the faces that it declares, in the order in which they are told."""
        return face_names(cls)

    def in_weeks_from(self, week_start: int) -> Self:
        """The rule with its weeks begun on the day on which the agreement's week begins."""
        period = getattr(self, "period", None)
        if not isinstance(period, Period):
            return self
        own = period.in_weeks_from(week_start)
        changed: dict[str, Any] = {"period": own}
        return self if own == period else replace(self, **changed)

    def block_days(self) -> int | None:
        """Days of the blocks that it lays end to end over the calendar, where it does."""
        period = getattr(self, "period", None)
        if not isinstance(period, Period) or period.rolling:
            return None
        return period.days

    def reaches_back(self) -> int:
        """How many days before a date it may have to see, to judge that date."""
        period = getattr(self, "period", None)
        return period.sees if isinstance(period, Period) else 0

    @property
    def is_recorded(self) -> bool:
        """Whether it records what the text says, and nothing is worked out by it."""
        return isinstance(self, Recorded)

    @property
    def severity(self) -> Severity:
        """Of its findings."""
        return Severity.WARNING if self.soft else Severity.BREACH


@dataclass(frozen=True, slots=True)
class Staff:
    """Everybody whom a rule covers on some dates, on which each of them is the same.

    ``posted`` is the instant, on the local wall, at which the schedule was posted; ``None``
    where nobody has said. ``posted_from`` is the first date of what was posted.
    """

    people: Sequence[Person]
    first: Day
    last: Day
    posted: Wall | None = None
    posted_from: Day | None = None


class ChecksPerson(Face):
    """Judges one person's time line."""

    face: ClassVar[str] = "check"
    parts: ClassVar[tuple[str, ...]] = ("check",)

    @abstractmethod
    def check(self, line: Timeline, frame: Frame) -> Iterator[Breach]:
        """Every breach of the rule by ``line`` within ``frame``."""

    def not_judged(self, frame: Frame) -> str | None:
        """Why the rule can say nothing of these dates; ``None`` where it can."""
        return None


class ChecksRecord(Face):
    """Judges what happened to one person's schedule after it was posted."""

    face: ClassVar[str] = "check"
    parts: ClassVar[tuple[str, ...]] = ("check_record",)

    @abstractmethod
    def check_record(self, record: Record, frame: Frame) -> Iterator[Breach]:
        """Every breach of the rule in ``record`` within ``frame``."""


class EmptiesSeats(Face):
    """Has somebody rest who is on the schedule: they hold their tour and are not on duty."""

    face: ClassVar[str] = "check"
    parts: ClassVar[tuple[str, ...]] = ("resting",)

    @abstractmethod
    def resting(
        self, record: Record, instant: Callable[[Wall], Instant]
    ) -> Iterator[tuple[Instant, Instant]]:
        """From when to when the person of that record rests in a tour of the schedule; ``instant``
        places a local time.
        """


class ChecksStaff(Face):
    """Judges the schedule or the staff as a whole."""

    face: ClassVar[str] = "check"
    parts: ClassVar[tuple[str, ...]] = ("check_staff", "needs_posting")

    needs_posting: ClassVar[bool]
    """Whether it says nothing where the time of posting is not known."""

    @abstractmethod
    def check_staff(self, staff: Staff) -> Iterator[Breach]:
        """Every breach of the rule by these people's schedule."""
