"""The first minutes of a tour that starts early."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rules.staged import paid, staged

RULE = "early-start: {starts: ['05:50', '17:50'], at_most: 0h10, multiple: 2}"


@pytest.mark.parametrize(
    ("tour", "minutes"),
    [
        ("2024-05-06 05:50 +12h10", [10]),
        ("2024-05-06 17:50 +12h10", [10]),
        ("2024-05-06 06:00 +12h", []),
        ("2024-05-06 05:50 +0h05", [5]),
    ],
)
def test_a_tour_that_starts_then_is_paid_more_at_first(
    tour: str, minutes: list[int], tmp_path: Path
) -> None:
    lines = paid(staged(tmp_path, RULE, f"Ada: [{tour}]"))
    assert [line.minutes for line in lines] == minutes


def test_a_tour_resumed_at_such_a_time_is_none(tmp_path: Path) -> None:
    event = (
        "interrupted: {person: Ada, tour: 2024-05-06 08:00, stopped: 2024-05-06 12:00,"
        " resumed: 2024-05-06 17:50}"
    )
    assert paid(staged(tmp_path, RULE, "Ada: [2024-05-06 08:00 +24h]", event)) == []
