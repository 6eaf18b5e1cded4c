"""Hours that are deemed, averaged or owed, against the rotations that they are meant for."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from watchbill.agreement.model import Agreement, ScopedRule
from watchbill.asking.asking import rules_of
from watchbill.kernel.clock import decimal_text
from watchbill.lint.remark import Gravity, Remark, remark
from watchbill.lint.scopes import can_cover_one, somebody
from watchbill.lint.stated import stated_cycles
from watchbill.rotation.cycle import Rotation as Cycle
from watchbill.rotation.figures import YEAR_DAYS, figures
from watchbill.rules.rounding import agrees, one_figure
from watchbill.rules.stating import StatesRotation

CHECK = "accounts of hours"


def remarks(agreement: Agreement) -> Iterator[Remark]:
    """Accounts that do not come out even."""
    rules = list(rules_of(agreement))
    cycles = stated_cycles(agreement)
    for account in rules:
        yield from _paid(agreement, account, cycles)
        if isinstance(account.rule, StatesRotation) and account.rule.pattern is None:
            week = account.rule.hours_per_week
            if week is not None:
                yield from _stated_for_all(agreement, account, week, cycles, rules)


def _paid(
    agreement: Agreement,
    account: ScopedRule,
    cycles: list[tuple[ScopedRule, StatesRotation, Cycle]],
) -> Iterator[Remark]:
    """Hours paid or deemed each week against those of the rotation."""
    paid = account.rule.week_paid()
    if paid is None:
        return
    week, verb = paid
    for stating, stated, cycle in cycles:
        own = figures(cycle).hours_per_week
        if not agrees(week, [own]) and can_cover_one(agreement, account, stating):
            sentence = (
                f"{decimal_text(week)} hours a week are {verb}, and {stated.pattern} has"
                f" {decimal_text(own)}."
            )
            yield remark(CHECK, Gravity.WARNING, (account.clause, stating.clause), sentence,
                         f"{decimal_text(own)} h/week", f"{decimal_text(week)} h/week")  # fmt: skip


def _stated_for_all(
    agreement: Agreement,
    general: ScopedRule,
    week: Decimal,
    cycles: list[tuple[ScopedRule, StatesRotation, Cycle]],
    rules: list[ScopedRule],
) -> Iterator[Remark]:
    """A week stated for people whose rotation has another, with what furlough makes good."""
    for stating, stated, cycle in cycles:
        if not can_cover_one(agreement, general, stating):
            continue
        year = figures(cycle).annual_hours
        off = [
            hours
            for one in rules
            if somebody(agreement, general, stating, one)
            if (hours := _hours_off(one, cycle)) is not None
        ]
        left = year - max(off, default=Decimal(0))
        if agrees(week, [left * 7 / YEAR_DAYS]) or one_figure(week, left):
            if off:
                yield _made_good(general, stating, week, year, left)
            continue
        without = f" ({decimal_text(left)} without furlough)" if off else ""
        sentence = (
            f"{decimal_text(week)} hours a week are stated, and {stated.pattern} has"
            f" {decimal_text(year)} hours a year{without}, which are"
            f" {decimal_text(left * 7 / YEAR_DAYS)} a week."
        )
        yield remark(CHECK, Gravity.ERROR, (general.clause, stating.clause), sentence,
                     f"{decimal_text(left * 7 / YEAR_DAYS)} h/week",
                     f"{decimal_text(week)} h/week")  # fmt: skip


def _made_good(
    general: ScopedRule, stating: ScopedRule, week: Decimal, year: Decimal, left: Decimal
) -> Remark:
    """Hours that differ until furlough is taken off: worth knowing, and no mistake."""
    pattern = stating.rule.pattern if isinstance(stating.rule, StatesRotation) else ""
    sentence = (
        f"{decimal_text(week)} hours a week are stated, and {pattern} has {decimal_text(year)}"
        f" hours a year; {decimal_text(year - left)} hours of furlough leave {decimal_text(left)},"
        f" which are {decimal_text(week)} a week."
    )
    return remark(CHECK, Gravity.NOTE, (general.clause, stating.clause), sentence,
                  f"{decimal_text(year)} h/year", f"{decimal_text(left)} h/year")  # fmt: skip


def _hours_off(account: ScopedRule, cycle: Cycle) -> Decimal | None:
    """Hours a year that the account takes off the rotation."""
    own = figures(cycle)
    tours = Decimal(own.tours_per_cycle) * YEAR_DAYS / own.cycle_days
    return account.rule.hours_off_a_year(tours, own.hours_per_cycle / own.tours_per_cycle)
