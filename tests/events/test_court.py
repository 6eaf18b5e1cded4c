"""Released by a court."""

from tests.events.stage import NEXT, STAGE, after, dates, letters, refused, sentence, standing

COURT = "court: {person: '17', released: 2024-05-10 08:00}"


def test_it_stands_in_the_record_and_moves_no_tour() -> None:
    schedule = after(COURT)
    assert standing(schedule, "17").events[-1].number == NEXT
    assert letters(schedule, "17") == letters(STAGE.now, "17")


def test_nobody_is_released_later_than_it_is_known() -> None:
    told = refused(COURT.replace("08:00", "09:01"))
    assert "it is later than the entry becomes known, 2024-05-10 09:00" in told


def test_a_stranger_is_told_with_the_name_most_like_it() -> None:
    told = refused(COURT.replace("'17'", "Amos"))
    assert "nobody has this name; found Amos" in told
    assert "Ames" in told


def test_it_is_told() -> None:
    assert dates(COURT) == ["2024-05-10"]
    assert sentence(COURT) == "court: person Cole (17), released 2024-05-10 08:00"
