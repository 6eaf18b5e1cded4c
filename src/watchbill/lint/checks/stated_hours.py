"""Stated hours against the stated rotation."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from watchbill.agreement.model import Agreement, ScopedRule
from watchbill.asking.asking import rules_of
from watchbill.kernel.clock import decimal_text
from watchbill.kernel.problems import BadInput
from watchbill.lint.remark import Gravity, Remark, remark
from watchbill.lint.stated import cycle_of
from watchbill.rotation.figures import figures
from watchbill.rules.rounding import agrees, year_of
from watchbill.rules.stating import StatesRotation

CHECK = "stated hours"


def remarks(agreement: Agreement) -> Iterator[Remark]:
    """Figures that do not follow from the pattern."""
    for scoped in rules_of(agreement):
        if isinstance(scoped.rule, StatesRotation):
            yield from _pattern(agreement, scoped, scoped.rule)


def _pattern(agreement: Agreement, scoped: ScopedRule, stated: StatesRotation) -> Iterator[Remark]:
    try:
        cycle = cycle_of(agreement, stated)
    except BadInput as bad:
        sentence = (
            f"The stated rotation {stated.pattern} cannot be read: {bad.problems[0].message}."
        )
        yield remark(CHECK, Gravity.ERROR, (scoped.clause,), sentence)
        return
    if cycle is None:
        return
    found = figures(cycle)
    for name, value, computed, unit in (
        ("days a cycle", stated.cycle_days, [Decimal(found.cycle_days)], "days"),
        ("hours a cycle", stated.hours_per_cycle, [found.hours_per_cycle], "h"),
        ("hours a week", stated.hours_per_week, [found.hours_per_week], "h/week"),
        ("hours a year", stated.hours_per_year,
         year_of(found.hours_per_week, stated.year_days), "h/year"),
    ):  # fmt: skip
        if value is None or agrees(Decimal(value), computed):
            continue
        own = decimal_text(computed[min(1, len(computed) - 1)])
        said = decimal_text(Decimal(value))
        sentence = f"The rotation {stated.pattern} comes to {own} {name}; the text says {said}."
        yield remark(CHECK, Gravity.ERROR, (scoped.clause,), sentence, f"{own} {unit}",
                     f"{said} {unit}")  # fmt: skip
