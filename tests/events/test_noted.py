"""Words that are kept with the ledger."""

from tests.events.stage import STAGE, after, dates, letters, refused, sentence, standing

NOTED = "noted: {words: 'sick, letter of 2024-02-30', of: [Ames], days: [2024-05-07]}"


def test_it_stands_with_those_whom_it_names_and_does_nothing() -> None:
    schedule = after(NOTED)
    assert letters(schedule, "Ames") == letters(STAGE.now, "Ames")
    assert standing(schedule, "Ames").events[-1].event.name() == "noted"
    assert standing(schedule, "Bond").events == standing(STAGE.now, "Bond").events


def test_it_is_of_people_of_the_service() -> None:
    assert "nobody has this name; found Amos" in refused(NOTED.replace("Ames", "Amos"))


def test_it_is_told_as_it_was_written() -> None:
    assert dates(NOTED) == ["2024-05-07"]
    assert sentence(NOTED) == "noted: sick, letter of 2024-02-30"
