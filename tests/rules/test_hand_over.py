"""Hand-over at the edge of a tour, and what is more than that."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from tests.rules.staged import staged
from watchbill.pay.lines import basic_hours


@pytest.mark.parametrize(
    ("rule", "until", "expected"),
    [
        ("at_most: 0h15", "08:15", "24"),
        ("at_most: 0h15", "08:16", "24.0166"),
        ("at_most: 0h15, overtime: all", "08:15", "24"),
        ("at_most: 0h15, overtime: all", "08:16", "24.2666"),
        ("at_most: 0h15, multiple: 2", "08:45", "25"),
        ("at_most: 0h15, overtime: all, multiple: 2", "08:45", "25.5"),
        ("at_most: 0h15, paid: true, multiple: 2", "08:45", "24.75"),
    ],
)
def test_time_held_after_a_tour_is_paid(
    rule: str, until: str, expected: str, tmp_path: Path
) -> None:
    stage = staged(
        tmp_path,
        f"hand-over: {{{rule}}}",
        "Ada: [2024-05-06 08:00 +24h]",
        f"held_over: {{person: Ada, tour: 2024-05-06 08:00, until: 2024-05-07 {until}}}",
    )
    assert abs(basic_hours(stage.pay) - Decimal(expected)) < Decimal("0.0001")
