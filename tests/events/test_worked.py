"""The hours really worked of a tour."""

from tests.events.stage import after, dates, held, letters, refused, sentence, worked

WORKED = (
    "worked: {person: Ames, tour: 2024-05-07 07:00, from: 2024-05-07 11:00, to: 2024-05-07 18:00}"
)


def test_these_hours_were_worked_of_the_tour_that_stands_as_it_was() -> None:
    schedule = after(WORKED)
    assert worked(schedule, "Ames", "2024-05-07 07:00") == ["11:00-18:00"]
    assert letters(schedule, "Ames") == "DDNN----DDNN--"
    assert held(schedule, "Ames", "2024-05-07 07:00").tour.nominal == 720


def test_they_end_after_they_begin_and_are_of_a_tour() -> None:
    assert "it does not lie after its beginning" in refused(WORKED.replace("18:00", "11:00"))
    assert "Ames has no tour" in refused(WORKED.replace("tour: 2024-05-07", "tour: 2024-05-10"))


def test_it_is_told() -> None:
    assert dates(WORKED) == ["2024-05-07"]
    assert sentence(WORKED) == (
        "worked: person Ames, tour 2024-05-07 07:00, from 2024-05-07 11:00, to 2024-05-07 18:00"
    )
