"""Limits that another rule for the same people leaves nothing to do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import permutations

from watchbill.agreement.model import Agreement, ScopedRule
from watchbill.kernel.clock import decimal_text
from watchbill.lint.most_hours import longest_tour
from watchbill.lint.remark import Gravity, Remark, remark
from watchbill.lint.scopes import covers_all_of
from watchbill.lint.stated import one_figure, year_of
from watchbill.rules.annual_hours import AnnualHours
from watchbill.rules.average_hours import AverageHours
from watchbill.rules.base import ChecksPerson, Rule
from watchbill.rules.change_notice import ChangeNotice
from watchbill.rules.double_tours import DoubleTours
from watchbill.rules.free_days import FreeDays
from watchbill.rules.hours_in_window import HoursInWindow
from watchbill.rules.posting import Posting
from watchbill.rules.pricing import PaysByLength
from watchbill.rules.rest import Rest
from watchbill.rules.rest_after_run import RestAfterRun
from watchbill.rules.run_of_tours import RunOfTours
from watchbill.rules.unbroken_duty import UnbrokenDuty

CHECK = "rules that never apply"
_JUDGED = (ChecksPerson, Posting, ChangeNotice, PaysByLength)
LONGEST_CALL = 24 * 60


def remarks(agreement: Agreement) -> Iterator[Remark]:
    """Rules that cannot be broken while a stricter one for all the same people is kept."""
    rules = [one for one in agreement.rules() if isinstance(one.rule, _JUDGED)]
    told: set[int] = set()
    for (place, idle), (other, strict) in permutations(enumerate(rules), 2):
        if strict.rule.soft or place in told:
            continue
        lifted = strict.rule.lifted_by_emergency and not idle.rule.lifted_by_emergency
        less = idle.rule.all_duty and not strict.rule.all_duty
        twins = other > place and _says(strict) == _says(idle)
        if lifted or less or twins:  # of two alike the later one is idle
            continue
        why = _why(idle.rule, strict.rule)
        if why is not None and covers_all_of(agreement, strict, idle):
            told.add(place)
            yield _remark(idle, strict, why)


def _says(scoped: ScopedRule) -> str:
    return scoped.rule.says()


def _remark(idle: ScopedRule, strict: ScopedRule, why: str) -> Remark:
    judges = isinstance(idle.rule, ChecksPerson | Posting)
    never = "can never be broken while" if judges else "never pays more than"
    kept = " is kept" if judges else ""
    sentence = (
        f"{_says(idle).rstrip('.')}: this {never} {strict.clause.number}{kept}"
        f" ({_says(strict).rstrip('.')}){why}."
    )
    gravity = Gravity.NOTE if idle.rule.soft else Gravity.WARNING
    return remark(CHECK, gravity, (idle.clause, strict.clause), sentence)


def _why(idle: Rule, strict: Rule) -> str | None:
    """What to add, where the strict rule does all that the idle one could."""
    if isinstance(idle, AnnualHours) and isinstance(strict, AverageHours):
        return _year(idle, strict)
    return "" if any(reason(idle, strict) for reason in _REASONS) else None


def _year(idle: AnnualHours, strict: AverageHours) -> str | None:
    """In the long run; a single year may end within an averaging period."""
    years = year_of(strict.at_most, idle.year_days)
    if idle.at_most <= max(years) or one_figure(strict.at_most, idle.at_most, idle.year_days):
        return None
    return f", which is {decimal_text(years[1])} hours a year at most"


def _same_kind(idle: Rule, strict: Rule) -> bool:
    """Two limits of one kind over the same span."""
    if isinstance(idle, Rest) and isinstance(strict, Rest):
        return strict.at_least >= idle.at_least
    if isinstance(idle, AverageHours) and isinstance(strict, AverageHours):
        same = (idle.over, idle.begins) == (strict.over, strict.begins)
        return same and strict.at_most <= idle.at_most
    if isinstance(idle, AnnualHours) and isinstance(strict, AnnualHours):
        same = (idle.year_days, idle.begins) == (strict.year_days, strict.begins)
        return same and strict.at_most <= idle.at_most
    if isinstance(idle, FreeDays) and isinstance(strict, FreeDays):
        same = (idle.in_days, idle.begins) == (strict.in_days, strict.begins)
        return same and strict.at_least >= idle.at_least
    return False


def _windows(idle: Rule, strict: Rule) -> bool:
    """A long window is covered by so many short ones, each with its limit."""
    if not (isinstance(idle, HoursInWindow) and isinstance(strict, HoursInWindow)):
        return False
    for long, short in ((idle.days, strict.days), (idle.hours, strict.hours)):
        if long and short:
            return -(-long // short) * strict.at_most <= idle.at_most
    return False


def _posting(idle: Rule, strict: Rule) -> bool:
    return (
        isinstance(idle, Posting)
        and isinstance(strict, Posting)
        and strict.days_ahead >= idle.days_ahead
    )


def _notice(idle: Rule, strict: Rule) -> bool:
    """Less notice, or less for want of it, of the same change; one that pays nothing says only
    that notice is owed.
    """
    if not (isinstance(idle, ChangeNotice) and isinstance(strict, ChangeNotice)):
        return False
    same = replace(idle, days=0, multiple=None) == replace(strict, days=0, multiple=None)
    if not same or (idle.multiple is None) != (strict.multiple is None):
        return False
    return strict.days >= idle.days and (strict.multiple or 0) >= (idle.multiple or 0)


def _calls(idle: Rule, strict: Rule) -> bool:
    """However long the call, the other one pays as much."""
    if not (isinstance(idle, PaysByLength) and isinstance(strict, PaysByLength)):
        return False
    if type(idle) is not type(strict):
        return False
    return all(_pays(strict, worked) >= _pays(idle, worked) for worked in range(LONGEST_CALL))


def _pays(rule: PaysByLength, worked: int) -> Decimal:
    paid = rule.paid(worked)
    return Decimal(0) if paid is None else paid[0] * paid[1]


def _runs(idle: Rule, strict: Rule) -> bool:
    """No run is as long as the idle rule speaks of."""
    if not isinstance(strict, RunOfTours):
        return False
    longest = max(strict.at_most, strict.or_up_to or 0)
    if isinstance(idle, RunOfTours) and strict.of in ("any", idle.of):
        return longest <= idle.at_most
    if isinstance(idle, RestAfterRun) and strict.of in ("any", idle.of):
        return idle.run > longest
    return False


def _long_duty(idle: Rule, strict: Rule) -> bool:
    """No stretch of duty is as long as the idle rule speaks of."""
    longest = strict.at_most if isinstance(strict, UnbrokenDuty) else None
    if isinstance(idle, UnbrokenDuty) and longest is not None:
        return longest <= idle.at_most and idle.then_free is None
    if isinstance(idle, DoubleTours):
        tour = longest_tour(strict)
        too_short = tour is not None and tour < idle.tour
        return too_short or (longest is not None and longest < 2 * idle.tour)
    return False


_REASONS = (_same_kind, _windows, _runs, _long_duty, _posting, _notice, _calls)
