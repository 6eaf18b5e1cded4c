"""A tour beyond the schedule."""

from tests.events.stage import after, dates, sentence

TOUR = "extra: {person: Ames, tour: 2024-05-12 07:00 +12h, list: voluntary}"


def test_it_is_told() -> None:
    assert dates(TOUR) == ["2024-05-12"]
    assert sentence(TOUR) == "extra: person Ames, tour 2024-05-12 07:00 +12h, list voluntary"


def test_who_was_not_on_the_list_of_volunteers_worked_it_against_their_will() -> None:
    ordered = after(TOUR.replace("voluntary", "ordered")).people["Ames"].events[-1].event
    wished = after(TOUR).people["Ames"].events[-1].event
    assert [getattr(one, "against_will", None) for one in (ordered, wished)] == [True, False]
