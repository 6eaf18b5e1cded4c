"""The most hours a week that a limit leaves together with the length of the tours.

What a limit leaves by itself, each kind of rule says; two rules that leave no room for each other
can so be named without a third.
"""

from __future__ import annotations

from decimal import Decimal

from watchbill.kernel.clock import WEEK_MINUTES
from watchbill.rules.base import Rule
from watchbill.rules.free_days import FreeDays
from watchbill.rules.free_run import FreeRun
from watchbill.rules.rest import Rest
from watchbill.rules.run_of_tours import RunOfTours
from watchbill.rules.tours_allowed import ToursAllowed

WEEK = Decimal(WEEK_MINUTES) / 60


def most_hours_of_tours(rule: Rule, longest: int) -> Decimal | None:
    """The most that it leaves where no tour is longer than so many minutes and a day has one at
    most; ``None`` where it sets no bound.
    """
    match rule:
        case Rest() if longest:
            return WEEK * longest / (longest + rule.at_least)
        case FreeDays():
            return _share(rule.in_days - rule.at_least, rule.in_days, longest)
        case FreeRun():
            return _share(rule.in_days - rule.days, rule.in_days, longest)
        case RunOfTours(of="any"):
            run = max(rule.at_most, rule.or_up_to or 0)
            return _share(run, run + 1, longest)
    return None


def _share(worked: int, days: int, longest: int) -> Decimal | None:
    """A tour on so many of so many days."""
    if days <= 0:
        return None
    return Decimal(7 * longest * max(worked, 0)) / (60 * days)


def longest_tour(rule: Rule) -> int | None:
    """The longest tour that the rule allows, in minutes, where it says."""
    if not isinstance(rule, ToursAllowed):
        return None
    limits = [rule.at_most] if rule.at_most is not None else []
    if rule.lengths:
        limits.append(max(rule.lengths))
    return min(limits, default=None)
