"""What is alike in tours beyond the schedule: an extra one, and a debit tour."""

import pytest

from tests.events.stage import NEXT, after, held, letters, refused
from tests.events.test_debit_tour import TOUR as DEBIT_TOUR
from tests.events.test_extra import TOUR as EXTRA

both = pytest.mark.parametrize("tour", [EXTRA, DEBIT_TOUR], ids=["extra", "debit tour"])


@both
def test_the_tour_is_held_beyond_the_posted_schedule(tour: str) -> None:
    schedule = after(tour)
    assert letters(schedule, "Ames") == "DDNN--D-DDNN--"
    own = held(schedule, "Ames", "2024-05-12 07:00")
    assert (own.scheduled, own.number) == (False, NEXT)


@both
def test_nobody_works_two_tours_at_once_nor_beyond_the_posted_dates(tour: str) -> None:
    assert "Ames works 2024-05-14 07:00" in refused(tour.replace("05-12 07:00", "05-14 18:59"))
    assert letters(after(tour.replace("05-12 07:00", "05-14 19:00")), "Ames") == "DDNN----DNDNN--"
    told = refused(tour.replace("05-12", "05-20"))
    assert "the schedule runs from 2024-05-06 to 2024-05-19" in told
