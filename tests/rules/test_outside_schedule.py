"""Every hour outside the schedule at a multiple."""

import pytest

from tests.rules.stage import Story, laid

OUTSIDE = Story("outside-schedule: {multiple: 1.5}", laid("D"), first="2024-05-06",
                last="2024-05-09")  # fmt: skip


@pytest.mark.parametrize(
    ("event", "paid"),
    [
        ("extra: {person: Ames, tour: 2024-05-08 08:00 +9h}", [("2024-05-08 08:00", "9 h", "1.5")]),
        ("held_over: {person: Ames, tour: 2024-05-06 07:00, until: 2024-05-06 21:00}",
         [("2024-05-06 19:00", "2 h", "1.5")]),
        ("call_in: {person: Ames, told: 2024-05-08 08:00, report: 2024-05-08 09:00, worked: 3h}",
         [("2024-05-08 09:00", "3 h", "1.5")]),
        ("leave: {person: Ames, tour: 2024-05-06 07:00, kind: vacation}", []),
    ],
)  # fmt: skip
def test_what_is_not_of_the_schedule_is_paid_so(
    event: str, paid: list[tuple[str, str, str]]
) -> None:
    assert OUTSIDE.but(events=(event,)).paid() == paid
