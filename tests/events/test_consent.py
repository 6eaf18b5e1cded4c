"""Somebody agrees to what a clause lets be done by agreement."""

from tests.events.stage import NEXT, STAGE, after, letters, refused, sentence, standing

CONSENT = "consent: {clause: '9', by: the union, at: 2024-05-09 08:00, person: '17'}"


def test_it_stands_in_the_record_of_whom_it_concerns_and_moves_no_tour() -> None:
    schedule = after(CONSENT)
    assert standing(schedule, "17").events[-1].number == NEXT
    assert standing(schedule, "Ames").events == standing(STAGE.now, "Ames").events
    assert letters(schedule, "17") == letters(STAGE.now, "17")


def test_where_it_concerns_nobody_alone_it_stands_in_nobody_s() -> None:
    schedule = after(CONSENT.replace(", person: '17'", ""))
    assert standing(schedule, "17").events == standing(STAGE.now, "17").events


def test_whom_it_concerns_is_somebody() -> None:
    assert "nobody has this name; found Amos" in refused(CONSENT.replace("'17'", "Amos"))


def test_it_is_told() -> None:
    assert sentence(CONSENT) == (
        "consent: clause 9, by the union, at 2024-05-09 08:00, person Cole"
    )
