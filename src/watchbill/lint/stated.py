"""Stated rotations as rotations."""

from __future__ import annotations

from watchbill.agreement.model import Agreement, ScopedRule
from watchbill.asking.asking import rules_of
from watchbill.kernel.problems import BadInput
from watchbill.records.tours import TourType
from watchbill.rotation.catalogue import known_rotation
from watchbill.rotation.cycle import Rotation as Cycle
from watchbill.rotation.cycle import make_rotation
from watchbill.rotation.notation import OFF, Pattern, read_pattern
from watchbill.rules.stating import StatesRotation


def cycle_of(agreement: Agreement, stated: StatesRotation) -> Cycle | None:
    """The rotation that the text states; ``None`` where it states no pattern.

    Raises :class:`BadInput` for a pattern that cannot be read.
    """
    if stated.pattern is None:
        return None
    known = known_rotation(stated.pattern)
    if known is not None:
        return known.made(stated.tour)
    pattern = read_pattern(stated.pattern)
    return make_rotation(pattern, stated.tour, 1, own_tours(agreement, stated, pattern))


def own_tours(
    agreement: Agreement, stated: StatesRotation, pattern: Pattern
) -> dict[str, TourType]:
    """The agreement's own tours that the letters of the pattern mean.

    Where the text gives the length, a letter means the tour of that letter if it is as long, or
    else the only tour that is.
    """
    found: dict[str, TourType] = {}
    for code in dict.fromkeys(pattern.codes):
        if code == OFF:
            continue
        length = pattern.lengths.get(code) or stated.tour
        own = agreement.tours.get(code)
        if own is not None and length in (None, own.length):
            found[code] = own
        elif length is not None:
            alike = [tour for tour in agreement.tours.values() if tour.length == length]
            if len(alike) == 1:
                found[code] = alike[0]
    return found


def stated_cycles(agreement: Agreement) -> list[tuple[ScopedRule, StatesRotation, Cycle]]:
    """Every rotation in force that is stated with a pattern; one that cannot be read is told
    by the check of stated hours.
    """
    found: list[tuple[ScopedRule, StatesRotation, Cycle]] = []
    for scoped in rules_of(agreement):
        if isinstance(scoped.rule, StatesRotation):
            try:
                cycle = cycle_of(agreement, scoped.rule)
            except BadInput:
                continue
            if cycle is not None:
                found.append((scoped, scoped.rule, cycle))
    return found
