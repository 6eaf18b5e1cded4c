"""Sent away at the start, and told to come back."""

from tests.events.stage import after, dates, refused, sentence, worked

AWAY = "sent_away: {person: Ames, tour: 2024-05-07 07:00, return: 2024-05-07 11:00}"


def test_the_tour_is_worked_from_the_return_on() -> None:
    assert worked(after(AWAY), "Ames", "2024-05-07 07:00") == ["11:00-19:00"]


def test_the_return_lies_before_the_end_and_the_tour_is_theirs() -> None:
    assert "its times are not in their order" in refused(AWAY.replace("11:00", "19:01"))
    assert "Ames has no tour" in refused(AWAY.replace("tour: 2024-05-07", "tour: 2024-05-10"))


def test_it_is_told() -> None:
    assert dates(AWAY) == ["2024-05-07"]
    assert sentence(AWAY) == (
        "sent away: person Ames, tour 2024-05-07 07:00, return 2024-05-07 11:00"
    )
