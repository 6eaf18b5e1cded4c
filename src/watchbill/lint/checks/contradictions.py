"""Rules that contradict each other for the same person, pair by pair."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from watchbill.agreement.model import Agreement, ScopedRule
from watchbill.kernel.clock import Minutes, decimal_text, hours, length_text, time_text
from watchbill.lint.most_hours import longest_tour, most_hours_of_tours
from watchbill.lint.remark import Gravity, Remark, remark
from watchbill.lint.scopes import can_cover_one, somebody
from watchbill.lint.stated import one_figure
from watchbill.rules.annual_hours import AnnualHours
from watchbill.rules.annual_tours import AnnualTours
from watchbill.rules.base import Rule
from watchbill.rules.rotation import Rotation
from watchbill.rules.tours_allowed import ToursAllowed
from watchbill.rules.unbroken_duty import UnbrokenDuty

CHECK = "contradictions"


def remarks(agreement: Agreement) -> Iterator[Remark]:
    """The fewest rules that one person cannot all follow: a pair, or with the tours allowed."""
    rules = [one for one in agreement.rules() if not one.rule.soft]
    limits = [one for one in rules if not isinstance(one.rule, Rotation | AnnualTours)]
    for stating in rules:
        week = _stated_week(stating.rule)
        if week is not None:
            for limit in limits:
                if can_cover_one(agreement, stating, limit):
                    yield from _too_many(agreement, rules, stating, week, limit)
    tours = [one for one in rules if isinstance(one.rule, ToursAllowed | UnbrokenDuty)]
    for one, other in combinations(tours, 2):
        why = _no_tour(one.rule, other.rule) or _no_tour(other.rule, one.rule)
        if why is not None and can_cover_one(agreement, one, other):
            sentence = f"{why} ({_said(one)}; {_said(other)})."
            yield remark(CHECK, Gravity.ERROR, (one.clause, other.clause), sentence)


def _stated_week(rule: Rule) -> Decimal | None:
    """Hours a week that a text states of itself; those of a pattern are worked, not stated."""
    if isinstance(rule, Rotation) and rule.pattern is None:
        return rule.hours_per_week
    if isinstance(rule, AnnualTours) and rule.weeks:
        return hours(rule.tours * rule.tour) / rule.weeks
    return None


def _too_many(
    agreement: Agreement,
    rules: list[ScopedRule],
    stating: ScopedRule,
    week: Decimal,
    limit: ScopedRule,
) -> Iterator[Remark]:
    most = limit.rule.hours_a_week()
    lengths: ScopedRule | None = None
    if most is None:
        lengths = _shortest_list(agreement, rules, stating, limit)
        longest = None if lengths is None else longest_tour(lengths.rule)
        most = None if longest is None else most_hours_of_tours(limit.rule, longest)
    if most is None or week <= most or _one_figure(week, most, limit.rule):
        return
    if isinstance(limit.rule, AnnualHours):
        years = f"{decimal_text((week * 365 / 7).quantize(Decimal(1)))} a year"
        why = f"{decimal_text(week)} hours a week come to about {years}"
    else:
        why = f"{decimal_text(week)} hours a week are stated"
    together = [stating, limit] if lengths is None else [stating, limit, lengths]
    sentence = (
        f"{why}, and the text leaves room for {decimal_text(most)} a week at most"
        f" ({'; '.join(map(_said, together))})."
    )
    yield remark(CHECK, Gravity.ERROR, tuple(one.clause for one in together), sentence,
                 f"{decimal_text(week)} h/week", f"{decimal_text(most)} h/week")  # fmt: skip


def _one_figure(week: Decimal, most: Decimal, limit: Rule) -> bool:
    """Whether the limit is the stated figure, rounded or over a year counted otherwise."""
    if isinstance(limit, AnnualHours):
        return one_figure(week, limit.at_most, limit.year_days)
    return abs(week - most) < Decimal("0.05")


def _shortest_list(
    agreement: Agreement, rules: list[ScopedRule], *others: ScopedRule
) -> ScopedRule | None:
    """Of the lists of tours allowed to somebody under the others too, that of shortest tours."""
    found = [
        (longest, place)
        for place, one in enumerate(rules)
        if (longest := longest_tour(one.rule)) is not None and somebody(agreement, one, *others)
    ]
    return rules[min(found)[1]] if found else None


def _no_tour(one: Rule, other: Rule) -> str | None:
    """Why no tour can follow both."""
    if not isinstance(one, ToursAllowed):
        return None
    if isinstance(other, UnbrokenDuty):
        return _too_long(one, other.at_most)
    if not isinstance(other, ToursAllowed):
        return None
    if one.lengths and other.lengths and not set(one.lengths) & set(other.lengths):
        lists = (" or ".join(map(length_text, lengths)) for lengths in (one.lengths, other.lengths))
        return f"Tours of {' and of '.join(lists)} have no length in common"
    exact = not one.margin and not other.margin
    if exact and one.starts and other.starts and not set(one.starts) & set(other.starts):
        lists = (" or ".join(map(time_text, starts)) for starts in (one.starts, other.starts))
        return f"Starts at {' and at '.join(lists)} have none in common"
    return _too_long(one, other.at_most)


def _too_long(one: ToursAllowed, most: Minutes | None) -> str | None:
    if most is None or not one.lengths or min(one.lengths) <= most:
        return None
    shortest = length_text(min(one.lengths))
    return f"No tour is shorter than {shortest}, and none may be longer than {length_text(most)}"


def _said(one: ScopedRule) -> str:
    return f"{one.clause.number}: {one.rule.says().rstrip('.')}"
