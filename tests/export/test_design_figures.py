"""Figures side by side, counted again day by day."""

from __future__ import annotations

import pytest

from watchbill.export.design_figures import AskedOfRotation, compared, figures_of
from watchbill.kernel.clock import hours_text
from watchbill.rotation.catalogue import all_rotations
from watchbill.rotation.cycle import Rotation, make_rotation
from watchbill.rotation.notation import OFF, read_pattern

KNOWN = [known.rotation for known in all_rotations()]


def row(rotations: list[Rotation], name: str) -> tuple[tuple[str, bool], ...]:
    return next(cells for group in compared(rotations) for label, cells in group.rows
                if label == name)  # fmt: skip


def rotation(pattern: str, platoons: int = 1) -> Rotation:
    return make_rotation(read_pattern(pattern), platoons=platoons)


@pytest.mark.parametrize("one", KNOWN, ids=lambda one: str(one.pattern)[:20])
def test_hours_of_any_days_and_long_breaks_are_those_of_a_count_by_minutes(one: Rotation) -> None:
    minutes = bytearray(one.days * 1440)
    for day, code in enumerate(one.pattern.codes):
        if code != OFF:
            tour = one.tours[code]
            for minute in range(tour.start, tour.start + tour.length):
                minutes[(day * 1440 + minute) % len(minutes)] = 1
    around = minutes * (2 + 14 // one.days)
    for days, text in ((7, "Most hours in any 7 days"), (14, "Most hours in any 14 days")):
        span, now = days * 1440, 0
        now = sum(around[:span])
        most = now
        for start in range(len(minutes)):
            now += around[start + span] - around[start]
            most = max(most, now)
        assert row([one], text)[0][0] == hours_text(most)
    line = "".join("x" if code != OFF else "." for code in one.pattern.codes)
    first = line.index("x")
    gaps = (line[first:] + line[:first]).split("x")
    assert AskedOfRotation(one).long_breaks * one.days == 365 * sum(len(gap) >= 4 for gap in gaps)


def test_the_best_of_a_row_is_marked_and_equals_are_not() -> None:
    panama, two_two_four = rotation("DD--DDD--DD---NN--NNN--NN---", 4), rotation("DDNN----", 4)
    assert row([panama, two_two_four], "Weekends wholly off") == (
        ("2 of 4", True),
        ("2 of 8", False),
    )
    assert row([panama, two_two_four], "Most nights in a row") == (("3", False), ("2", True))
    assert row([two_two_four, two_two_four], "Shortest rest") == (("12 h", False), ("12 h", False))
    assert row([panama, two_two_four], "Hours a week") == (("42", False), ("42", False))


def test_one_rotation_has_its_figures_by_group() -> None:
    groups = dict(figures_of(rotation("DDNN----", 4)))
    assert ("Hours a week", "42") in groups["Hours"]
    assert ("Breaks of four days or more, a year", "45.6") in groups["Time off"]
    assert ("Nights (22:00-06:00) without duty", "75 %") in groups["Nights"]


def test_a_rotation_without_nights_has_no_risk_of_them() -> None:
    assert row([rotation("DDDDD--")], "Published relative risk of its nights*") == (
        ("none", False),
    )
