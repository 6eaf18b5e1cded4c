"""What a rule finds odd about itself, or about itself beside another for the same person.

Which rules go badly together, each kind of rule says.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from watchbill.agreement.model import Agreement, ScopedRule
from watchbill.asking.asking import rules_of
from watchbill.lint.remark import Remark, doubted
from watchbill.lint.scopes import can_cover_one


def remarks(agreement: Agreement) -> Iterator[Remark]:
    """Every doubt of a rule, and every doubt of a pair."""
    rules = list(rules_of(agreement))
    for one in rules:
        for doubt in one.rule.doubts():
            yield doubted(doubt, one.clause)
    for one, other in combinations(rules, 2):
        found = list(_of_pair(one, other))
        if found and can_cover_one(agreement, one, other):
            yield from found


def _of_pair(one: ScopedRule, other: ScopedRule) -> Iterator[Remark]:
    """The doubts of the first, or of the other where the first has none."""
    own = [doubted(doubt, one.clause, other.clause) for doubt in one.rule.doubts_with(other.rule)]
    yield from own
    if not own:
        for doubt in other.rule.doubts_with(one.rule):
            yield doubted(doubt, other.clause, one.clause)
