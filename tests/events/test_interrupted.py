"""Stopped before the end, and resumed later."""

from tests.events.stage import after, dates, refused, sentence, worked

STOPPED = (
    "interrupted: {person: Ames, tour: 2024-05-07 07:00, stopped: 2024-05-07 09:00,"
    " resumed: 2024-05-07 12:00}"
)


def test_the_time_between_was_not_worked() -> None:
    assert worked(after(STOPPED), "Ames", "2024-05-07 07:00") == ["07:00-09:00", "12:00-19:00"]


def test_its_times_are_in_order_and_it_has_happened() -> None:
    told = refused(STOPPED.replace("resumed: 2024-05-07 12", "resumed: 2024-05-07 08"))
    assert "its times are not in their order" in told
    assert "later than the entry becomes known" in refused(STOPPED, at="2024-05-07 08:59")


def test_it_is_told() -> None:
    assert dates(STOPPED) == ["2024-05-07"]
    assert sentence(STOPPED).startswith("interrupted: person Ames, tour 2024-05-07 07:00, stopped")
