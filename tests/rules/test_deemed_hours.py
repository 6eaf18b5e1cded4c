"""Hours deemed worked are what is paid, block by block."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from tests.rules.staged import paid, staged
from watchbill.pay.lines import basic_hours

RULE = "deemed-hours: {hours_per_week: 48, in_days: 21}"
THREE_WEEKS = "from: 2024-05-06, to: 2024-05-26"


def tours(days: int) -> str:
    return ", ".join(f"2024-05-{6 + 3 * day:02d} 08:00 +24h" for day in range(days))


@pytest.mark.parametrize("worked", [1, 5, 6, 7])
def test_three_weeks_are_144_however_many_tours_they_have(worked: int, tmp_path: Path) -> None:
    stage = staged(tmp_path, RULE, f"Ada: [{tours(worked)}]", period=THREE_WEEKS)
    assert basic_hours(stage.pay) == 144
    (line,) = paid(stage)
    assert line.hours == 144
    assert line.multiple == 1


def test_who_works_nothing_in_them_is_paid_nothing(tmp_path: Path) -> None:
    assert staged(tmp_path, RULE, "Ada: []", period=THREE_WEEKS).pay == []


def test_a_part_of_a_block_is_paid_as_worked(tmp_path: Path) -> None:
    stage = staged(tmp_path, RULE, f"Ada: [{tours(7)}]", period="from: 2024-05-06, to: 2024-05-25")
    assert basic_hours(stage.pay) == 168


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        ("leave: {person: Ada, tour: 2024-05-09 08:00, kind: sick}", 144),
        ("leave: {person: Ada, tour: 2024-05-09 08:00, kind: leave without pay}", 120),
        ("extra: {person: Ada, tour: 2024-05-24 08:00 +24h}", 168),
        ("held_over: {person: Ada, tour: 2024-05-06 08:00, until: 2024-05-07 10:00}", 146),
    ],
)
def test_what_is_beyond_the_schedule_comes_beside_and_unpaid_leave_off(
    event: str, expected: int, tmp_path: Path
) -> None:
    stage = staged(tmp_path, RULE, f"Ada: [{tours(6)}]", event, THREE_WEEKS)
    assert basic_hours(stage.pay) == expected


@pytest.mark.parametrize(("above", "expected"), [("168h", 144), ("167h", 168)])
def test_a_block_above_the_ceiling_of_the_law_is_paid_as_worked(
    above: str, expected: Decimal, tmp_path: Path
) -> None:
    rule = (
        "deemed-hours: {hours_per_week: 48, in_days: 21, begins: 2024-05-06 08:00,"
        f" unless_above: {above}}}"
    )
    stage = staged(tmp_path, rule, f"Ada: [{tours(7)}]", period=THREE_WEEKS)
    assert basic_hours(stage.pay) == expected
