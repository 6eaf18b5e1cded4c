"""Extra days against one's will: of the calendar's week, or of any seven days."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rules.staged import found, staged

EXTRA = "{{extra: {{person: Ada, tour: 2024-05-{day:02d} 08:00 +8h, list: ordered}}}}"


@pytest.mark.parametrize(
    ("week", "days", "sentences"),
    [
        # 2024-05-05 is a Sunday.
        ("week_from: sunday", (11, 12), 0),
        ("week_from: sunday", (5, 11), 1),
        ("week_from: monday", (11, 12), 1),
        ("week_from: monday", (5, 6), 0),
        ("in_days: 7", (11, 12), 1),
        ("in_days: 7", (5, 11), 1),
        ("in_days: 7", (5, 12), 0),
        ("week_from: sunday", (5, 6, 7), 2),
        ("week_from: sunday", (10, 11, 12, 13), 2),
    ],
)
def test_a_day_too_many_in_a_week_is_told(
    week: str, days: tuple[int, ...], sentences: int, tmp_path: Path
) -> None:
    stage = staged(
        tmp_path,
        f"mandatory-extra: {{at_most: 1, {week}}}",
        "Ada: [2024-05-01 08:00 +8h, 2024-05-20 08:00 +8h]",
        ", ".join(EXTRA.format(day=day) for day in days),
    )
    assert len(found(stage)) == sentences
