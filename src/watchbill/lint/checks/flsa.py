"""The rotation's hours against the ceiling of its work period (29 CFR 553.230)."""

from __future__ import annotations

from collections.abc import Iterator

from watchbill.agreement.model import Agreement, ScopedRule
from watchbill.kernel.clock import DAY_MINUTES, hours_text
from watchbill.kernel.problems import BadInput
from watchbill.lint.checks.own_rotation import worked
from watchbill.lint.remark import Gravity, Remark, remark
from watchbill.lint.scopes import can_cover_one
from watchbill.lint.stated import cycle_of
from watchbill.records.timeline import Timeline
from watchbill.rules.rotation import Rotation
from watchbill.rules.work_period import WorkPeriod

CHECK = "work period"


def remarks(agreement: Agreement) -> Iterator[Remark]:
    """Rotations whose fullest work period is above the ceiling: overtime is built in."""
    rules = list(agreement.rules())
    for paying in rules:
        if not isinstance(paying.rule, WorkPeriod):
            continue
        for stating in rules:
            if isinstance(stating.rule, Rotation) and can_cover_one(agreement, paying, stating):
                yield from _compare(agreement, paying, paying.rule, stating, stating.rule)


def _compare(
    agreement: Agreement,
    paying: ScopedRule,
    period: WorkPeriod,
    stating: ScopedRule,
    stated: Rotation,
) -> Iterator[Remark]:
    try:
        cycle = cycle_of(agreement, stated)
    except BadInput:
        return
    if cycle is None:
        return
    line, _ = worked(cycle)
    fullest = max(_periods(line, period.days), default=0)
    if fullest > period.ceiling * 60:
        sentence = (
            f"{stated.pattern} comes to {hours_text(fullest)} hours in {period.days} days, above"
            f" the ceiling of {period.ceiling}: overtime is built in."
        )
        yield remark(CHECK, Gravity.WARNING, (paying.clause, stating.clause), sentence,
                     f"{hours_text(fullest)} h", f"{period.ceiling} h")  # fmt: skip


def _periods(line: Timeline, days: int) -> Iterator[int]:
    """Minutes in each whole period, laid end to end from the hour at which a tour first starts."""
    length = days * DAY_MINUTES
    begin = line.starts[0]
    counts: dict[int, int] = {}
    for start, end in zip(line.starts, line.ends, strict=True):
        while start < end:
            number = (start - begin) // length
            until = min(end, begin + (number + 1) * length)
            counts[number] = counts.get(number, 0) + until - start
            start = until
    whole = (line.ends[-1] - begin) // length
    yield from (minutes for number, minutes in counts.items() if number < whole)
