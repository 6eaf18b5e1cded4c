"""A tour, or a day off, becomes another, or a day off."""

from tests.events.stage import NEXT, after, dates, letters, refused, sentence, standing

MOVED = (
    "change: {person: Ames, tour: 2024-05-14 07:00, to: 2024-05-14 19:00 +12h night,"
    " told: 2024-05-10 08:00}"
)
OFF = "change: {person: Ames, tour: 2024-05-14 07:00, to: off, told: 2024-05-10 08:00}"
TAKEN = (
    "change: {person: Ames, tour: off 2024-05-12, to: 2024-05-12 07:00 +12h,"
    " told: 2024-05-10 08:00}"
)


def test_a_tour_becomes_another_and_the_change_is_kept() -> None:
    schedule = after(MOVED)
    assert letters(schedule, "Ames") == "DDNN----NDNN--"
    (change,) = standing(schedule, "Ames").changes
    assert (change.number, change.day_off, change.by_employee) == (NEXT, False, False)


def test_a_tour_becomes_a_day_off_and_a_day_off_a_tour() -> None:
    assert letters(after(OFF), "Ames") == "DDNN-----DNN--"
    schedule = after(TAKEN)
    assert letters(schedule, "Ames") == "DDNN--D-DDNN--"
    assert [one.day_off for one in standing(schedule, "Ames").changes] == [True]


def test_what_does_not_stand_cannot_become_another() -> None:
    assert f"entry {NEXT} changed it into a day off" in refused(OFF, MOVED)
    told = refused(TAKEN.replace("off 2024-05-12", "off 2024-05-14"))
    assert "Ames has a tour on that date: it is no day off" in told


def test_nobody_works_two_tours_at_once() -> None:
    told = refused(TAKEN.replace("05-12 07:00 +12h", "05-15 10:00 +12h"))
    assert "Ames works 2024-05-15 07:00" in told


def test_a_tour_that_is_over_cannot_change() -> None:
    told = refused(
        "change: {person: Ames, tour: 2024-05-06 07:00, to: off, told: 2024-05-06 19:00}"
    )
    assert "the tour was over then and cannot change" in told


def test_it_is_about_the_tours_dates_and_not_about_when_it_was_told() -> None:
    assert dates(MOVED) == ["2024-05-14"]
    assert dates(TAKEN) == ["2024-05-12"]
    assert sentence(OFF) == (
        "change: person Ames, tour 2024-05-14 07:00, to off, told 2024-05-10 08:00,"
        " asked by employer"
    )
