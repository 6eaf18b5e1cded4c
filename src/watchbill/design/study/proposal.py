"""A proposal at the table: an agreement with one thing changed, and what is said of it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from watchbill.agreement.model import Agreement, Clause, ScopedRule
from watchbill.kernel.clock import Minutes, length_text
from watchbill.records.people import Person
from watchbill.rules.base import Rule


@dataclass(frozen=True, slots=True)
class Change:
    """A clause as it stands and as the proposal would have it, and that this is assumed."""

    clause: str
    heading: str
    was: str
    now: str
    assumed: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """An agreement with the changes made to it; none where it allows what is proposed."""

    agreement: Agreement
    changes: tuple[Change, ...]


def with_tours_of(agreement: Agreement, length: Minutes, members: Collection[Person]) -> Proposal:
    """The agreement with tours of that length allowed to its members in place of what it allows.

    Only rules on lengths of tours that cover any of them are changed; the rest stands as it is.
    """
    changes: list[Change] = []
    clauses = tuple(_clause_with(clause, length, members, changes) for clause in agreement.clauses)
    return Proposal(replace(agreement, clauses=clauses), tuple(changes))


def _clause_with(
    clause: Clause, length: Minutes, members: Collection[Person], changes: list[Change]
) -> Clause:
    rules: list[Rule] = []
    for rule in clause.rules:
        covered = any(map(ScopedRule(clause, rule).covers, members))
        now = rule.allowing(length) if covered else rule
        if now is not rule:
            changes.append(
                Change(
                    clause.number,
                    clause.heading,
                    rule.says(),
                    now.says(),
                    f"Assumed so that rotations of tours of {length_text(length)} can be compared;"
                    " nobody has proposed it.",
                )
            )
        rules.append(now)
    return replace(clause, rules=tuple(rules))
