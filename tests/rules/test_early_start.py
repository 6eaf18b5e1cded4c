"""The first minutes of a tour that starts early."""

import pytest

from tests.rules.stage import Story

EARLY = Story("early-start: {starts: ['05:50', '17:50'], at_most: 0h10, multiple: 2}")


@pytest.mark.parametrize(
    ("tour", "minutes"),
    [
        ("2024-05-06 05:50 +12h10", [10]),
        ("2024-05-06 17:50 +12h10", [10]),
        ("2024-05-06 06:00 +12h", []),
        ("2024-05-06 05:50 +0h05", [5]),
    ],
)
def test_a_tour_that_starts_then_is_paid_more_at_first(tour: str, minutes: list[int]) -> None:
    story = EARLY.but(tours=(tour,))
    assert [line.minutes for line in story.lines if line.clause is not None] == minutes


def test_a_tour_resumed_at_such_a_time_and_one_beyond_the_schedule_have_none() -> None:
    resumed = (
        "interrupted: {person: Ames, tour: 2024-05-06 08:00, stopped: 2024-05-06 12:00,"
        " resumed: 2024-05-06 17:50}"
    )
    extra = "extra: {person: Ames, tour: 2024-05-08 05:50 +4h}"
    story = EARLY.but(tours=("2024-05-06 08:00 +12h",), events=(resumed, extra), last="2024-05-08")
    assert story.paid() == []
