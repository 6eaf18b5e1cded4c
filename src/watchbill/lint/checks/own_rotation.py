"""The stated rotation, worked as stated, against the limits of its own agreement."""

from __future__ import annotations

from collections.abc import Iterator

from watchbill.agreement.model import Agreement, ScopedRule
from watchbill.lint.laid_out import limits_of, ways
from watchbill.lint.remark import Gravity, Remark, remark
from watchbill.lint.scopes import can_cover_one
from watchbill.lint.stated import stated_cycles
from watchbill.rotation.cycle import Rotation as Cycle
from watchbill.rotation.figures import figures
from watchbill.rules.base import Breach, ChecksPerson
from watchbill.rules.rounding import agrees
from watchbill.rules.stating import StatesRotation

CHECK = "own rotation"


def remarks(agreement: Agreement) -> Iterator[Remark]:
    """Limits that somebody who works the stated rotation breaks however it is begun."""
    limits = limits_of(agreement)
    for stating, stated, cycle in stated_cycles(agreement):
        for limit, rule in limits:
            if can_cover_one(agreement, stating, limit):
                breach = broken(agreement, stated, cycle, rule)
                if breach is not None:
                    yield _remark(stating, stated, cycle, limit, breach)


def broken(
    agreement: Agreement, stated: StatesRotation, cycle: Cycle, rule: ChecksPerson
) -> Breach | None:
    """The first breach of the likeliest way to work the rotation, where every way has one."""
    first: Breach | None = None
    for way in ways(agreement, stated, cycle, rule):
        breach = way.first_breach(rule)
        if breach is None:
            return None
        first = first or breach
    return first


def _remark(
    stating: ScopedRule, stated: StatesRotation, cycle: Cycle, limit: ScopedRule, breach: Breach
) -> Remark:
    where = "of the same clause" if limit.clause is stating.clause else f"of {limit.clause.number}"
    sentence = (
        f"Whoever works {stated.pattern} breaks a limit {where}: it comes to {breach.measured},"
        f" and the limit is {breach.limit} ({limit.rule.says().rstrip('.')})"
    )
    cut = _only_cut_short(cycle, breach)
    if cut:
        sentence += ", though whole cycles keep it: the period ends within one"
    gravity = Gravity.NOTE if limit.rule.soft or cut else Gravity.ERROR
    return remark(CHECK, gravity, (stating.clause, limit.clause), f"{sentence}.",
                  str(breach.measured), str(breach.limit))  # fmt: skip


def _only_cut_short(cycle: Cycle, breach: Breach) -> bool:
    """Whether an average is above its limit only as a period ends in mid-cycle, by a rounding."""
    limit = breach.limit.amount
    return (
        breach.limit.unit == "h/week"
        and figures(cycle).hours_per_week <= limit
        and agrees(limit, [breach.measured.amount])
    )
