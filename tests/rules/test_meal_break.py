"""The meal break of a tour."""

from tests.rules.stage import Story, laid, rule_of

MISSED = "no_lunch: {person: Ames, tour: 2024-05-06 08:00}"
HOUR = Story("meal-break: {length: 1h, in_tour: 8h, missed_hours: 1h}", laid("dd"))


def test_a_missed_break_is_a_finding_and_an_hour_on_top() -> None:
    assert HOUR.findings() == []
    assert HOUR.basic() == "16"
    story = HOUR.but(events=(MISSED,))
    assert story.findings() == [("2024-05-06 08:00", "0 h", "1 h")]
    assert story.paid() == [("2024-05-06 08:00", "1 h", "1")]
    assert story.basic() == "17"


def test_a_shorter_tour_is_owed_no_break_and_a_longer_one_is() -> None:
    for length, count in (("+7h59", 0), ("+8h", 1), ("+9h", 1)):
        story = HOUR.but(tours=(f"2024-05-06 08:00 {length}",), events=(MISSED,))
        assert len(story.findings()) == count


def test_without_hours_for_it_a_missed_break_costs_nothing() -> None:
    story = HOUR.but(rule="meal-break: {length: 1h}", events=(MISSED,))
    assert story.paid() == []
    assert len(story.findings()) == 1


def test_the_hour_is_paid_at_its_multiple() -> None:
    rule = "meal-break: {length: 0h30, missed_hours: 0h30, missed_multiple: 1.5}"
    assert HOUR.but(rule=rule, events=(MISSED,)).paid() == [("2024-05-06 08:00", "0.5 h", "1.5")]


def test_a_break_that_cannot_be_over_in_time_is_told_of_the_text() -> None:
    whole = "meal-break: {length: 1h, in_tour: 8h, not_before: 2h30, done_by: 3h30}"
    assert list(rule_of(whole).doubts()) == []
    (doubt,) = rule_of(whole.replace("done_by: 3h30", "done_by: 3h29")).doubts()
    assert doubt.figures == ("3 h 30 min", "3 h 29 min")
