"""Leave granted for some dates."""

from tests.events.stage import after, letters, refused, sentence, standing
from watchbill.kernel.clock import parse_day
from watchbill.records.platoons import ServiceLeave

GRANTED = "leave_granted: {person: Ames, from: 2024-05-09, to: 2024-05-15, kind: vacation}"


def test_posted_tours_of_these_dates_are_lost_to_it_and_it_stands_for_what_is_posted_later() -> (
    None
):
    schedule = after(GRANTED)
    assert letters(schedule, "Ames") == "DDN-------NN--"
    assert {one.kind for one in standing(schedule, "Ames").absences} == {"vacation"}
    assert schedule.facts.leave == (
        ServiceLeave("Ames", parse_day("2024-05-09"), parse_day("2024-05-15"), "vacation"),
    )


def test_it_ends_no_earlier_than_it_begins_and_is_somebody_s() -> None:
    assert "it lies before the first date" in refused(GRANTED.replace("05-15", "05-08"))
    assert "nobody has this name; found Amos" in refused(GRANTED.replace("Ames", "Amos"))


def test_no_leave_lies_over_another_of_the_same_person() -> None:
    sick = "leave_granted: {person: Ames, from: 2024-05-15, to: 2024-05-16, kind: sick}"
    told = refused(GRANTED, sick)
    assert "Ames has vacation from 2024-05-09 to 2024-05-15 already" in told
    assert "found sick from 2024-05-15 to 2024-05-16" in told
    assert len(after(GRANTED, sick.replace("05-15", "05-16")).facts.leave) == 2
    assert len(after(GRANTED, sick.replace("Ames", "Bond")).facts.leave) == 2


def test_it_is_told() -> None:
    told = "leave granted: person Ames, from 2024-05-09, to 2024-05-15, kind vacation"
    assert sentence(GRANTED) == told
