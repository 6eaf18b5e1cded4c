"""Stated hours against the stated rotation, and against each other."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from watchbill.agreement.model import Agreement, ScopedRule
from watchbill.kernel.clock import decimal_text, hours
from watchbill.kernel.problems import BadInput
from watchbill.lint.remark import Gravity, Remark, remark
from watchbill.lint.stated import agrees, cycle_of, one_figure, week_of, year_of
from watchbill.rotation.figures import figures
from watchbill.rules.annual_tours import AnnualTours
from watchbill.rules.rotation import Rotation

CHECK = "stated hours"


def remarks(agreement: Agreement) -> Iterator[Remark]:
    """Figures that do not follow from the pattern, or from one another."""
    for scoped in agreement.rules():
        if isinstance(scoped.rule, Rotation):
            yield from _pattern(agreement, scoped, scoped.rule)
            yield from _week_and_year(scoped, scoped.rule)
        elif isinstance(scoped.rule, AnnualTours):
            yield from _tours(scoped, scoped.rule)


def _pattern(agreement: Agreement, scoped: ScopedRule, stated: Rotation) -> Iterator[Remark]:
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


def _week_and_year(scoped: ScopedRule, stated: Rotation) -> Iterator[Remark]:
    week, year = stated.hours_per_week, stated.hours_per_year
    if week is None or year is None or one_figure(week, year, stated.year_days):
        return
    by_week, by_year = year_of(week)[1], week_of(year)[1]
    sentence = (
        f"{decimal_text(week)} hours a week are about {decimal_text(by_week.quantize(Decimal(1)))}"
        f" hours a year; the text says {decimal_text(year)}, which are about"
        f" {decimal_text(by_year)} hours a week."
    )
    yield remark(CHECK, Gravity.ERROR, (scoped.clause,), sentence,
                 f"{decimal_text(week)} h/week", f"{decimal_text(year)} h/year")  # fmt: skip


def _tours(scoped: ScopedRule, stated: AnnualTours) -> Iterator[Remark]:
    if stated.hours_per_week is None or not stated.weeks:
        return
    computed = hours(stated.tours * stated.tour) / stated.weeks
    if not agrees(stated.hours_per_week, [computed]):
        own, said = decimal_text(computed), decimal_text(stated.hours_per_week)
        sentence = (
            f"{stated.tours} tours of {stated.tour // 60} h in {stated.weeks} weeks are {own} hours"
            f" a week; the text says {said}."
        )
        yield remark(CHECK, Gravity.ERROR, (scoped.clause,), sentence, f"{own} h/week",
                     f"{said} h/week")  # fmt: skip
