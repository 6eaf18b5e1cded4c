"""Two rules about one matter that answer differently for the same person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from itertools import combinations

from watchbill.agreement.model import Agreement, ScopedRule
from watchbill.asking.asking import rules_of
from watchbill.lint.remark import Gravity, Remark, remark
from watchbill.lint.scopes import can_cover_one
from watchbill.rules.base import Rule

CHECK = "contradictions"
_COMMON = {field.name for field in fields(Rule)}


def remarks(agreement: Agreement) -> Iterator[Remark]:
    """Pairs of a kind that has one answer a person, and has two."""
    rules = [one for one in rules_of(agreement) if one.rule.one_answer and one.binds]
    for one, other in combinations(rules, 2):
        if _differ(one.rule, other.rule) and can_cover_one(agreement, one, other):
            sentence = f"One person has two answers to one question ({_said(one)}; {_said(other)})."
            yield remark(CHECK, Gravity.ERROR, (one.clause, other.clause), sentence)


def _differ(one: Rule, other: Rule) -> bool:
    """Whether they are of one kind, about the same, and not alike."""
    if type(one) is not type(other):
        return False
    if any(getattr(one, name) != getattr(other, name) for name in one.about):
        return False
    own = [field.name for field in fields(one) if field.name not in _COMMON]
    return any(getattr(one, name) != getattr(other, name) for name in own)


def _said(one: ScopedRule) -> str:
    return f"{one.clause.number}: {one.rule.says().rstrip('.')}"
