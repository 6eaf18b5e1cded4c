"""Which of the rotations found are offered: none that another one beats or equals in everything.

Figures of rotations of other lengths are brought to four weeks. There is no score in this: where
one rotation has more weekends off and another one fewer nights in a row, both are offered.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from watchbill.design.cycles.aims import AIMS, Aim, Quality, score
from watchbill.design.cycles.candidate import CycleCandidate, uneven
from watchbill.rotation.fatigue import fatigue

FOUR_WEEKS = 28
_COUNTED = (
    Quality.QUICK,
    Quality.BACKWARD,
    Quality.SHORT_AFTER_NIGHTS,
    Quality.LONE_OFF,
    Quality.LONE_ON,
)
_NEVER = Fraction(10**6)


def merits(one: CycleCandidate) -> tuple[Fraction, ...]:
    """What either side looks at, each the greater the better."""
    found, counts, strain = one.figures, one.qualities, fatigue(one.rotation)
    rest = _NEVER if found.shortest_rest is None else Fraction(found.shortest_rest)

    def often(quality: Quality) -> Fraction:
        return Fraction(counts[quality] * FOUR_WEEKS, found.cycle_days)

    return (
        Fraction(found.weekends_off, found.weekends),
        Fraction(-found.longest_work),
        Fraction(-found.longest_nights),
        rest,
        Fraction(-strain.most_in_7_days),
        Fraction(-strain.most_in_14_days),
        strain.share_of_nights_free,
        Fraction(-counts[Quality.UNEVEN]),
        often(Quality.LONG_BREAKS),
        *(-often(quality) for quality in _COUNTED),
    )


def is_beaten(one: CycleCandidate, other: CycleCandidate) -> bool:
    """Whether the other, for the same hours a week, is nowhere worse and somewhere better."""
    if one.figures.hours_per_week != other.figures.hours_per_week:
        return False
    own, its = merits(one), merits(other)
    return own != its and all(a <= b for a, b in zip(own, its, strict=True))


def unbeaten(found: Iterable[CycleCandidate]) -> list[CycleCandidate]:
    """Those that no other beats, in their order."""
    all_of_them = list(found)
    return [one for one in all_of_them if not any(is_beaten(one, other) for other in all_of_them)]


def choose(
    found: Sequence[CycleCandidate], wanted: int, aims: Sequence[Aim] = AIMS
) -> list[CycleCandidate]:
    """So many of the unbeaten ones, in the order of what they are worth where nothing in
    particular is aimed at: first those that some aim would have, for each aim in turn the best
    left, then others.
    """
    left = unbeaten(found)
    liked = [one for one in left if not any(_is_liked_less(one, other, aims) for other in left)]
    chosen: list[CycleCandidate] = []
    for group in (liked, [one for one in left if one not in liked]):
        turn = 0
        while group and len(chosen) < wanted:
            aim = aims[turn % len(aims)]
            best = min(group, key=lambda one: _score(one, aim))
            group.remove(best)
            chosen.append(best)
            turn += 1
    return sorted(chosen, key=lambda one: one.score)


def _is_liked_less(one: CycleCandidate, other: CycleCandidate, aims: Sequence[Aim]) -> bool:
    """Whether by every aim the other is worth more."""
    return all(_score(other, aim) < _score(one, aim) for aim in aims)


def _score(one: CycleCandidate, aim: Aim) -> float:
    return score(one.rotation, uneven(one.rotation, one.form, one.need), aim)
