"""Limits that a rotation keeps to the minute, and a clock change breaks."""

from __future__ import annotations

from collections.abc import Iterator

from watchbill.agreement.model import Agreement, ScopedRule
from watchbill.lint.checks.own_rotation import broken
from watchbill.lint.laid_out import lay_out, limits_of
from watchbill.lint.remark import Gravity, Remark, remark
from watchbill.lint.scopes import can_cover_one
from watchbill.lint.stated import stated_cycles
from watchbill.rotation.cycle import Rotation as Cycle
from watchbill.rules.base import Breach, ChecksPerson

CHECK = "clock changes"
ONLY_NOTES = True
MOST_STARTS = 56
"""Days of a cycle that are tried as its first; the platoons of a rotation start on some."""


def remarks(agreement: Agreement) -> Iterator[Remark]:
    """Limits without an hour of room, for the night on which the clocks change."""
    limits = limits_of(agreement)
    for stating, stated, cycle in stated_cycles(agreement):
        for limit, rule in limits:
            if not can_cover_one(agreement, stating, limit):
                continue
            if broken(agreement, stated, cycle, rule) is not None:
                continue  # broken all the year round
            breach = _by_the_clock(agreement, cycle, rule)
            if breach is not None:
                yield _remark(stating, stated.pattern or "", limit, breach)


def _by_the_clock(agreement: Agreement, cycle: Cycle, rule: ChecksPerson) -> Breach | None:
    """A breach that one of the platoons has in the agreement's zone and would not have without."""
    for shift in range(min(cycle.days, MOST_STARTS)):
        breach = lay_out(cycle, shift, agreement.zone).first_breach(rule)
        if breach is not None and lay_out(cycle, shift).first_breach(rule) is None:
            return breach
    return None


def _remark(stating: ScopedRule, pattern: str, limit: ScopedRule, breach: Breach) -> Remark:
    sentence = (
        f"{pattern} leaves no room for a clock change: whoever is on duty through it comes to"
        f" {breach.measured}, and the limit is {breach.limit} ({limit.rule.says().rstrip('.')})."
    )
    return remark(CHECK, Gravity.NOTE, (limit.clause, stating.clause), sentence,
                  str(breach.measured), str(breach.limit))  # fmt: skip
