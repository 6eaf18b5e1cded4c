"""Free weekends."""

from tests.rules.stage import Story, laid

SECOND = Story("free-weekends: {one_in: 2}", first="2024-05-06", last="2024-06-02")


def test_two_of_four_weekends_are_enough_and_one_is_not() -> None:
    assert SECOND.but(tours=laid("-----d- -----d- ------- -------")).findings() == []
    assert SECOND.but(tours=laid("-----d- -----d- ------d -------")).findings() == [
        ("2024-05-06 00:00", "1 free weekends", "2 free weekends")
    ]


def test_the_weekend_on_the_last_two_days_of_a_period_counts() -> None:
    """The 1st and 2nd of June end the 28 days: worked, three of four are left, or too few."""
    every = SECOND.but(rule="free-weekends: {one_in: 1}")
    assert every.but(tours=laid("------- ------- ------- ------d")).findings() == [
        ("2024-05-06 00:00", "3 free weekends", "4 free weekends")
    ]
    assert every.but(tours=laid("------- ------- ------- ----d--")).findings() == []


def test_a_night_from_friday_takes_the_weekend_and_an_evening_to_midnight_does_not() -> None:
    every = SECOND.but(rule="free-weekends: {one_in: 1, in_days: 7}", last="2024-05-12")
    assert every.but(tours=("2024-05-10 16:00 +8h",)).findings() == []
    assert len(every.but(tours=("2024-05-10 19:00 +12h",)).findings()) == 1


def test_weekends_of_leave_are_left_out() -> None:
    """Of three weekends that are left one is owed, and one is free."""
    story = SECOND.but(tours=laid("-----d- -----d- -----d- -------"))
    assert story.findings() == [("2024-05-06 00:00", "1 free weekends", "2 free weekends")]
    leave = "leave: {person: Ames, tour: 2024-05-11 08:00, kind: vacation}"
    assert story.but(events=(leave,)).findings() == []
