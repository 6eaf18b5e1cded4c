"""Evenings free in a period."""

from tests.rules.stage import Story, laid

RULE = 'free-evenings: {at_least: 3, period: week, evening_from: "18:00", until: "08:00"}'
WEEK = Story(RULE, first="2024-05-06", last="2024-05-12")


def test_three_evenings_of_weekdays_are_enough_and_two_are_not() -> None:
    assert WEEK.but(tours=laid("NN-----")).findings() == []
    assert WEEK.but(tours=laid("NNN----")).findings() == [
        ("2024-05-06 00:00", "2 free evenings", "3 free evenings")
    ]


def test_nights_of_the_weekend_take_no_weekday_evening() -> None:
    assert WEEK.but(tours=laid("NN---NN")).findings() == []


def test_a_tour_touches_an_evening_that_it_reaches_into_from_either_side() -> None:
    """From eight in the morning until six in the evening touches none, a minute more does."""
    between = tuple(f"2024-05-{day:02} 08:00 +10h" for day in range(6, 11))
    assert WEEK.but(tours=between).findings() == []
    late = tuple(f"2024-05-{day:02} 08:00 +10h01" for day in range(6, 9))
    assert WEEK.but(tours=late).findings() == [
        ("2024-05-06 00:00", "2 free evenings", "3 free evenings")
    ]
    early = tuple(f"2024-05-{day:02} 07:59 +8h" for day in range(7, 10))
    assert WEEK.but(tours=early).findings() == [
        ("2024-05-06 00:00", "2 free evenings", "3 free evenings")
    ]


def test_other_days_may_be_named() -> None:
    weekend = RULE.replace("at_least: 3", "at_least: 2, weekdays: [saturday, sunday]")
    story = WEEK.but(rule=weekend)
    assert story.but(tours=laid("NNNN---")).findings() == []
    assert len(story.but(tours=laid("-----N-")).findings()) == 1


def test_an_evening_that_ends_on_the_same_day_is_no_longer_than_that() -> None:
    """Day work from eight to four leaves every evening from six to eleven free."""
    rule = 'free-evenings: {at_least: 5, period: week, evening_from: "18:00", until: "23:00"}'
    day_work = tuple(f"2024-05-{day:02} 08:00 +8h" for day in range(6, 11))
    assert WEEK.but(rule=rule, tours=day_work).findings() == []
    late = ("2024-05-06 14:00 +4h01",)
    assert WEEK.but(rule=rule, tours=late).findings() == [
        ("2024-05-06 00:00", "4 free evenings", "5 free evenings")
    ]
    night = ("2024-05-06 23:00 +8h",)
    assert WEEK.but(rule=rule, tours=night).findings() == []
