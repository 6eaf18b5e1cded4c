"""The most hours a week, in the long run, that a limit leaves to whoever keeps it.

The reasoning of each limit stands by itself, so that two rules that leave no room for each other
can be named without a third.
"""

from __future__ import annotations

from decimal import Decimal

from watchbill.kernel.clock import DAY_MINUTES, WEEK_MINUTES
from watchbill.rules.annual_hours import AnnualHours
from watchbill.rules.average_hours import AverageHours
from watchbill.rules.base import Rule
from watchbill.rules.free_days import FreeDays
from watchbill.rules.free_run import FreeRun
from watchbill.rules.hours_in_window import HoursInWindow
from watchbill.rules.rest import Rest
from watchbill.rules.run_of_tours import RunOfTours
from watchbill.rules.tours_allowed import ToursAllowed
from watchbill.rules.unbroken_duty import UnbrokenDuty

WEEK = Decimal(WEEK_MINUTES) / 60


def most_hours(rule: Rule) -> Decimal | None:
    """Hours a week that the rule by itself leaves at most; ``None`` where it sets no bound."""
    match rule:
        case AverageHours():
            return rule.at_most
        case AnnualHours() if rule.year_days > 0:
            return rule.at_most * 7 / rule.year_days
        case HoursInWindow():
            length = rule.hours if rule.hours is not None else (rule.days or 0) * DAY_MINUTES
            return WEEK * rule.at_most / length if length else None
        case UnbrokenDuty(then_free=int() as free) if rule.at_most and _every_long_one(rule):
            return WEEK * rule.at_most / (rule.at_most + free)
    return None


def most_hours_of_tours(rule: Rule, longest: int) -> Decimal | None:
    """The same where no tour is longer than so many minutes and there is one a day at most."""
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


def _every_long_one(rule: UnbrokenDuty) -> bool:
    """Whether the time off follows the longest stretches alone, or shorter ones too."""
    return rule.after is None or rule.after >= rule.at_most


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
