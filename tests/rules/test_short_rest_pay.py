"""What work within a rest that is owed is paid."""

from tests.rules.stage import Story

WOULD_END = Story("short-rest-pay: {rest: 8h, multiple: 1.5}")
IS_HAD = Story("short-rest-pay: {rest: 8h, multiple: 1.5, until: rest-is-had}")
LATE = "2024-05-06 16:00 +8h"


def test_back_after_eight_hours_is_plain_and_the_hours_of_the_rest_are_not() -> None:
    assert WOULD_END.but(tours=(LATE, "2024-05-07 08:00 +8h")).paid() == []
    assert WOULD_END.but(tours=(LATE, "2024-05-07 06:00 +8h")).paid() == [
        ("2024-05-07 06:00", "2 h", "1.5")
    ]


def test_until_the_rest_is_had_all_work_is_paid_more() -> None:
    tours = (LATE, "2024-05-07 06:00 +8h", "2024-05-07 20:00 +4h", "2024-05-08 08:00 +8h")
    assert IS_HAD.but(tours=tours).paid() == [
        ("2024-05-07 06:00", "8 h", "1.5"),
        ("2024-05-07 20:00", "4 h", "1.5"),
    ]


def test_before_a_night_alone() -> None:
    rule = WOULD_END.rule.replace("1.5}", "1.5, before: night}")
    story = WOULD_END.but(rule=rule)
    assert story.but(tours=(LATE, "2024-05-07 06:00 +8h")).paid() == []
    nights = ("2024-05-06 12:00 +8h", "2024-05-06 23:00 +8h")
    assert story.but(tours=nights).paid() == [("2024-05-06 23:00", "5 h", "1.5")]


COURT = Story("short-rest-pay: {rest: 8h, multiple: 1.5, after: court, before: night}")
NIGHT = "2024-05-06 23:00 +8h"
RELEASED = "court: {person: Ames, released: 2024-05-06 18:00}"
BACK = "back_early: {person: Ames, tour: 2024-05-06 23:00, at: 2024-05-06 23:00}"


def test_the_rest_after_court_costs_no_hours_of_the_night() -> None:
    """Released at six: rest until two, three hours of the night, paid as worked."""
    story = COURT.but(tours=(NIGHT,), events=(RELEASED,))
    assert story.basic() == "8"
    assert story.paid()[0] == ("2024-05-06 23:00", "3 h", "1")


def test_ordered_to_the_night_all_the_same_its_rest_hours_are_paid_more_and_no_others() -> None:
    day_before = "2024-05-01 08:00 +8h"
    story = COURT.but(tours=(day_before, NIGHT), events=(RELEASED, BACK))
    assert story.paid() == [("2024-05-06 23:00", "3 h", "1.5")]
    assert story.basic() == "17.5"


def test_released_eight_hours_before_no_rest_is_owed() -> None:
    early = RELEASED.replace("18:00", "15:00")
    story = COURT.but(tours=(NIGHT,), events=(early, BACK))
    assert story.paid() == []
    assert story.basic() == "8"


def test_a_tour_that_is_no_night_is_owed_none_where_the_clause_speaks_of_nights() -> None:
    evening = "2024-05-06 19:00 +4h evening"
    assert COURT.but(tours=(evening,), events=(RELEASED,)).paid() == []
