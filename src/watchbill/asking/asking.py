"""From texts and dates to the rules to ask.

The audit, the desk, the solvers, pay and the lint all ask here, so that none of them has a notion
of its own of what is in force, for whom, and how firmly.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from watchbill.agreement.computed import notes_of, refusal
from watchbill.agreement.model import Agreement, ScopedRule
from watchbill.agreement.succession import InForce, OutsideTerm, Spell, Succession, succession
from watchbill.asking.asked import Asked
from watchbill.kernel.clock import Day
from watchbill.kernel.problems import BadInput
from watchbill.records.people import Person

Texts = Agreement | Succession
F = TypeVar("F")
_Key = tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class Asking:
    """The rules to ask over some dates, in the order of the texts and of their clauses.

    A rule that stands unchanged in neighbouring spells is one, asked over both. ``spells`` are
    the dates asked about, with what is in force on each or why nothing is.
    """

    spells: tuple[Spell, ...]
    rules: tuple[Asked, ...]

    @property
    def outside(self) -> tuple[Spell, ...]:
        """The dates for which nothing is in force, and nothing is computed."""
        return tuple(one for one in self.spells if isinstance(one.answer, OutsideTerm))

    @property
    def notes(self) -> tuple[str, ...]:
        """What every answer for these dates says: which text goes on, and what is left out."""
        return notes_of(self.spells)

    def on(self, day: Day) -> Asking:
        """Those in force on that date."""
        spells = tuple(one for one in self.spells if one.first <= day <= one.last)
        return Asking(spells, tuple(one for one in self.rules if one.covers_day(day)))

    @property
    def agreement(self) -> Agreement:
        """The agreement in force on the first of the dates. There is one where any rule is."""
        return next(one.answer.agreement for one in self.spells if isinstance(one.answer, InForce))

    def having(self, face: type[F]) -> Iterator[tuple[Asked, F]]:
        """The rules that have the face, each with itself as that face."""
        for one in self.rules:
            if isinstance(one.rule, face):
                yield one, one.rule

    def binding(self, face: type[F]) -> Iterator[tuple[Asked, F]]:
        """Of those the limits: what is an effort forbids nothing."""
        return ((one, rule) for one, rule in self.having(face) if one.binds)

    def of(self, person: Person) -> tuple[Asked, ...]:
        """The rules that apply to the person."""
        return tuple(one for one in self.rules if one.covers(person))


def ask(texts: Texts, first: Day, last: Day) -> Asking:
    """The rules to ask from ``first`` to ``last``, both included.

    Where no text is in force there are none; :attr:`Asking.outside` says so.
    """
    spells = succession(texts).over(first, last)
    asked: list[Asked] = []
    last_spell: dict[_Key, int] = {}
    for spell in spells:
        if isinstance(spell.answer, OutsideTerm):
            last_spell = {}
            continue
        now: dict[_Key, int] = {}
        for key, scoped, text, nominal in _rules(spell.answer):
            before = last_spell.get(key)
            if before is not None and _same(asked[before], scoped, nominal):
                asked[before] = replace(asked[before], last=spell.last)
                now[key] = before
            else:
                now[key] = len(asked)
                asked.append(Asked(scoped, text, nominal, spell.first, spell.last))
        last_spell = now
    return Asking(spells, tuple(asked))


def ask_throughout(texts: Texts, first: Day, last: Day) -> Asking:
    """The rules to ask on dates of an act. Raises :class:`BadInput` where no text is in force on
    one of them: an act is not decided by half.
    """
    asking = ask(texts, first, last)
    if asking.outside:
        raise BadInput(map(refusal, asking.outside))
    return asking


def laid_out_under(texts: Texts, first: Day, last: Day) -> Agreement:
    """The agreement whose tours and time zone a schedule of these dates has: the first that is in
    force on any of them, and where none is, the first there is. A schedule stands whether or not
    anything is computed of it.
    """
    held = succession(texts)
    for spell in held.over(first, last):
        if isinstance(spell.answer, InForce):
            return spell.answer.agreement
    return held.first_agreement


def rules_of(agreement: Agreement) -> tuple[ScopedRule, ...]:
    """Every rule of an agreement read by itself, whatever the date, in the order of its clauses."""
    return tuple(agreement.rules())


def applying(rules: Iterable[ScopedRule], people: Iterable[Person]) -> tuple[ScopedRule, ...]:
    """Those of the rules that apply to any of the people."""
    people = tuple(people)
    return tuple(one for one in rules if any(map(one.covers, people)))


def _rules(held: InForce) -> Iterator[tuple[_Key, ScopedRule, str, bool]]:
    """The agreement's rules, then those of the statutes beneath it."""
    for text, agreement in ((held.text.id, held.agreement), *((a.id, a) for a in held.beneath)):
        for clause in agreement.clauses:
            for place, rule in enumerate(clause.rules):
                key = (text, clause.number, place)
                yield key, ScopedRule(clause, rule), text, agreement.nominal_hours


def _same(asked: Asked, scoped: ScopedRule, nominal: bool) -> bool:
    """Whether the rule stands as it did: itself, for the same people, on the same clock."""
    clauses = asked.clause, scoped.clause
    return (
        asked.rule == scoped.rule
        and clauses[0].applies_to == clauses[1].applies_to
        and asked.nominal == nominal
    )
