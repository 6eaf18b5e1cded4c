"""The stated rotation, worked as stated, against the limits of its own agreement."""

from __future__ import annotations

from collections.abc import Iterator

from watchbill.agreement.model import Agreement, ScopedRule
from watchbill.kernel.clock import Day, parse_day, zone
from watchbill.kernel.problems import BadInput
from watchbill.lint.remark import Gravity, Remark, remark
from watchbill.lint.scopes import people_of
from watchbill.lint.stated import cycle_of
from watchbill.records.people import Person
from watchbill.records.timeline import Frame, Timeline
from watchbill.rotation.cycle import Rotation as Cycle
from watchbill.rotation.cycle import expand
from watchbill.rules.base import Breach, ChecksPerson
from watchbill.rules.rotation import Rotation

CHECK = "own rotation"
FIRST = parse_day("2024-01-01")  # a Monday
DAYS = 1_120
"""Long enough for averages over three years."""

CLOCK = zone("UTC")
"""A rotation knows no clock change."""


def remarks(agreement: Agreement) -> Iterator[Remark]:
    """Limits that whoever works the stated rotation breaks, each once."""
    seen: set[tuple[str, str, str]] = set()
    for stating in agreement.rules():
        if not isinstance(stating.rule, Rotation) or stating.rule.pattern is None:
            continue
        try:
            cycle = cycle_of(agreement, stating.rule)
        except BadInput:
            continue  # said by the check of stated hours
        if cycle is None:
            continue
        line, frame = worked(cycle)
        for person in people_of(agreement, stating):
            for limit, breach in _broken(agreement, person, line, frame):
                key = (stating.clause.number, limit.clause.number, limit.rule.says())
                if key not in seen:
                    seen.add(key)
                    yield _remark(stating, stating.rule, limit, breach)


def worked(cycle: Cycle) -> tuple[Timeline, Frame]:
    """The rotation over some years, from a Monday on, without a clock change."""
    tours = []
    for offset, tour in enumerate(expand(cycle, DAYS)):
        if tour is not None:
            start = Day(FIRST + offset)
            tours.append(tour.on(start, CLOCK))
    frame = Frame(FIRST, Day(FIRST + DAYS - 1), FIRST, cycle.days, FIRST)
    return Timeline.of(tours), frame


def _broken(
    agreement: Agreement, person: Person, line: Timeline, frame: Frame
) -> Iterator[tuple[ScopedRule, Breach]]:
    for limit in agreement.rules():
        if limit.covers(person) and isinstance(limit.rule, ChecksPerson):
            breach = next(limit.rule.check(line, frame), None)
            if breach is not None:
                yield limit, breach


def _remark(stating: ScopedRule, stated: Rotation, limit: ScopedRule, breach: Breach) -> Remark:
    gravity = Gravity.NOTE if limit.rule.soft else Gravity.ERROR
    where = (
        "its own limit" if limit.clause is stating.clause else f"the limit of {limit.clause.number}"
    )
    sentence = (
        f"Whoever works {stated.pattern} breaks {where}: {breach.measured} where"
        f" {breach.limit} is set ({limit.rule.says().rstrip('.')})."
    )
    return remark(CHECK, gravity, (stating.clause, limit.clause), sentence,
                  str(breach.measured), str(breach.limit))  # fmt: skip
