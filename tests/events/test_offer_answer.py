"""What was said to the offer of a vacancy."""

import pytest

from tests.events.stage import NEXT, STAGE, after, dates, letters, numbers, refused, sentence

OPEN = "vacancy: {tour: 2024-05-12 07:00 +12h, post: crew, at: 2024-05-10 08:00}"


def said(person: str, word: str) -> str:
    return (
        f"offer_answer: {{person: {person}, vacancy: {NEXT}, answer: {word}, at: 2024-05-10 09:00}}"
    )


def test_answers_stand_with_the_vacancy_and_give_no_tour_by_themselves() -> None:
    schedule = after(OPEN, said("Ames", "no answer"), said("Bond", "accepted"))
    assert numbers(schedule.answers[NEXT]) == [NEXT + 1, NEXT + 2]
    assert letters(schedule, "Bond") == letters(STAGE.now, "Bond")


@pytest.mark.parametrize(
    ("events", "told"),
    [
        ((said("Ames", "refused"),), f"entry {NEXT} opens no vacancy"),
        ((OPEN, said("Ames", "refused"), said("Ames", "accepted")),
         "Ames has answered already: refused"),
        ((OPEN, said("Ames", "accepted"), said("Bond", "refused")),
         f"the vacancy of entry {NEXT} is filled by Ames"),
        ((OPEN, said("'17'", "accepted"), said("Bond", "refused")),
         f"the vacancy of entry {NEXT} is filled by Cole (17)"),
        ((OPEN, said("'17'", "refused"), said("'17'", "no answer")),
         "Cole (17) has answered already: refused"),
        ((OPEN, said("Amos", "refused")), "nobody has this name; found Amos"),
    ],
)  # fmt: skip
def test_an_answer_that_cannot_be_is_refused(events: tuple[str, ...], told: str) -> None:
    assert told in refused(*events)


def test_who_declined_may_still_be_ordered() -> None:
    schedule = after(OPEN, said("Ames", "refused"), said("Ames", "ordered"))
    assert numbers(schedule.answers[NEXT]) == [NEXT + 1, NEXT + 2]


def test_it_is_told() -> None:
    assert dates(said("Ames", "refused")) == []
    assert sentence(said("Ames", "refused")) == (
        f"offer answer: person Ames, vacancy {NEXT}, answer refused, at 2024-05-10 09:00"
    )
