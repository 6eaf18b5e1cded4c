"""Stated rotations laid over dates, for the rules to judge.

A text seldom says on which weekday a cycle begins, nor always at which hour its tours do. So a
rotation has ways of being worked, and breaks a limit where it does in every one of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from watchbill.agreement.model import Agreement, ScopedRule
from watchbill.asking.asking import rules_of
from watchbill.kernel.clock import Day, Zone, parse_day, zone
from watchbill.records.timeline import Frame, Timeline
from watchbill.records.tours import TourType
from watchbill.rotation.catalogue import known_rotation
from watchbill.rotation.cycle import Rotation as Cycle
from watchbill.rotation.notation import Pattern
from watchbill.rules.base import Breach, ChecksPerson
from watchbill.rules.stating import StatesRotation

FIRST = parse_day("2024-01-01")  # a Monday
DAYS = 1_120
"""Long enough for averages over three years."""
NO_CHANGES = zone("UTC")
"""A rotation as such knows no clock change."""


def limits_of(agreement: Agreement) -> list[tuple[ScopedRule, ChecksPerson]]:
    """The rules in force that judge one person, but for those over a period without a day."""
    return [(one, one.rule) for one in rules_of(agreement) if isinstance(one.rule, ChecksPerson)]


@dataclass(frozen=True, slots=True)
class FramedLine:
    """A time line, and within what it is judged."""

    line: Timeline
    frame: Frame

    def first_breach(self, rule: ChecksPerson) -> Breach | None:
        """The first breach of the rule, where there is one."""
        return next(rule.check(self.line, self.frame), None)


def lay_out(cycle: Cycle, shift: int = 0, clock: Zone = NO_CHANGES) -> FramedLine:
    """The rotation over some years, a cycle beginning ``shift`` days after a Monday."""
    return _lay_out(cycle.pattern.codes, tuple(cycle.tours.items()), shift, clock)


@lru_cache(maxsize=256)
def _lay_out(
    codes: tuple[str, ...], tours: tuple[tuple[str, TourType], ...], shift: int, clock: Zone
) -> FramedLine:
    cycle = Cycle(Pattern(codes), dict(tours), (shift,))
    found = []
    for offset in range(DAYS):
        code = cycle.code_on(offset)
        if code in cycle.tours:
            found.append(cycle.tours[code].on(Day(FIRST + offset), clock))
    frame = Frame(FIRST, Day(FIRST + DAYS - 1), FIRST, cycle.days, Day(FIRST + shift))
    return FramedLine(Timeline.of(found), frame)


def ways(
    agreement: Agreement, stated: StatesRotation, cycle: Cycle, rule: ChecksPerson
) -> Iterator[FramedLine]:
    """The rotation as it may be worked, the likeliest way first.

    A cycle of whole weeks begins on any weekday, and another one passes through them all. Tours
    whose start the text leaves open start at any hour that the rule or the agreement's own
    tours name.
    """
    weekdays = 7 if cycle.days % 7 == 0 else 1
    for started in _starts(agreement, stated, cycle, rule):
        for shift in range(weekdays):
            yield lay_out(started, shift)


def _starts(
    agreement: Agreement, stated: StatesRotation, cycle: Cycle, rule: ChecksPerson
) -> Iterator[Cycle]:
    yield cycle
    own = agreement.tours.values()
    open_letters = [code for code, tour in cycle.tours.items() if tour not in own]
    if not open_letters or known_rotation(stated.pattern or "") is not None:
        return
    starts = {tour.start for tour in own} | set(rule.starts_named())
    for start in sorted(starts):
        moved = {code: replace(cycle.tours[code], start=start) for code in open_letters}
        yield Cycle(cycle.pattern, {**cycle.tours, **moved}, cycle.offsets)
