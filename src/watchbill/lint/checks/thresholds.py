"""Thresholds of overtime whose relation the file does not state: one excess may be paid twice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from watchbill.agreement.model import Agreement, Resolution, ScopedRule
from watchbill.asking.asking import rules_of
from watchbill.lint.remark import Gravity, Remark, remark
from watchbill.lint.scopes import can_cover_one
from watchbill.rules.pricing import PaysAbove

CHECK = "overtime thresholds"


def remarks(agreement: Agreement) -> Iterator[Remark]:
    """Two thresholds over other periods for one person with no word on both, or with two words."""
    above = [(one, one.rule) for one in rules_of(agreement) if isinstance(one.rule, PaysAbove)]
    if agreement.pay.resolution is None:
        for (one, rule), (other, beside) in combinations(above, 2):
            said = rule.takes_paid_overtime() or beside.takes_paid_overtime()
            same = rule.counted_over == beside.counted_over
            if not said and not same and can_cover_one(agreement, one, other):
                yield _unsaid(one, other)
    if agreement.pay.resolution is Resolution.GREATER_OF_TOTALS:
        for one, rule in above:
            if rule.looks_at_paid:
                yield _said_twice(one)


def _unsaid(one: ScopedRule, other: ScopedRule) -> Remark:
    sentence = (
        f"Both pay overtime above a threshold ({_said(one)}; {_said(other)}), and the file does not"
        " say how they stand to each other: the greatest multiple pays each minute, and one excess"
        " may be paid by both. Say it with resolution, under pay, or with paid_overtime."
    )
    return remark(CHECK, Gravity.WARNING, (one.clause, other.clause), sentence)


def _said_twice(one: ScopedRule) -> Remark:
    sentence = (
        f"The greater of the totals pays, and {_said(one)}: its total is made less by what is paid"
        " under the others, of which it may take the place."
    )
    return remark(CHECK, Gravity.WARNING, (one.clause,), sentence)


def _said(one: ScopedRule) -> str:
    return f"{one.clause.number}: {one.rule.says().rstrip('.')}"
