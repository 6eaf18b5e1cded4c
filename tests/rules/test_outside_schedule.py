"""Every hour outside the schedule at a multiple."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rules.staged import paid, staged


@pytest.mark.parametrize(
    ("event", "hours"),
    [
        ("extra: {person: Ada, tour: 2024-05-08 08:00 +9h}", [9]),
        ("held_over: {person: Ada, tour: 2024-05-06 08:00, until: 2024-05-07 10:00}", [2]),
        ("call_in: {person: Ada, told: 2024-05-08 08:00, report: 2024-05-08 09:00, worked: 3h}",
         [3]),
        ("leave: {person: Ada, tour: 2024-05-06 08:00, kind: vacation}", []),
    ],
)  # fmt: skip
def test_what_is_not_of_the_schedule_is_paid_so(
    event: str, hours: list[int], tmp_path: Path
) -> None:
    rule = "outside-schedule: {multiple: 1.5}"
    lines = paid(staged(tmp_path, rule, "Ada: [2024-05-06 08:00 +24h]", event))
    assert [line.hours for line in lines] == hours
    assert {line.multiple for line in lines} <= {1.5}
