"""How long before it begins a schedule is posted."""

from tests.rules.stage import Story, laid

FOUR_WEEKS = Story("posting: {days_ahead: 28}", laid("ddddd--"), first="2024-05-06")


def test_twenty_eight_days_are_enough_and_twenty_seven_are_not() -> None:
    assert FOUR_WEEKS.but(posted="2024-04-08 23:59").findings() == []
    assert FOUR_WEEKS.but(posted="2024-04-09 00:00").findings() == [
        ("2024-04-09 00:00", "27 days", "28 days")
    ]


def test_a_schedule_posted_after_it_began_is_a_finding() -> None:
    late = FOUR_WEEKS.but(posted="2024-05-08 09:00")
    assert late.findings() == [("2024-05-08 09:00", "-2 days", "28 days")]


def test_where_nobody_has_said_when_it_is_not_judged() -> None:
    assert FOUR_WEEKS.findings() == []
    assert FOUR_WEEKS.not_judged() == ["nobody has said when the schedule was posted"]


def test_a_posting_that_is_entered_later_counts() -> None:
    entered = "posted: {at: 2024-04-09 00:00, from: 2024-05-06, to: 2024-05-12}"
    assert FOUR_WEEKS.but(events=(entered,)).findings() == [
        ("2024-04-09 00:00", "27 days", "28 days")
    ]
    earlier = entered.replace("2024-04-09", "2024-04-08")
    assert FOUR_WEEKS.but(events=(earlier,)).findings() == []
    assert FOUR_WEEKS.but(events=(earlier,)).not_judged() == []
