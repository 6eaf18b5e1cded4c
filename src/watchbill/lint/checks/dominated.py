"""Limits that another rule for the same people leaves nothing to do, as their kinds say."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from watchbill.agreement.model import Agreement, ScopedRule
from watchbill.asking.asking import rules_of
from watchbill.lint.remark import Gravity, Remark, remark
from watchbill.lint.scopes import covers_all_of
from watchbill.rules.pricing import Prices

CHECK = "rules that never apply"


def remarks(agreement: Agreement) -> Iterator[Remark]:
    """Rules that cannot be broken while a stricter one for all the same people is kept."""
    rules = list(rules_of(agreement))
    told: set[int] = set()
    for (place, idle), (other, strict) in permutations(enumerate(rules), 2):
        if strict.rule.soft or place in told:
            continue
        lifted = strict.rule.lifted_by_emergency and not idle.rule.lifted_by_emergency
        less = idle.rule.all_duty and not strict.rule.all_duty
        twins = other > place and _says(strict) == _says(idle)
        if lifted or less or twins:  # of two alike the later one is idle
            continue
        why = idle.rule.left_idle_by(strict.rule)
        if why is not None and covers_all_of(agreement, strict, idle):
            told.add(place)
            yield _remark(idle, strict, why)


def _says(scoped: ScopedRule) -> str:
    return scoped.rule.says()


def _remark(idle: ScopedRule, strict: ScopedRule, why: str) -> Remark:
    pays = isinstance(idle.rule, Prices)
    never = "never pays more than" if pays else "can never be broken while"
    kept = "" if pays else " is kept"
    sentence = (
        f"{_says(idle).rstrip('.')}: this {never} {strict.clause.number}{kept}"
        f" ({_says(strict).rstrip('.')}){why}."
    )
    gravity = Gravity.NOTE if idle.rule.soft else Gravity.WARNING
    return remark(CHECK, gravity, (idle.clause, strict.clause), sentence)
