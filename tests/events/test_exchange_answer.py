"""An exchange is agreed to, approved, refused, undone."""

import pytest

from tests.events.stage import (
    NEXT,
    STAGE,
    after,
    dates,
    letters,
    numbers,
    refused,
    sentence,
    standing,
    worked,
)

ASK = (
    "exchange: {between: [Ames, '17'], gives: [2024-05-16 19:00, 2024-05-12 07:00],"
    " asked: 2024-05-10 08:00, written: [Ames]}"
)


def answer(word: str, exchange: int = NEXT, by: str = "") -> str:
    return f"exchange_answer: {{exchange: {exchange}, answer: {word}, at: 2024-05-10 09:00{by}}}"


def test_an_approved_exchange_moves_both_tours_and_one_undone_moves_them_back() -> None:
    done = after(ASK, answer("approved"))
    assert letters(done, "Ames") == "DDNN--D-DD-N--"
    assert letters(done, "17") == "NN-----DNNN---"
    assert list(done.moved) == [NEXT]
    undone = after(ASK, answer("approved"), answer("undone"))
    assert undone.moved == {}
    for person in ("Ames", "17"):
        assert letters(undone, person) == letters(STAGE.now, person)


def test_a_part_of_a_tour_changes_hands_and_the_rest_stays() -> None:
    part = (
        "exchange: {between: [Ames, '17'], gives: [2024-05-16 19:00, null],"
        " asked: 2024-05-10 08:00, part: 4h}"
    )
    done = after(part, answer("approved"))
    assert worked(done, "17", "2024-05-16 19:00") == ["19:00-23:00"]
    assert worked(done, "Ames", "2024-05-16 23:00") == ["23:00-07:00"]
    back = after(part, answer("approved"), answer("undone"))
    assert letters(back, "Ames") == letters(STAGE.now, "Ames")


def test_the_last_part_of_a_tour_changes_hands_too() -> None:
    part = (
        "exchange: {between: [Ames, '17'], gives: [2024-05-17 03:00, null],"
        " asked: 2024-05-10 08:00, part: 4h}"
    )
    done = after(part, answer("approved"))
    assert worked(done, "17", "2024-05-17 03:00") == ["03:00-07:00"]
    assert worked(done, "Ames", "2024-05-16 19:00") == ["19:00-03:00"]
    back = after(part, answer("approved"), answer("undone"))
    assert letters(back, "Ames") == letters(STAGE.now, "Ames")
    assert letters(back, "17") == letters(STAGE.now, "17")


def test_a_part_from_the_middle_of_a_tour_would_leave_two_pieces() -> None:
    part = (
        "exchange: {between: [Ames, '17'], gives: [2024-05-17 02:00, null],"
        " asked: 2024-05-10 08:00, part: 4h}"
    )
    told = refused(part, answer("approved"))
    assert "a part from 2024-05-17 02:00 that ends before the tour does leaves two" in told


@pytest.mark.parametrize("word", ["refused", "agreed"])
def test_no_other_answer_moves_a_tour(word: str) -> None:
    by = ", by: '17'" if word == "agreed" else ""
    schedule = after(ASK, answer(word, by=by))
    assert letters(schedule, "Ames") == letters(STAGE.now, "Ames")
    assert numbers(schedule.answers[NEXT]) == [NEXT + 1]
    assert numbers(standing(schedule, "17").events)[-1] == NEXT + 1


@pytest.mark.parametrize(
    ("events", "told"),
    [
        ((answer("approved"),), f"entry {NEXT} asks for no exchange"),
        ((ASK, answer("approved"), answer("refused")),
         f"the exchange of entry {NEXT} was approved already"),
        ((ASK, answer("undone")), f"the exchange of entry {NEXT} does not stand"),
        ((ASK, answer("agreed")), f"nobody is none of the two of the exchange of entry {NEXT}"),
        ((ASK, answer("agreed", by=", by: Ames")), "Ames has asked, or agreed, in writing already"),
        ((ASK, "extra: {person: '17', tour: 2024-05-16 20:00 +2h}", answer("approved")),
         "Cole (17) works 2024-05-16 20:00"),
    ],
)  # fmt: skip
def test_an_answer_that_cannot_be_is_refused(events: tuple[str, ...], told: str) -> None:
    assert told in refused(*events)


def test_what_a_later_exchange_or_leave_rests_on_is_not_undone() -> None:
    again = (
        "exchange: {between: ['17', Bond], gives: [2024-05-16 19:00, null],"
        " asked: 2024-05-10 09:00}"
    )
    chain = (ASK, answer("approved"), again, answer("approved", NEXT + 2), answer("undone"))
    assert f"those of entries {NEXT + 2}; undo them first" in refused(*chain)
    sick = "leave: {person: '17', tour: 2024-05-16 19:00, kind: sick}"
    told = refused(ASK, answer("approved"), sick, answer("undone"))
    assert "is no longer as Cole (17) was given it" in told


def test_it_is_told() -> None:
    assert dates(answer("approved")) == []
    assert sentence(answer("agreed", by=", by: '17'")).endswith(", by Cole (17)")
    assert sentence(answer("approved")) == (
        f"exchange answer: exchange {NEXT}, answer approved, at 2024-05-10 09:00"
    )
