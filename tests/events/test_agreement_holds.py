"""A text comes into force, with what is chosen in it."""

import json

from tests.events.stage import AGREEMENT, NEXT, after, dates, refused, sentence

CREWS = AGREEMENT.replace("House", "Crews")
HOLDS = (
    f"agreement_holds: {{id: crews, text: {json.dumps(CREWS)}, from: 2024-05-01, to: 2024-12-31}}"
)
READ = (
    "agreement_holds: {id: crews, text: the text, readings: {'7': both}, settings: {rate: 1.5},"
    " from: 2024-01-01, to: 2024-12-31}"
)


def test_the_text_and_the_dates_stand_with_the_entry_that_put_it_in_force() -> None:
    text = after(HOLDS).facts.texts[-1]
    assert (text.id, text.kind, text.text) == ("crews", "agreement", CREWS)
    assert (text.readings, text.settings) == ((), ())
    assert text.number == NEXT


def test_a_later_text_stands_after_the_earlier() -> None:
    other = HOLDS.replace("2024-05-01", "2024-06-01").replace("id: crews", "id: later")
    texts = after(HOLDS, other).facts.texts
    assert [one.id for one in texts] == ["house", "crews", "later"]


def test_of_two_that_begin_on_one_date_the_one_entered_later_holds() -> None:
    texts = after(HOLDS, HOLDS.replace("id: crews", "id: right")).facts.texts
    assert [one.id for one in texts] == ["house", "right"]


def test_a_text_that_cannot_be_read_or_that_begins_as_another_does_is_not_entered() -> None:
    assert "crews:1: keys with values are needed here" in refused(READ)
    same = f"agreement_holds: {{id: house, text: {json.dumps(AGREEMENT)}}}"
    assert "it begins on the date on which house begins too" in refused(same)


def test_it_is_told_without_the_whole_text() -> None:
    assert dates(HOLDS) == ["2024-05-01", "2024-12-31"]
    assert sentence(READ) == (
        "agreement crews is in force from 2024-01-01 to 2024-12-31, read as 7: both, rate 1.5"
    )
