"""The hours of a year that an agreement has a person work, and the clause that says so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from watchbill.agreement.model import Agreement, ScopedRule
from watchbill.asking.asking import rules_of
from watchbill.kernel.problems import BadInput, Problem
from watchbill.lint.stated import cycle_of
from watchbill.records.people import Person
from watchbill.rotation.figures import YEAR_DAYS
from watchbill.rules.base import Rule
from watchbill.rules.stating import StatesRotation


@dataclass(frozen=True, slots=True)
class Contracted:
    """``hours`` of one person in a year of 365 days.

    ``clause`` is where they come from (``None`` where they are given by hand) and ``says`` what it
    says; ``assumed`` where that clause is an assumption. ``others`` are clauses that give other
    people other hours, in words.
    """

    hours: Fraction
    clause: str | None
    says: str
    assumed: bool = False
    others: tuple[str, ...] = ()


def contracted(agreement: Agreement, people: Sequence[Person]) -> Contracted:
    """The hours that most of the ``people`` have, of those with a place in a rotation if any have.

    Read from their rule of annual hours; failing that, of annual tours, of their rotation, and of
    average hours a week. A limit is taken to be worked in full. Raises :class:`BadInput` where
    the agreement says nothing of the sort.
    """
    found = _found(agreement)
    placed = [person for person in people if person.platoon is not None] or people
    chosen = Counter(
        own for person in placed if (own := _of(found, person)) is not None
    ).most_common()
    if not chosen and not placed and found:
        chosen = [(0, 1)]
    if not chosen:
        message = "the agreement has no hours of a year for these people; say them"
        raise BadInput([Problem(agreement.file, None, "", message, None, "--annual-hours 2080")])
    (first, _), *others = chosen
    scoped, hours = found[first]
    return Contracted(
        hours,
        scoped.clause.number,
        scoped.rule.says(),
        scoped.clause.assumed is not None,
        tuple(
            f"{found[place][0].clause.number}: {found[place][0].rule.says()}"
            for place, _ in others
            if found[place][1] != hours
        ),
    )


def _of(found: Sequence[tuple[ScopedRule, Fraction]], person: Person) -> int | None:
    """The place of the first rule that covers the person."""
    return next((place for place, (one, _) in enumerate(found) if one.covers(person)), None)


def _found(agreement: Agreement) -> list[tuple[ScopedRule, Fraction]]:
    """Rules in force that say hours of a year, the kinds in the order in which they count."""
    found = []
    ruling = [one for one in rules_of(agreement) if one.rule.contracts and one.binds]
    for scoped in sorted(ruling, key=lambda one: one.rule.contracts or 0):
        hours = _hours(agreement, scoped.rule)
        if hours:
            found.append((scoped, hours))
    return found


def _hours(agreement: Agreement, rule: Rule) -> Fraction | None:
    """What the rule says, or the hours of the pattern that it states."""
    said = rule.hours_a_year()
    if said is not None or not isinstance(rule, StatesRotation):
        return said
    try:
        cycle = cycle_of(agreement, rule)
    except BadInput:  # told by the check of the agreement
        return None
    if cycle is None:
        return None
    return Fraction(sum(tour.length for _, tour in cycle.worked) * YEAR_DAYS, 60 * cycle.days)
