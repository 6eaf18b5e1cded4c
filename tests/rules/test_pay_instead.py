"""Pay in place of vacation and benefits."""

from decimal import Decimal

from tests.rules.stage import Story, laid

CASUAL = Story(
    "pay-instead: {paid_as: first class, vacation_percent: 5.4, benefits_percent: 8}", laid("dd")
)


def test_both_percentages_are_paid_on_every_hour_worked() -> None:
    """Two tours of eight hours: 16 h, and 13.4 per cent of them."""
    assert CASUAL.paid() == [
        ("2024-05-06 08:00", "8 h", "0.054"),
        ("2024-05-06 08:00", "8 h", "0.08"),
        ("2024-05-07 08:00", "8 h", "0.054"),
        ("2024-05-07 08:00", "8 h", "0.08"),
    ]
    assert CASUAL.basic() == "18.144"
    assert sum(line.amount for line in CASUAL.lines) == Decimal("181.44")


def test_leave_has_none() -> None:
    leave = ("leave: {person: Ames, tour: 2024-05-06 08:00, kind: vacation}",)
    assert len(CASUAL.but(events=leave).paid()) == 2
