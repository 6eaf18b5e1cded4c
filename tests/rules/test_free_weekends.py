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
    every = SECOND.but(rule="free-weekends: {one_in: 1, period: week}", last="2024-05-12")
    assert every.but(tours=("2024-05-10 16:00 +8h",)).findings() == []
    assert len(every.but(tours=("2024-05-10 19:00 +12h",)).findings()) == 1


def test_weekends_of_leave_are_left_out() -> None:
    """Of three weekends that are left one is owed, and one is free."""
    story = SECOND.but(tours=laid("-----d- -----d- -----d- -------"))
    assert story.findings() == [("2024-05-06 00:00", "1 free weekends", "2 free weekends")]
    leave = "leave: {person: Ames, tour: 2024-05-11 08:00, kind: vacation}"
    assert story.but(events=(leave,)).findings() == []


def test_a_weekend_over_the_edge_of_a_period_belongs_to_the_one_in_which_it_begins() -> None:
    """Four weeks from Sunday: the last weekend begins on their last day, and is worked."""
    tours = tuple(f"2025-05-{day:02} 08:00 +10h" for day in (4, 10, 11, 17, 18, 31))
    story = SECOND.but(first="2025-05-04", last="2025-05-31", tours=tours)
    assert story.findings() == [("2025-05-04 00:00", "1 free weekends", "2 free weekends")]


def test_a_weekend_may_have_its_own_hours() -> None:
    """A night from Monday 00:00 breaks a weekend that lasts until Monday 08:00."""
    tours = ("2025-06-06 16:00 +8h", "2025-06-09 00:00 +8h")
    rule = "free-weekends: {one_in: 1, period: week, lasts: 56h}"
    story = Story(rule, tours, first="2025-06-02", last="2025-06-15")
    assert len(story.findings()) == 1
    assert story.but(rule="free-weekends: {one_in: 1, period: week}").findings() == []
    assert "a weekend lasts 56 h from Saturday 00:00" in story.agreement.clauses[0].rules[0].says()


def test_two_in_five() -> None:
    story = Story("free-weekends: {free: 2, one_in: 5, period: 5 weeks}", first="2024-05-06",
                  last="2024-06-09")  # fmt: skip
    three = laid("-----d- -----d- -----d- ------- -------")
    assert story.but(tours=three).findings() == []
    four = laid("-----d- -----d- -----d- -----d- -------")
    assert story.but(tours=four).findings() == [
        ("2024-05-06 00:00", "1 free weekends", "2 free weekends")
    ]
