"""What makes one rotation better than another, and what different people would weigh most.

Qualities are counted round the cycle, its last day followed by its first. The same counts are made
twice, here of a cycle found and in :mod:`.goal` of one searched for; a test holds them together.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from watchbill.kernel.clock import DAY_MINUTES
from watchbill.records.tours import TourKind, TourType
from watchbill.rotation.cycle import Rotation
from watchbill.rotation.figures import QUICK_RETURN, figures
from watchbill.rotation.notation import OFF

LONG_BREAK = 4
"""Days off in a row that make a long break."""
WEEK = 7


class Quality(StrEnum):
    """Something that is counted in a cycle."""

    WEEKENDS = "weekends off"
    QUICK = "quick returns"
    BACKWARD = "tours that start earlier than the one before"
    SHORT_AFTER_NIGHTS = "nights with less than two days off after them"
    LONE_OFF = "single days off"
    LONE_ON = "single days on"
    NIGHT_BLOCKS = "blocks of nights"
    LONG_BREAKS = "days that begin a stretch of four days off"
    HEAVIEST = "most hours in seven days"
    UNEVEN = "difference of spare people between tours"


EVERYBODY: Mapping[Quality, int] = {
    Quality.WEEKENDS: -12,
    Quality.QUICK: 30,
    Quality.BACKWARD: 8,
    Quality.SHORT_AFTER_NIGHTS: 10,
    Quality.LONE_OFF: 5,
    Quality.LONE_ON: 5,
    Quality.NIGHT_BLOCKS: 2,
    Quality.LONG_BREAKS: -2,
    Quality.HEAVIEST: 1,
    Quality.UNEVEN: 8,
}
"""What a quality weighs where nothing in particular is aimed at; below nought, more is better."""


@dataclass(frozen=True, slots=True)
class Aim:
    """A way to weigh qualities: ``more`` takes the place of what :data:`EVERYBODY` says.

    ``first`` is made as good as can be before anything else is looked at.
    """

    name: str
    says: str
    more: Mapping[Quality, int]
    first: Quality | None = None

    def weight(self, quality: Quality) -> int:
        """What one of the quality counts for."""
        return self.more.get(quality, EVERYBODY[quality])


AIMS = (
    Aim("balanced", "Weekends, forward rotation, rest after nights and breaks together", {}),
    Aim(
        "weekends",
        "As many weekends off as can be",
        {Quality.WEEKENDS: -60},
        first=Quality.WEEKENDS,
    ),
    Aim(
        "long breaks",
        "As much of the time off as can be in stretches of four days or more",
        {Quality.LONG_BREAKS: -20},
        first=Quality.LONG_BREAKS,
    ),
    Aim(
        "few blocks of nights",
        "Nights together in few blocks, with two days off or more after each",
        {Quality.NIGHT_BLOCKS: 20, Quality.SHORT_AFTER_NIGHTS: 30},
        first=Quality.NIGHT_BLOCKS,
    ),
    Aim(
        "no heavy week",
        "The fewest hours in any seven days, and no single days on or off",
        {Quality.HEAVIEST: 10, Quality.LONE_OFF: 15, Quality.LONE_ON: 15},
        first=Quality.HEAVIEST,
    ),
)


def qualities(rotation: Rotation, spare: int = 0) -> dict[Quality, int]:
    """The counts of the rotation; ``spare`` is :attr:`Quality.UNEVEN`, in platoons, which its
    need decides. Weekends are counted over as many cycles as make whole weeks.
    """
    codes, days, tours = rotation.pattern.codes, rotation.days, rotation.tours
    duty = [code != OFF for code in codes]
    nights = [code != OFF and tours[code].kind is TourKind.NIGHT for code in codes]

    def at(row: list[bool], day: int) -> bool:
        return row[day % days]

    around = range(days)
    return {
        Quality.WEEKENDS: figures(rotation).weekends_off,
        Quality.QUICK: figures(rotation).quick_returns,
        Quality.BACKWARD: sum(_is_backward(rotation, day) for day in around),
        Quality.SHORT_AFTER_NIGHTS: sum(
            nights[day] and not at(nights, day + 1) and (at(duty, day + 1) or at(duty, day + 2))
            for day in around
        ),
        Quality.LONE_OFF: sum(
            not duty[day] and at(duty, day - 1) and at(duty, day + 1) for day in around
        ),
        Quality.LONE_ON: sum(
            duty[day] and not at(duty, day - 1) and not at(duty, day + 1) for day in around
        ),
        Quality.NIGHT_BLOCKS: sum(nights[day] and not at(nights, day - 1) for day in around),
        Quality.LONG_BREAKS: sum(
            not any(at(duty, day + later) for later in range(LONG_BREAK)) for day in around
        ),
        Quality.HEAVIEST: -(-heaviest(rotation) // 60),
        Quality.UNEVEN: spare,
    }


def heaviest(rotation: Rotation) -> int:
    """The most minutes of tours that start in any seven days in a row."""
    minutes = [0 if code == OFF else rotation.tours[code].length for code in rotation.pattern.codes]
    return max(
        sum(minutes[(day + later) % rotation.days] for later in range(WEEK))
        for day in range(rotation.days)
    )


def _is_backward(rotation: Rotation, day: int) -> bool:
    """Whether the tour of the next day, or after a single day off, starts earlier."""
    codes, days = rotation.pattern.codes, rotation.days
    after = next(
        (codes[(day + later) % days] for later in (1, 2) if codes[(day + later) % days] != OFF), OFF
    )
    if OFF in (codes[day], after):
        return False
    return rotation.tours[after].start < rotation.tours[codes[day]].start


def score(rotation: Rotation, spare: int, aim: Aim = AIMS[0]) -> float:
    """What the aim makes of the rotation, for four weeks of it: the less, the better."""
    counts = qualities(rotation, spare)
    per_weeks = 28 / rotation.days
    weeks = figures(rotation).span_days / rotation.days
    total = 0.0
    for quality, count in counts.items():
        if quality in (Quality.HEAVIEST, Quality.UNEVEN):
            share = 1.0
        elif quality is Quality.WEEKENDS:
            share = per_weeks / weeks
        else:
            share = per_weeks
        total += aim.weight(quality) * count * share
    return total


def rest_between(earlier: TourType, later: TourType, days: int) -> int:
    """Minutes from the end of a tour to the start of one so many days later."""
    return days * DAY_MINUTES + later.start - earlier.start - earlier.length


def is_quick(earlier: TourType, later: TourType, days: int) -> bool:
    """Whether the rest between them is a quick return; none at all is one stretch of duty."""
    return 0 < rest_between(earlier, later, days) < QUICK_RETURN
