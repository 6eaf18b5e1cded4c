"""Meal breaks and rest periods against the tours in which they fall."""

from __future__ import annotations

from collections.abc import Iterator

from watchbill.agreement.model import Agreement, ScopedRule
from watchbill.kernel.clock import length_text
from watchbill.lint.remark import Gravity, Remark, remark
from watchbill.lint.scopes import can_cover_one
from watchbill.lint.stated import stated_cycles
from watchbill.rules.annual_tours import AnnualTours
from watchbill.rules.meal_break import MealBreak
from watchbill.rules.rest_periods import RestPeriods
from watchbill.rules.tours_allowed import ToursAllowed

CHECK = "breaks"


def remarks(agreement: Agreement) -> Iterator[Remark]:
    """Breaks that do not fit, and breaks in tours that nobody works."""
    for scoped in agreement.rules():
        rule = scoped.rule
        if isinstance(rule, MealBreak):
            yield from _meal(scoped, rule)
        elif isinstance(rule, RestPeriods) and rule.count * rule.length >= rule.in_tour:
            sentence = (
                f"{rule.count} rest periods of {length_text(rule.length)} leave nothing of a tour"
                f" of {length_text(rule.in_tour)}."
            )
            yield remark(CHECK, Gravity.ERROR, (scoped.clause,), sentence)
        if isinstance(rule, MealBreak | RestPeriods) and rule.in_tour is not None:
            known = _lengths(agreement, scoped)
            if known and rule.in_tour not in known:
                sentence = (
                    f"It speaks of tours of {length_text(rule.in_tour)}, and there are only tours"
                    f" of {', '.join(length_text(one) for one in sorted(known))}."
                )
                yield remark(CHECK, Gravity.WARNING, (scoped.clause,), sentence)


def _meal(scoped: ScopedRule, rule: MealBreak) -> Iterator[Remark]:
    begins = rule.not_before or 0
    ends = [end for end in (rule.done_by, rule.in_tour) if end is not None]
    if ends and begins + rule.length > min(ends):
        sentence = (
            f"A break of {length_text(rule.length)} that begins after {length_text(begins)} of duty"
            f" cannot be over after {length_text(min(ends))}."
        )
        yield remark(CHECK, Gravity.ERROR, (scoped.clause,), sentence,
                     length_text(begins + rule.length), length_text(min(ends)))  # fmt: skip


def _lengths(agreement: Agreement, breaks: ScopedRule) -> set[int]:
    """Every length of tour that somebody under the rule may work; none where one is open."""
    lengths: set[int] = {tour.length for tour in agreement.tours.values()}
    for _, _, cycle in stated_cycles(agreement):
        lengths |= {tour.length for _, tour in cycle.worked}
    for one in agreement.rules():
        if isinstance(one.rule, ToursAllowed) and can_cover_one(agreement, one, breaks):
            lengths |= set(one.rule.lengths)
        elif isinstance(one.rule, AnnualTours):
            lengths.add(one.rule.tour)
    return lengths
