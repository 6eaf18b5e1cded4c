"""Rules of clauses changed or gone, and the agreement with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from watchbill.agreement.model import Agreement, Clause
from watchbill.rules.base import Rule


@dataclass(frozen=True, slots=True)
class ChangedClause:
    """A rule of a clause as it was and as it would be; ``None`` where it would be gone."""

    clause: str
    was: Rule
    now: Rule | None


def with_rules(agreement: Agreement, changed: Sequence[ChangedClause]) -> Agreement:
    """The agreement with these rules changed or gone; the rest stands as it is."""
    by_place = {(one.clause, id(one.was)): one.now for one in changed}

    def clause_with(clause: Clause) -> Clause:
        rules = (by_place.get((clause.number, id(rule)), rule) for rule in clause.rules)
        return replace(clause, rules=tuple(rule for rule in rules if rule is not None))

    return replace(agreement, clauses=tuple(map(clause_with, agreement.clauses)))
