"""Time held on duty after the end of a tour."""

from tests.rules.stage import Story, laid

HOUR = Story("held-over: {at_least: 1h, multiple: 1.5}", laid("L"))


def held(until: str) -> Story:
    return HOUR.but(
        events=(f"held_over: {{person: Ames, tour: 2024-05-06 08:00, until: 2024-05-07 {until}}}",)
    )


def test_a_minute_is_paid_as_an_hour_and_more_as_it_is() -> None:
    assert held("08:01").paid() == [("2024-05-07 08:00", "1 h", "1.5")]
    assert held("09:00").paid() == [("2024-05-07 08:00", "1 h", "1.5")]
    assert held("09:30").paid() == [("2024-05-07 08:00", "1.5 h", "1.5")]
    assert held("09:30").basic() == "26.25"


def test_nobody_held_is_paid_nothing_more() -> None:
    assert HOUR.paid() == []
    assert HOUR.basic() == "24"
