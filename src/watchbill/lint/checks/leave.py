"""Leave that counts as worked and does not, for one purpose."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from watchbill.agreement.model import Agreement, Clause
from watchbill.lint.remark import Gravity, Remark, remark
from watchbill.lint.scopes import can_cover_one
from watchbill.rules.leave_counts import LeaveCounts
from watchbill.rules.work_period import WorkPeriod

CHECK = "leave"


def remarks(agreement: Agreement) -> Iterator[Remark]:
    """Kinds of leave on both lists of a work period, or in two rules that differ.

    What counts in a work period need not count elsewhere: those are not compared.
    """
    rules = list(agreement.rules())
    for one in rules:
        if isinstance(one.rule, WorkPeriod):
            both = set(one.rule.productive) & set(one.rule.not_productive)
            yield from _both(both, one.clause)
    for one, other in combinations(rules, 2):
        if not (isinstance(one.rule, LeaveCounts) and isinstance(other.rule, LeaveCounts)):
            continue
        if one.rule.as_worked is not other.rule.as_worked and can_cover_one(agreement, one, other):
            yield from _both(set(one.rule.kinds) & set(other.rule.kinds), one.clause, other.clause)


def _both(kinds: set[str], *clauses: Clause) -> Iterator[Remark]:
    if kinds:
        sentence = f"Leave ({', '.join(sorted(kinds))}) counts as worked, and does not count."
        yield remark(CHECK, Gravity.ERROR, clauses, sentence)
