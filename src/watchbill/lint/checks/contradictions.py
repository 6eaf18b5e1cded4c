"""Rules that contradict each other for the same person, pair by pair."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from watchbill.agreement.model import Agreement, ScopedRule
from watchbill.kernel.clock import Minutes, decimal_text, length_text, time_text
from watchbill.lint.remark import Gravity, Remark, remark
from watchbill.lint.scopes import can_cover_one
from watchbill.lint.stated import agrees, year_of
from watchbill.rules.annual_hours import AnnualHours
from watchbill.rules.average_hours import AverageHours
from watchbill.rules.base import Rule
from watchbill.rules.rotation import Rotation
from watchbill.rules.tours_allowed import ToursAllowed

CHECK = "contradictions"


def remarks(agreement: Agreement) -> Iterator[Remark]:
    """Pairs of rules that one person cannot follow both of."""
    rules = [one for one in agreement.rules() if not one.rule.soft]
    for one, other in combinations(rules, 2):
        why = _clash(one.rule, other.rule) or _clash(other.rule, one.rule)
        if why is not None and can_cover_one(agreement, one, other):
            yield _remark(one, other, why)


def _remark(one: ScopedRule, other: ScopedRule, why: str) -> Remark:
    pair = f"{one.rule.says().rstrip('.')}; {other.rule.says().rstrip('.')}"
    sentence = f"{why} ({pair})."
    return remark(CHECK, Gravity.ERROR, (one.clause, other.clause), sentence)


def _clash(one: Rule, other: Rule) -> str | None:
    if isinstance(one, Rotation) and one.hours_per_week is not None:
        if isinstance(other, AverageHours) and one.hours_per_week > other.at_most:
            return (
                f"{decimal_text(one.hours_per_week)} hours a week are stated, and at most"
                f" {decimal_text(other.at_most)} are allowed"
            )
        if isinstance(other, AnnualHours):
            return _year(one, other)
    if isinstance(one, ToursAllowed) and isinstance(other, ToursAllowed):
        return _tours(one, other)
    return None


def _year(stated: Rotation, limit: AnnualHours) -> str | None:
    assert stated.hours_per_week is not None
    years = year_of(stated.hours_per_week)
    if min(years) <= limit.at_most or agrees(limit.at_most, years):
        return None
    return (
        f"{decimal_text(stated.hours_per_week)} hours a week come to about"
        f" {decimal_text(years[1])} a year, and at most {decimal_text(limit.at_most)} are allowed"
    )


def _tours(one: ToursAllowed, other: ToursAllowed) -> str | None:
    """Two lists of tours that have none in common leave none to be worked."""
    if one.lengths and other.lengths and not set(one.lengths) & set(other.lengths):
        lists = (" or ".join(map(length_text, lengths)) for lengths in (one.lengths, other.lengths))
        return f"Tours of {' and of '.join(lists)} have no length in common"
    for lengths, most in ((one.lengths, other.at_most), (other.lengths, one.at_most)):
        if lengths and most is not None and min(lengths) > most:
            shortest = length_text(Minutes(min(lengths)))
            return f"No tour is shorter than {shortest}, and none may be longer than" + (
                f" {length_text(most)}"
            )
    exact = not one.margin and not other.margin
    if exact and one.starts and other.starts and not set(one.starts) & set(other.starts):
        lists = (" or ".join(map(time_text, starts)) for starts in (one.starts, other.starts))
        return f"Starts at {' and at '.join(lists)} have none in common"
    return None
