"""Rules that can never apply: to nobody, or at limits that nothing can reach."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from watchbill.agreement.model import Agreement, ScopedRule
from watchbill.kernel.clock import DAY_MINUTES, WEEK_MINUTES
from watchbill.lint.remark import Gravity, Remark, remark
from watchbill.lint.scopes import somebody
from watchbill.rules.average_hours import AverageHours
from watchbill.rules.base import Rule
from watchbill.rules.free_days import FreeDays
from watchbill.rules.free_evenings import FreeEvenings
from watchbill.rules.free_run import FreeRun
from watchbill.rules.hours_in_window import HoursInWindow
from watchbill.rules.overtime_above import OvertimeAbove
from watchbill.rules.run_of_tours import RunOfTours
from watchbill.rules.staff_cap import StaffCap

CHECK = "rules that never apply"


def remarks(agreement: Agreement) -> Iterator[Remark]:
    """Rules whose clause and own scope have nobody in common, and idle limits."""
    for scoped in agreement.rules():
        if somebody(agreement, scoped) is None:
            sentence = (
                f"Nobody falls under it: the clause covers {scoped.clause.applies_to} and the rule"
                f" {scoped.rule.applies_to} ({scoped.rule.says().rstrip('.')})."
            )
            yield remark(CHECK, Gravity.ERROR, (scoped.clause,), sentence)
        yield from _idle(scoped)


def _idle(scoped: ScopedRule) -> Iterator[Remark]:
    for kind, reason in _IDLE:
        if isinstance(scoped.rule, kind):
            why = reason(scoped.rule)
            if why is not None:
                sentence = f"{scoped.rule.says().rstrip('.')}: {why}."
                yield remark(CHECK, Gravity.WARNING, (scoped.clause,), sentence)


def _average(rule: AverageHours) -> str | None:
    return "a week has no more than 168 hours" if rule.at_most * 60 >= WEEK_MINUTES else None


def _window(rule: HoursInWindow) -> str | None:
    length = rule.hours if rule.hours is not None else (rule.days or 0) * DAY_MINUTES
    return "the stretch is no longer than the limit" if rule.at_most >= length else None


def _run(rule: RunOfTours) -> str | None:
    if rule.or_up_to is not None and rule.or_up_to <= rule.at_most:
        return f"{rule.or_up_to} are allowed anyway"
    if (rule.or_up_to is None) != (rule.within is None):
        return "or_up_to and within are only of use together"
    return None


def _free(rule: FreeDays) -> str | None:
    if rule.at_least == 0:
        return "nothing is owed"
    return "there are not so many days" if rule.at_least > rule.in_days else None


def _free_run(rule: FreeRun) -> str | None:
    return "there are not so many days" if rule.days > rule.in_days else None


def _evenings(rule: FreeEvenings) -> str | None:
    weekdays = rule.in_days // 7 * 5 + min(rule.in_days % 7, 5)
    return "there are not so many weekday evenings" if rule.at_least > weekdays else None


def _cap(rule: StaffCap) -> str | None:
    above = rule.percent is not None and rule.percent >= 100
    return "that is everybody" if above else None


def _overtime(rule: OvertimeAbove) -> str | None:
    if rule.hours == "schedule":
        return None
    return "there are not so many hours" if rule.hours >= rule.in_days * 24 else None


_IDLE: tuple[tuple[type[Rule], Callable[[Any], str | None]], ...] = (
    (AverageHours, _average),
    (HoursInWindow, _window),
    (RunOfTours, _run),
    (FreeDays, _free),
    (FreeRun, _free_run),
    (FreeEvenings, _evenings),
    (StaffCap, _cap),
    (OvertimeAbove, _overtime),
)
