"""Texts in succession: which of them is in force on a date, and what is said where none is.

Of the agreements the last one begun governs: from its first date to its last, and after that
only where its text or somebody says that it goes on until a new one. Statutes stand beneath, as
many as are in force. A reading, such as an award, says from a date on how a clause is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from itertools import pairwise

from watchbill.agreement.model import Agreement, Clause
from watchbill.agreement.term import Continues
from watchbill.kernel.clock import Day, day_text
from watchbill.kernel.problems import BadInput, Problem, nearest

_NOBODY = "nobody has said that it goes on until a new one"
TO_ENTER = (
    "the text that is in force then, or who says that this one goes on, from when and where"
    " (agreement_goes_on, with by, since and source: an entry, or in the service's file)"
)
"""What mends a date for which no text is in force."""


class TextKind(StrEnum):
    """What a text is: an agreement, a statute beneath it, or a reading of its clauses."""

    AGREEMENT = "agreement"
    STATUTE = "statute"
    READING = "reading"


@dataclass(frozen=True, slots=True)
class Text:
    """A text with the dates for which it holds here.

    ``begins`` and ``ends`` (both included) are those of its own term where ``None``. ``goes_on``
    is what was entered, by one or by several; the text's own word is in its term. ``agreement``
    is the text of an agreement or a statute, read; a reading has none, but the ``readings`` that
    it sets, by clause number. What was chosen within an agreement is in ``readings`` and
    ``settings`` too, as it was given when the text was read.
    """

    id: str
    kind: TextKind = TextKind.AGREEMENT
    agreement: Agreement | None = None
    begins: Day | None = None
    ends: Day | None = None
    goes_on: tuple[Continues, ...] = ()
    readings: Mapping[str, str] = field(default_factory=dict)
    settings: Mapping[str, object] = field(default_factory=dict)

    @property
    def first(self) -> Day | None:
        """The first date for which it holds; ``None`` where none is stated."""
        if self.begins is None and self.agreement is not None:
            return self.agreement.term.begins
        return self.begins

    @property
    def last(self) -> Day | None:
        """The last date for which it holds without a word more; ``None`` where none is stated."""
        if self.ends is None and self.agreement is not None:
            return self.agreement.term.ends
        return self.ends

    @property
    def continued(self) -> tuple[Continues, ...]:
        """Who says that it goes on after its last date, by the dates from which each says so: the
        text itself, and what was entered.
        """
        own = None if self.agreement is None else self.agreement.term.goes_on
        said = (*self.goes_on, *(() if own is None else (own,)))
        return tuple(sorted(said, key=lambda one: one.since))

    @property
    def digest(self) -> str:
        """SHA-256 of the texts it was read from, in hexadecimal; empty for a reading."""
        return "" if self.agreement is None else self.agreement.digest

    @property
    def taken(self) -> str:
        """`` (an assumed day)`` where its own days are assumed."""
        return "" if self.agreement is None or self.ends else self.agreement.term.taken

    def covers(self, day: Day) -> bool:
        """Whether the date lies within its own days."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class InForce:
    """What is in force on a date.

    ``agreement`` has the figures and readings of that date; ``beneath`` are the statutes.
    ``note`` says so where the text has ended and goes on.
    """

    text: Text
    agreement: Agreement
    beneath: tuple[Agreement, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class OutsideTerm:
    """No text is in force on a date: why, in a sentence, and what to enter."""

    sentence: str
    enter: str = TO_ENTER


@dataclass(frozen=True, slots=True)
class Spell:
    """Dates, both included, for which the answer is the same."""

    first: Day
    last: Day
    answer: InForce | OutsideTerm

    def __str__(self) -> str:
        """``2026-01-01 to 2026-03-01``."""
        return f"{day_text(self.first)} to {day_text(self.last)}"


@dataclass(frozen=True)
class Succession:
    """The texts of one service, in whatever order they were entered.

    Raises :class:`BadInput` where two agreements begin on one date, where there is no agreement,
    and where a reading names a clause or a way of reading it that no agreement has.
    """

    texts: tuple[Text, ...]

    def __post_init__(self) -> None:
        problems = [*_none_or_two(self._agreements), *self._unread()]
        if problems:
            raise BadInput(problems)

    @cached_property
    def _agreements(self) -> tuple[Text, ...]:
        """The agreements, in the order of their first dates; without one comes first."""
        own = [one for one in self.texts if one.kind is TextKind.AGREEMENT]
        return tuple(sorted(own, key=lambda one: (one.first is not None, one.first or 0)))

    @property
    def first_agreement(self) -> Agreement:
        """The agreement that begins first."""
        agreement = self._agreements[0].agreement
        assert agreement is not None, "an agreement's text has been read"
        return agreement

    def in_force(self, day: Day) -> InForce | OutsideTerm:
        """What is in force on that date, or why nothing is."""
        begun = [one for one in self._agreements if one.first is None or one.first <= day]
        if not begun:
            return OutsideTerm(_before(self._agreements[0]))
        text, agreement = begun[-1], begun[-1].agreement
        assert agreement is not None, "an agreement's text has been read"
        note = None
        if text.last is not None and text.last < day:
            said = text.continued
            begun_to = [one for one in said if one.since <= day]
            ended = f"{text.id} ended on {day_text(text.last)}{text.taken}"
            if not said:
                return OutsideTerm(f"{ended}; {_NOBODY}.{self._next(day)}")
            if not begun_to:
                return OutsideTerm(f"{ended}; {said[0]}, and of the dates before nobody has.")
            note = f"{ended}; {begun_to[-1]}."
        return InForce(text, self._read(agreement.figures_on(day), day), self._beneath(day), note)

    def over(self, first: Day, last: Day) -> tuple[Spell, ...]:
        """What is in force from ``first`` to ``last``, both included, in spells of one answer."""
        cuts = sorted({first, *(day for day in self._changes() if first < day <= last)})
        ends = [Day(day - 1) for day in cuts[1:]] + [last]
        return tuple(
            Spell(begin, end, self.in_force(begin)) for begin, end in zip(cuts, ends, strict=True)
        )

    def _changes(self) -> Iterable[Day]:
        """Every date on which the answer may change."""
        for text in self.texts:
            if text.first is not None:
                yield text.first
            if text.last is not None:
                yield Day(text.last + 1)
            for said in text.continued:
                yield said.since
            for one in text.agreement.later if text.agreement is not None else ():
                if one.figures_from is not None:
                    yield one.figures_from

    def _next(self, day: Day) -> str:
        later = [one for one in self._agreements if one.first is not None and one.first > day]
        if not later or later[0].first is None:
            return ""
        return f" The next, {later[0].id}, begins on {day_text(later[0].first)}."

    def _beneath(self, day: Day) -> tuple[Agreement, ...]:
        return tuple(
            one.agreement.figures_on(day)
            for one in self.texts
            if one.kind is TextKind.STATUTE and one.agreement is not None and one.covers(day)
        )

    def _read(self, agreement: Agreement, day: Day) -> Agreement:
        """The agreement with the readings in force then; of two, the later one's holds."""
        for text in self._awards():
            if text.covers(day):
                for number, name in text.readings.items():
                    clause = agreement.by_number.get(number)
                    if clause is not None and name in clause.reading_names:
                        agreement = agreement.with_reading(number, name)
        return agreement

    def _awards(self) -> list[Text]:
        own = [one for one in self.texts if one.kind is TextKind.READING]
        return sorted(own, key=lambda one: one.first or 0)

    def _unread(self) -> list[Problem]:
        """Readings of clauses that no agreement here has, or not in that way."""
        clauses: dict[str, list[Clause]] = {}
        for text in self._agreements:
            for clause in text.agreement.clauses if text.agreement is not None else ():
                clauses.setdefault(clause.number, []).append(clause)
        problems = []
        for award in self._awards():
            for number, name in award.readings.items():
                known = {one for clause in clauses.get(number, ()) for one in clause.reading_names}
                if name not in known:
                    message = f"clause {number} has no such reading in any of the agreements"
                    allowed = ", ".join(sorted(known)) or "none"
                    problems.append(Problem(award.id, None, f"readings.{number}", message, name,
                                            allowed, nearest(name, known)))  # fmt: skip
        return problems


def succession(texts: Agreement | Succession) -> Succession:
    """The texts in succession; an agreement alone is a succession of one."""
    if isinstance(texts, Succession):
        return texts
    return Succession((Text(texts.on or texts.id, agreement=texts),))


def _none_or_two(agreements: tuple[Text, ...]) -> list[Problem]:
    if not agreements:
        return [Problem("texts", None, "", "a succession has at least one agreement")]
    return [
        Problem(later.id, None, "begins", f"it begins on the date on which {one.id} begins too",
                day_text(later.first) if later.first is not None else "no date")
        for one, later in pairwise(agreements)
        if one.first == later.first
    ]  # fmt: skip


def _before(text: Text) -> str:
    assert text.first is not None, "a text without a first date begins before every date"
    begins = f"{text.id} begins on {day_text(text.first)}{text.taken}"
    return f"{begins}; no text that was in force before it is known."
