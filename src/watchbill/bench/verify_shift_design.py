"""Recomputes the goal of a tour design from its instance file, sharing no code with its maker.

It reads the file by itself, walks every person's every minute-slot and counts. Slow and simple, so
that it can be read and believed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple


class Checked(NamedTuple):
    """What a design comes to: ``under`` and ``over`` in person-minutes, ``duties`` outside."""

    goal: Fraction
    under: int
    over: int
    duties: Fraction
    tours: int
    faults: list[str]


def check(
    instance: str, design: Sequence[tuple[int, int, Sequence[int]]], bounded: bool = False
) -> Checked:
    """The goal of a design for the ``instance`` text, and what is wrong with the design.

    Each tour of the design is its start and its length in minutes and its people by day.
    """
    text = "".join(line.split("%")[0] for line in instance.splitlines())
    data = dict(re.findall(r"(\w+)\s*=\s*([^;]+?)\s*;", text))
    interval, days = int(data["interval"]), int(data["days"])
    demand = _numbers(data["demand"])
    kinds = list(
        zip(*(_numbers(data[name]) for name in ("minStart", "maxStart", "minLength", "maxLength")),
            strict=True)
    )  # fmt: skip
    faults = []
    there: Counter[int] = Counter()
    duties = minutes = 0
    for start, length, people in design:
        name = f"tour at minute {start} of {length} minutes"
        first, slots = Fraction(start, interval), Fraction(length, interval)
        if (
            first.denominator > 1
            or slots.denominator > 1
            or not any(
                kind[0] <= first <= kind[1] and kind[2] <= slots <= kind[3] for kind in kinds
            )
        ):
            faults.append(f"{name} is none that the file allows")
        if len(people) != days or min(people, default=-1) < 0 or not any(people):
            faults.append(f"{name} has no people, or not for {days} days")
        for day, count in enumerate(people):
            duties += count
            minutes += count * length
            for minute in range(day * 1440 + start, day * 1440 + start + length, interval):
                there[minute // interval % len(demand)] += count
    kinds_used = {(start, length) for start, length, _ in design}
    if len(kinds_used) < len(design):
        faults.append("a tour is there twice")
    under = interval * sum(max(0, want - there[slot]) for slot, want in enumerate(demand))
    over = interval * sum(max(0, there[slot] - want) for slot, want in enumerate(demand))
    outside = Fraction(0)
    if minutes:
        a_week = Fraction(duties * int(data["avgMinutes"]), minutes)
        least, most = Fraction(data["minDuties"]), Fraction(data["maxDuties"])
        outside = least - a_week if a_week < least else max(Fraction(0), a_week - most)
    if bounded and (under or outside):
        faults.append("demand is not covered in full, or duties a week are outside their limits")
    goal = (
        int(data["weightUnderCover"]) * under
        + int(data["weightOverCover"]) * over
        + int(data["weightDutiesPerWeek"]) * outside
        + int(data["weightShiftInstances"]) * len(kinds_used)
    )
    return Checked(goal, under, over, outside, len(kinds_used), faults)


def _numbers(text: str) -> list[int]:
    return [int(word) for word in text.strip("[] ").split(",")]
