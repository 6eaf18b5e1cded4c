"""A text comes into force, with what is chosen in it."""

from tests.events.stage import NEXT, after, dates, sentence

HOLDS = (
    "agreement_holds: {id: crews, text: the text, readings: {'7': both}, settings: {rate: 1.5},"
    " from: 2024-01-01, to: 2024-12-31}"
)


def test_the_text_and_what_was_chosen_stand_with_the_entry_that_put_them_in_force() -> None:
    text = after(HOLDS).facts.texts[-1]
    assert (text.id, text.kind, text.text) == ("crews", "agreement", "the text")
    assert (text.readings, text.settings) == ((("7", "both"),), (("rate", 1.5),))
    assert text.number == NEXT


def test_a_later_text_stands_after_the_earlier() -> None:
    texts = after(HOLDS, HOLDS.replace("the text", "another")).facts.texts
    assert [one.text for one in texts[-2:]] == ["the text", "another"]


def test_it_is_told_without_the_whole_text() -> None:
    assert dates(HOLDS) == ["2024-01-01", "2024-12-31"]
    assert sentence(HOLDS) == (
        "agreement crews is in force from 2024-01-01 to 2024-12-31, read as 7: both, rate 1.5"
    )
