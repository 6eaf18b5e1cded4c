"""Ordered back before the rest was over."""

from tests.events.stage import after, dates, refused, sentence, worked

BACK = "back_early: {person: Ames, tour: 2024-05-07 07:00, at: 2024-05-07 05:00}"


def test_duty_begins_then_and_ends_with_the_tour() -> None:
    assert worked(after(BACK), "Ames", "2024-05-07 07:00") == ["05:00-19:00"]


def test_there_is_a_tour_to_come_back_for() -> None:
    told = refused(BACK.replace("07 07:00", "10 07:00"))
    assert "Ames has no tour that starts 2024-05-10 07:00" in told


def test_nobody_is_back_after_the_tour() -> None:
    assert "not in their order" in refused(BACK.replace("07 05:00", "07 20:00"))


def test_it_is_told_and_is_about_the_date_of_the_tour() -> None:
    assert dates(BACK) == ["2024-05-07"]
    assert sentence(BACK) == "back early: person Ames, tour 2024-05-07 07:00, at 2024-05-07 05:00"
