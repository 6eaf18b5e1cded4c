"""Rules that contradict each other for the same person, pair by pair."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from watchbill.agreement.model import Agreement, ScopedRule
from watchbill.asking.asking import rules_of
from watchbill.kernel.clock import decimal_text
from watchbill.lint.remark import Gravity, Remark, remark
from watchbill.lint.scopes import can_cover_one, somebody

CHECK = "contradictions"


def remarks(agreement: Agreement) -> Iterator[Remark]:
    """The fewest rules that one person cannot all follow: a pair, or with the tours allowed."""
    rules = [one for one in rules_of(agreement) if one.binds]
    limits = [one for one in rules if one.rule.week_stated() is None]
    for stating in rules:
        week = stating.rule.week_stated()
        if week is not None:
            for limit in limits:
                if can_cover_one(agreement, stating, limit):
                    yield from _too_many(agreement, rules, stating, week, limit)


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
        longest = None if lengths is None else lengths.rule.longest_tour()
        most = None if longest is None else limit.rule.hours_a_week_of(longest)
    if most is None or week <= most or limit.rule.is_week(week, most):
        return
    by_year = limit.rule.hours_a_year() is not None and limit.rule.average_a_week() is None
    if by_year:
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


def _shortest_list(
    agreement: Agreement, rules: list[ScopedRule], *others: ScopedRule
) -> ScopedRule | None:
    """Of the lists of tours allowed to somebody under the others too, that of shortest tours."""
    found = [
        (longest, place)
        for place, one in enumerate(rules)
        if (longest := one.rule.longest_tour()) is not None and somebody(agreement, one, *others)
    ]
    return rules[min(found)[1]] if found else None


def _said(one: ScopedRule) -> str:
    return f"{one.clause.number}: {one.rule.says().rstrip('.')}"
