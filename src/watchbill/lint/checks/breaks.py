"""Meal breaks and rest periods in tours that nobody works."""

from __future__ import annotations

from collections.abc import Iterator

from watchbill.agreement.model import Agreement, ScopedRule
from watchbill.asking.asking import rules_of
from watchbill.kernel.clock import length_text
from watchbill.lint.remark import Gravity, Remark, remark
from watchbill.lint.scopes import can_cover_one
from watchbill.lint.stated import stated_cycles
from watchbill.rules.stating import WithinTours

CHECK = "breaks"


def remarks(agreement: Agreement) -> Iterator[Remark]:
    """Breaks in tours of a length that nobody works."""
    for scoped in rules_of(agreement):
        rule = scoped.rule
        if isinstance(rule, WithinTours) and rule.in_tour is not None:
            known = _lengths(agreement, scoped)
            if known and rule.in_tour not in known:
                sentence = (
                    f"It speaks of tours of {length_text(rule.in_tour)}, and there are only tours"
                    f" of {', '.join(length_text(one) for one in sorted(known))}."
                )
                yield remark(CHECK, Gravity.WARNING, (scoped.clause,), sentence)


def _lengths(agreement: Agreement, breaks: ScopedRule) -> set[int]:
    """Every length of tour that somebody under the rule may work; none where one is open."""
    lengths: set[int] = {tour.length for tour in agreement.tours.values()}
    for _, _, cycle in stated_cycles(agreement):
        lengths |= {tour.length for _, tour in cycle.worked}
    for one in rules_of(agreement):
        worked = one.rule.lengths_worked()
        if worked and can_cover_one(agreement, one, breaks):
            lengths |= set(worked)
    return lengths
