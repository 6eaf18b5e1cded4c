"""A tour that is not let begin, or is stopped and resumed."""

from tests.rules.stage import Story, laid

SENT = Story(
    "interruption: {when: sent-away, hours: 3h}",
    laid("d"),
    ("sent_away: {person: Ames, tour: 2024-05-06 08:00, return: 2024-05-06 12:00}",),
)
STOPPED = Story(
    "interruption: {when: interrupted, hours: 3h, multiple: 1.5}",
    laid("d"),
    ("interrupted: {person: Ames, tour: 2024-05-06 08:00, stopped: 2024-05-06 10:00,"
     " resumed: 2024-05-06 13:00}",),
)  # fmt: skip


def test_whoever_is_sent_away_has_three_hours_on_top() -> None:
    assert SENT.paid() == [("2024-05-06 08:00", "3 h", "1")]
    assert SENT.but(events=()).paid() == []


def test_whoever_is_stopped_has_them_from_the_stop_at_their_multiple() -> None:
    assert STOPPED.paid() == [("2024-05-06 10:00", "3 h", "1.5")]


def test_each_is_paid_for_its_own_case_alone() -> None:
    assert SENT.but(events=STOPPED.events).paid() == []
    assert STOPPED.but(events=SENT.events).paid() == []
