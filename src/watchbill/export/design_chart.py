"""The chart of a rotation: platoons down, four weeks across, tours as long as they last."""

from __future__ import annotations

from dataclasses import dataclass

from watchbill.kernel.clock import DAY_MINUTES, WEEKDAYS
from watchbill.rotation.cycle import Rotation
from watchbill.rotation.notation import OFF

DAYS_SHOWN = 28
"""Days over which platoons are drawn beside each other."""
DAY_WIDTH, ROW_HEIGHT, LEFT, TOP = 30, 24, 34, 40
"""Of the chart, in its own units."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A tour in the chart: where it is drawn, and its kind."""

    x: float
    y: float
    width: float
    kind: str
    letter: str
    letter_x: float


@dataclass(frozen=True, slots=True)
class Chart:
    """``rows`` are where each begins and its number, ``days`` where each begins, its letter and
    whether it is of a weekend, ``weeks`` where each begins and its number.
    """

    width: float
    height: float
    bars: tuple[Bar, ...]
    rows: tuple[tuple[float, str], ...]
    days: tuple[tuple[float, str, bool], ...]
    weeks: tuple[tuple[float, int], ...]
    says: str


def chart(rotation: Rotation) -> Chart:
    """The first four weeks of each platoon."""
    bars = []
    for platoon in range(rotation.platoons):
        y = TOP + platoon * ROW_HEIGHT
        for day in range(-1, DAYS_SHOWN):
            code = rotation.code_on(day, platoon)
            if code == OFF:
                continue
            tour = rotation.tours[code]
            start = max(0.0, day + tour.start / DAY_MINUTES)
            end = min(float(DAYS_SHOWN), day + (tour.start + tour.length) / DAY_MINUTES)
            if end > start:
                x, width = LEFT + start * DAY_WIDTH, (end - start) * DAY_WIDTH
                letter = code if width >= 9 else ""
                middle = round(x + width / 2, 1)
                bars.append(
                    Bar(round(x, 1), y, round(width, 1), tour.kind.value, letter, middle)
                )  # fmt: skip
    lines = [
        f"{number + 1}: {''.join(rotation.code_on(day, number) for day in range(DAYS_SHOWN))}"
        for number in range(rotation.platoons)
    ]
    return Chart(
        LEFT + DAYS_SHOWN * DAY_WIDTH + 1,
        TOP + rotation.platoons * ROW_HEIGHT + 1,
        tuple(bars),
        tuple((TOP + row * ROW_HEIGHT, str(row + 1)) for row in range(rotation.platoons)),
        tuple(
            (LEFT + day * DAY_WIDTH, WEEKDAYS[day % 7][:2].capitalize(), day % 7 > 4)
            for day in range(DAYS_SHOWN)
        ),
        tuple((LEFT + 7 * week * DAY_WIDTH, week + 1) for week in range(DAYS_SHOWN // 7)),
        "Four weeks from a Monday, a row a platoon or line. " + "; ".join(lines),
    )
