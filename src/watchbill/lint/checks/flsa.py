"""The rotation's hours against the ceiling of a work period (29 USC 207, 29 CFR 553.230)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from watchbill.agreement.model import Agreement, ScopedRule
from watchbill.asking.asking import rules_of
from watchbill.kernel.clock import DAY_MINUTES, decimal_text, hours_text
from watchbill.lint.remark import Gravity, Remark, remark
from watchbill.lint.scopes import can_cover_one
from watchbill.lint.stated import stated_cycles
from watchbill.rotation.cycle import Rotation as Cycle
from watchbill.rotation.figures import figures
from watchbill.rules.ceilings import CEILINGS, PLAIN_WEEK
from watchbill.rules.stating import StatesCeiling, StatesRotation

CHECK = "work period"


def remarks(agreement: Agreement) -> Iterator[Remark]:
    """Rotations with overtime built in, and those for which no work period is adopted."""
    periods = [
        one
        for one in rules_of(agreement)
        if isinstance(one.rule, StatesCeiling) and one.rule.begins is not None
    ]
    yield from _trades(agreement)
    for stating, stated, cycle in stated_cycles(agreement):
        adopted = [one for one in periods if can_cover_one(agreement, one, stating)]
        for paying in adopted:
            assert isinstance(paying.rule, StatesCeiling)
            yield from _built_in(paying, paying.rule, stating, stated, cycle)
        if not adopted and agreement.zone.name in _american_zones():
            yield from _none_adopted(stating, stated, cycle)


def _trades(agreement: Agreement) -> Iterator[Remark]:
    """That the file gives the hours of a trade to somebody else than the law."""
    for one in rules_of(agreement):
        by_law = one.rule.exchanged_by_law()
        if by_law is not None and by_law is not agreement.exchanged:
            sentence = (
                f"The file pays an exchanged tour to the one who {agreement.exchanged} it, and"
                " under a federal work period its hours stay with the one who was scheduled (29 USC"
                " 207(p)(3)): a trade would change their overtime."
            )
            yield remark(CHECK, Gravity.ERROR, (one.clause,), sentence)


def _built_in(
    paying: ScopedRule,
    period: StatesCeiling,
    stating: ScopedRule,
    stated: StatesRotation,
    cycle: Cycle,
) -> Iterator[Remark]:
    found = minutes_of_periods(cycle, period.days, (period.begins or 0) % DAY_MINUTES)
    least, fullest = min(found), max(found)
    if fullest <= period.ceiling * 60:
        return
    often = "" if least > period.ceiling * 60 else " at times"
    sentence = (
        f"{stated.pattern} comes{often} to {hours_text(fullest)} hours in {period.days} days, above"
        f" the ceiling of {period.ceiling}:"
        f" {hours_text(fullest - period.ceiling * 60)} hours of overtime are built in."
    )
    yield remark(CHECK, Gravity.WARNING, (paying.clause, stating.clause), sentence,
                 f"{hours_text(fullest)} h", f"{period.ceiling} h")  # fmt: skip


def minutes_of_periods(cycle: Cycle, days: int, begins: int) -> list[int]:
    """Minutes on duty in ``days`` days from minute ``begins`` of each day of the cycle.

    Platoons start apart, so a period may begin on any of them.
    """
    repeats = -(-(cycle.days + days) // cycle.days) + 1
    spans = []
    for turn in range(-1, repeats):
        for day, tour in cycle.worked:
            start = (turn * cycle.days + day) * DAY_MINUTES + tour.start
            spans.append((start, start + tour.length))
    found = []
    for day in range(cycle.days):
        first = day * DAY_MINUTES + begins
        last = first + days * DAY_MINUTES
        found.append(sum(max(0, min(end, last) - max(start, first)) for start, end in spans))
    return found


def _none_adopted(stating: ScopedRule, stated: StatesRotation, cycle: Cycle) -> Iterator[Remark]:
    week = figures(cycle).hours_per_week
    if week <= PLAIN_WEEK:
        return
    days = _natural_period(cycle)
    fire, police = CEILINGS[days]
    fullest = max(minutes_of_periods(cycle, days, 0))
    sentence = (
        f"{stated.pattern} has {decimal_text(week)} hours a week, and no clause adopts a work"
        f" period: where the Fair Labor Standards Act holds, overtime is due above {PLAIN_WEEK} a"
        f" week. A work period of {days} days would have {hours_text(fullest)} hours, with a"
        f" ceiling of {fire} (fire) or {police} (police)."
    )
    yield remark(CHECK, Gravity.NOTE, (stating.clause,), sentence,
                 f"{decimal_text(week)} h/week", f"{PLAIN_WEEK} h/week")  # fmt: skip


def _natural_period(cycle: Cycle) -> int:
    """The longest work period of whole cycles, or 28 days."""
    whole = max(CEILINGS) // cycle.days * cycle.days
    return whole if whole in CEILINGS else max(CEILINGS)


@cache
def _american_zones() -> frozenset[str]:
    """Zones of the United States, by the country that the time-zone database gives them."""
    table = (files("tzdata") / "zoneinfo" / "zone.tab").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if not line.startswith("#"))
    return frozenset(row[2] for row in rows if row[0] == "US")
