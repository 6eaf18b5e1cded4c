"""Of some dates, the part for which a text is in force; the rest is said, not computed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from watchbill.agreement.model import Agreement
from watchbill.agreement.succession import InForce, OutsideTerm, Spell, Succession, succession
from watchbill.kernel.clock import Day, day_text
from watchbill.kernel.problems import BadInput, Problem


@dataclass(frozen=True, slots=True)
class Computed:
    """Dates for which an answer is computed, ``first`` to ``last``, both included.

    ``spells`` are all that were asked about, in order. Between ``first`` and ``last`` there may be
    dates outside every term too, where a text ends some time before the next begins.
    """

    first: Day
    last: Day
    spells: tuple[Spell, ...]

    @property
    def outside(self) -> tuple[Spell, ...]:
        """The spells for which nothing is computed."""
        return tuple(one for one in self.spells if isinstance(one.answer, OutsideTerm))

    @property
    def inside(self) -> tuple[tuple[Spell, InForce], ...]:
        """The spells for which a text is in force, each with it."""
        return tuple((one, one.answer) for one in self.spells if isinstance(one.answer, InForce))

    def covers(self, day: Day) -> bool:
        """Whether an answer is computed for that date."""
        return any(spell.first <= day <= spell.last for spell, _ in self.inside)

    @property
    def at_first(self) -> Agreement:
        """The agreement in force on the first date computed."""
        return self.inside[0][1].agreement

    @property
    def notes(self) -> tuple[str, ...]:
        """What every answer for these dates says: which text goes on, and what is left out."""
        return notes_of(self.spells)


def notes_of(spells: Iterable[Spell]) -> tuple[str, ...]:
    """What every answer for these dates says: which text goes on, and what is left out."""
    spells = tuple(spells)
    inside = (one.answer for one in spells if isinstance(one.answer, InForce))
    gone_on = dict.fromkeys(one.note for one in inside if one.note is not None)
    return (*gone_on, *(not_computed(one) for one in spells if isinstance(one.answer, OutsideTerm)))


def computed(texts: Agreement | Succession, first: Day, last: Day) -> Computed:
    """The part of the dates from ``first`` to ``last`` for which an answer is computed.

    Raises :class:`BadInput` where no text is in force on any of them.
    """
    spells = succession(texts).over(first, last)
    inside = [one for one in spells if isinstance(one.answer, InForce)]
    if not inside:
        raise BadInput([refusal(one) for one in spells])
    return Computed(inside[0].first, inside[-1].last, spells)


def not_computed(spell: Spell) -> str:
    """That nothing is computed for the spell, why, and what to enter."""
    assert isinstance(spell.answer, OutsideTerm)
    return f"Not computed: {spell}. {spell.answer.sentence} To enter: {spell.answer.enter}."


def refusal(spell: Spell) -> Problem:
    """That nothing is computed for the spell, as bad input with what to enter."""
    assert isinstance(spell.answer, OutsideTerm)
    found = str(spell) if spell.first < spell.last else day_text(spell.first)
    message = f"no agreement is in force then: {spell.answer.sentence.removesuffix('.')}"
    return Problem("in force", None, "", message, found, spell.answer.enter)
