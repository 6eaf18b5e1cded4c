"""The meal break was not taken."""

from tests.events.stage import NEXT, after, dates, refused, sentence, standing

LUNCH = "no_lunch: {person: Ames, tour: 2024-05-07 07:00}"


def test_it_stands_in_the_record() -> None:
    assert standing(after(LUNCH), "Ames").events[-1].number == NEXT


def test_it_is_of_a_tour_that_one_has() -> None:
    told = refused(LUNCH.replace("07 07:00", "10 07:00"))
    assert "Ames has no tour that starts 2024-05-10 07:00" in told


def test_it_is_told() -> None:
    assert dates(LUNCH) == ["2024-05-07"]
    assert sentence(LUNCH) == "no lunch: person Ames, tour 2024-05-07 07:00"
