"""An agreement goes on after its end."""

import json

from tests.events.stage import AGREEMENT, after, dates, refused, sentence

HOLDS = (
    f"agreement_holds: {{id: crews, text: {json.dumps(AGREEMENT)},"
    " from: 2024-01-01, to: 2024-05-11}"
)
GOES_ON = (
    "agreement_goes_on: {id: crews, by: the union, since: 2024-05-12,"
    " source: a letter of the two sides}"
)


def test_who_said_it_and_from_when_stands_with_the_text() -> None:
    text = after(HOLDS, GOES_ON).facts.texts[-1]
    assert [source for _, _, source in text.goes_on] == ["a letter of the two sides"]


def test_a_text_that_is_not_in_force_cannot_go_on() -> None:
    told = refused(HOLDS, GOES_ON.replace("crews", "crew"))
    assert "no text of this id is in force; found crew" in told
    assert "did you mean: crews" in told or "did you mean crews" in told


def test_it_is_told_with_its_date() -> None:
    assert dates(GOES_ON) == ["2024-05-12"]
    told = (
        "agreement goes on: id crews, by the union, since 2024-05-12,"
        " source a letter of the two sides"
    )
    assert sentence(GOES_ON) == told
