"""The work period of the Fair Labor Standards Act."""

import pytest

from tests.rules.stage import Story, laid, rule_of
from watchbill.kernel.problems import BadInput
from watchbill.rules.ceilings import CEILINGS

# 53 hours are the ceiling of seven days for fire protection, 43 for police.
SEVEN = Story(
    "work-period: {days: 7, begins: 2024-05-06 08:00, service: fire, productive: [vacation]}",
    first="2024-05-06",
    last="2024-05-19",
)


def test_fifty_three_hours_are_plain_and_the_latest_above_them_are_not() -> None:
    tours = ("2024-05-06 08:00 +24h", "2024-05-08 08:00 +24h", "2024-05-10 08:00 +5h")
    assert SEVEN.but(tours=tours).paid() == []
    longer = (*tours[:2], "2024-05-10 08:00 +8h")
    assert SEVEN.but(tours=longer).paid() == [("2024-05-10 13:00", "3 h", "1.5")]


def test_police_have_a_lower_ceiling() -> None:
    tours = tuple(f"2024-05-{day:02} 08:00 +12h" for day in range(6, 10))
    police = SEVEN.but(rule=SEVEN.rule.replace("fire", "police"), tours=tours)
    assert police.paid() == [("2024-05-09 15:00", "5 h", "1.5")]
    assert SEVEN.but(tours=tours).paid() == []


def test_a_tour_is_cut_where_one_period_ends_and_the_next_begins() -> None:
    """From Sunday 20:00 to Monday 20:00: twelve hours in the first period, twelve in the next."""
    tours = ("2024-05-06 08:00 +24h", "2024-05-08 08:00 +24h", "2024-05-12 20:00 +24h")
    assert SEVEN.but(tours=tours).paid() == [("2024-05-13 01:00", "7 h", "1.5")]


def test_an_hour_before_the_period_begins_lies_in_the_one_before() -> None:
    police = SEVEN.but(rule=SEVEN.rule.replace("fire", "police"), tours=laid("DDDD---"))
    assert police.paid() == [("2024-05-09 15:00", "4 h", "1.5")]


def test_leave_of_a_productive_kind_counts_and_other_leave_does_not() -> None:
    tours = ("2024-05-06 08:00 +24h", "2024-05-08 08:00 +24h", "2024-05-10 08:00 +8h")
    leave = "leave: {{person: Ames, tour: 2024-05-06 08:00, kind: {}}}"
    vacation = SEVEN.but(tours=tours, events=(leave.format("vacation"),))
    assert vacation.paid() == [("2024-05-10 13:00", "3 h", "1.5")]
    assert SEVEN.but(tours=tours, events=(leave.format("sick"),)).paid() == []


def test_any_leave_counts_where_the_text_says_any_but_for_what_it_takes_out() -> None:
    rule = SEVEN.rule.replace("productive: [vacation]", "productive: [any], not_productive: [sick]")
    tours = ("2024-05-06 08:00 +24h", "2024-05-08 08:00 +24h", "2024-05-10 08:00 +8h")
    leave = "leave: {{person: Ames, tour: 2024-05-06 08:00, kind: {}}}"
    story = SEVEN.but(rule=rule, tours=tours)
    assert story.but(events=(leave.format("sick"),)).paid() == []
    assert len(story.but(events=(leave.format("training"),)).paid()) == 1


def test_the_published_ceilings_fall_with_the_days() -> None:
    assert CEILINGS[28] == (212, 171)
    assert CEILINGS[7] == (53, 43)
    for place in (0, 1):
        row = [CEILINGS[days][place] for days in range(7, 29)]
        assert row == sorted(row)


@pytest.mark.parametrize("days", [6, 29])
def test_a_period_has_from_seven_to_twenty_eight_days(days: int) -> None:
    with pytest.raises(BadInput):
        rule_of(f"work-period: {{days: {days}, begins: 2024-05-06 08:00, service: fire}}")


def test_leave_on_both_lists_is_told_of_the_text() -> None:
    both = SEVEN.rule.replace("}", ", not_productive: [vacation]}")
    (doubt,) = rule_of(both).doubts()
    assert doubt.sentence == "Leave (vacation) counts as worked, and does not count."
    assert list(rule_of(SEVEN.rule).doubts()) == []


def test_the_autumn_night_counts_as_worked_also_where_nominal_hours_are_paid() -> None:
    """On 2024-11-03 the clocks of Edmonton go back: 24 hours on the wall are 25 of work."""
    tours = ("2024-10-28 08:00 +24h", "2024-11-02 08:00 +24h", "2024-10-30 08:00 +5h")
    story = Story(
        SEVEN.rule.replace("2024-05-06", "2024-10-28"), tours, zone="America/Edmonton",
        first="2024-10-28", last="2024-11-10",
    )  # fmt: skip
    assert [line[1:] for line in story.paid()] == [("1 h", "1.5")]
    assert [line[1:] for line in story.but(clock_change="nominal").paid()] == [("1 h", "1.5")]
