"""A tour lost to leave."""

from tests.events.stage import NEXT, after, dates, letters, refused, sentence, standing

SICK = "leave: {person: Ames, tour: 2024-05-15 07:00, kind: sick}"


def test_the_tour_is_lost_and_the_absence_says_which_and_by_which_entry() -> None:
    schedule = after(SICK)
    assert letters(schedule, "Ames") == "DDNN----D-NN--"
    (absent,) = standing(schedule, "Ames").absences
    assert (absent.kind, absent.number) == ("sick", NEXT)


def test_leave_is_from_a_tour_that_one_has_and_says_what_took_it() -> None:
    told = refused(SICK.replace("07:00", "08:00"))
    assert "Ames has no tour that starts 2024-05-15 08:00; the nearest starts 2024-05-15 07:00" in (
        told
    )
    assert f"leave, sick (entry {NEXT})" in refused(SICK, SICK)
    assert "nor any near it" in refused(SICK.replace("Ames", "'17'").replace("05-15", "05-19"))


def test_an_extra_tour_can_be_lost_too() -> None:
    extra = "extra: {person: Ames, tour: 2024-05-12 07:00 +12h}"
    assert letters(after(extra, SICK.replace("05-15", "05-12")), "Ames") == "DDNN----DDNN--"


def test_it_is_told() -> None:
    assert dates(SICK) == ["2024-05-15"]
    assert sentence(SICK) == "leave: person Ames, tour 2024-05-15 07:00, kind sick"


def test_a_tour_that_something_was_said_of_already_is_lost_and_does_not_come_back() -> None:
    over = "held_over: {person: Ames, tour: 2024-05-15 07:00, until: 2024-05-15 20:00}"
    assert letters(after(over, SICK), "Ames") == "DDNN----D-NN--"
    told = refused(over, SICK, over)
    assert f"Ames has no tour that starts 2024-05-15 07:00: leave, sick (entry {NEXT + 1})" in told
