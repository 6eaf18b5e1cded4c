"""Hours that are deemed, averaged or owed, against the rotations that they are meant for."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from watchbill.agreement.model import Agreement, ScopedRule
from watchbill.kernel.clock import decimal_text, hours
from watchbill.lint.remark import Gravity, Remark, remark
from watchbill.lint.scopes import can_cover_one, somebody
from watchbill.lint.stated import agrees, one_figure, stated_cycles
from watchbill.rotation.cycle import Rotation as Cycle
from watchbill.rotation.figures import YEAR_DAYS, figures
from watchbill.rules.annual_tours import AnnualTours
from watchbill.rules.averaged_pay import AveragedPay
from watchbill.rules.base import Rule
from watchbill.rules.debit_account import DebitAccount
from watchbill.rules.deemed_hours import DeemedHours
from watchbill.rules.furlough_account import FurloughAccount
from watchbill.rules.rotation import Rotation

CHECK = "accounts of hours"


def remarks(agreement: Agreement) -> Iterator[Remark]:
    """Accounts that do not come out even."""
    rules = list(agreement.rules())
    cycles = stated_cycles(agreement)
    for account in rules:
        yield from _paid(agreement, account, cycles)
        if isinstance(account.rule, DebitAccount):
            yield from _debit(agreement, account, account.rule, rules)
        if isinstance(account.rule, Rotation) and account.rule.pattern is None:
            week = account.rule.hours_per_week
            if week is not None:
                yield from _stated_for_all(agreement, account, week, cycles, rules)


def _paid(
    agreement: Agreement,
    account: ScopedRule,
    cycles: list[tuple[ScopedRule, Rotation, Cycle]],
) -> Iterator[Remark]:
    """Hours paid or deemed each week against those of the rotation."""
    week, verb = _weekly(account.rule)
    if week is None:
        return
    for stating, stated, cycle in cycles:
        own = figures(cycle).hours_per_week
        if not agrees(week, [own]) and can_cover_one(agreement, account, stating):
            sentence = (
                f"{decimal_text(week)} hours a week are {verb}, and {stated.pattern} has"
                f" {decimal_text(own)}."
            )
            yield remark(CHECK, Gravity.WARNING, (account.clause, stating.clause), sentence,
                         f"{decimal_text(own)} h/week", f"{decimal_text(week)} h/week")  # fmt: skip


def _weekly(rule: Rule) -> tuple[Decimal | None, str]:
    if isinstance(rule, DeemedHours):
        return rule.hours_per_week, "deemed worked"
    if isinstance(rule, AveragedPay):
        return rule.paid_hours, "paid on average"
    return None, ""


def _debit(
    agreement: Agreement, account: ScopedRule, debit: DebitAccount, rules: list[ScopedRule]
) -> Iterator[Remark]:
    """Regular, scheduled and floating tours against the tours of the year."""
    total = debit.regular + debit.scheduled + debit.floating
    for stating in rules:
        year = stating.rule
        if not isinstance(year, AnnualTours) or not can_cover_one(agreement, account, stating):
            continue
        if (total, debit.tour) != (year.tours, year.tour):
            sentence = (
                f"{debit.regular} regular, {debit.scheduled} scheduled and {debit.floating}"
                f" floating tours are {total} of {decimal_text(hours(debit.tour))} h; the year is"
                f" said to have {year.tours} of {decimal_text(hours(year.tour))} h."
            )
            yield remark(CHECK, Gravity.ERROR, (account.clause, stating.clause), sentence,
                         f"{total} tours", f"{year.tours} tours")  # fmt: skip


def _stated_for_all(
    agreement: Agreement,
    general: ScopedRule,
    week: Decimal,
    cycles: list[tuple[ScopedRule, Rotation, Cycle]],
    rules: list[ScopedRule],
) -> Iterator[Remark]:
    """A week stated for people whose rotation has another, with what furlough makes good."""
    furlough = [one for one in rules if isinstance(one.rule, FurloughAccount)]
    for stating, stated, cycle in cycles:
        if not can_cover_one(agreement, general, stating):
            continue
        year = figures(cycle).annual_hours
        off = [_furlough_hours(one.rule, cycle) for one in furlough
               if somebody(agreement, general, stating, one)]  # fmt: skip
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
    pattern = stating.rule.pattern if isinstance(stating.rule, Rotation) else ""
    sentence = (
        f"{decimal_text(week)} hours a week are stated, and {pattern} has {decimal_text(year)}"
        f" hours a year; {decimal_text(year - left)} hours of furlough leave {decimal_text(left)},"
        f" which are {decimal_text(week)} a week."
    )
    return remark(CHECK, Gravity.NOTE, (general.clause, stating.clause), sentence,
                  f"{decimal_text(year)} h/year", f"{decimal_text(left)} h/year")  # fmt: skip


def _furlough_hours(rule: Rule, cycle: Cycle) -> Decimal:
    """Hours a year that the account takes off the rotation."""
    if not isinstance(rule, FurloughAccount):
        return Decimal(0)
    if rule.hours is not None:
        return rule.hours
    found = figures(cycle)
    worked = Decimal(found.tours_per_cycle) * YEAR_DAYS / found.cycle_days
    spared = worked - (YEAR_DAYS - (rule.days or 0))
    return max(spared, Decimal(0)) * found.hours_per_cycle / found.tours_per_cycle
