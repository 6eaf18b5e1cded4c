"""A furlough day worked, to be taken later."""

from tests.events.stage import NEXT, after, dates, held, letters, refused, sentence

TOUR = "furlough_worked: {person: Ames, tour: 2024-05-12 07:00 +12h}"


def test_the_tour_is_held_beyond_the_posted_schedule() -> None:
    schedule = after(TOUR)
    assert letters(schedule, "Ames") == "DDNN--D-DDNN--"
    own = held(schedule, "Ames", "2024-05-12 07:00")
    assert (own.scheduled, own.number) == (False, NEXT)


def test_nobody_works_two_tours_at_once_nor_beyond_the_posted_dates() -> None:
    assert "Ames works 2024-05-14 07:00" in refused(TOUR.replace("05-12 07:00", "05-14 18:59"))
    assert letters(after(TOUR.replace("05-12 07:00", "05-14 19:00")), "Ames") == "DDNN----DNDNN--"
    told = refused(TOUR.replace("05-12", "05-20"))
    assert "the schedule runs from 2024-05-06 to 2024-05-19" in told


def test_it_is_told() -> None:
    assert dates(TOUR) == ["2024-05-12"]
    assert sentence(TOUR) == "furlough worked: person Ames, tour 2024-05-12 07:00 +12h"
