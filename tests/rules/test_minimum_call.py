"""What a call to work outside the schedule is paid at least."""

from tests.rules.stage import Story, laid

THREE = Story("minimum-call: {hours: 3h, multiple: 1, worked_at_most: 2h}", laid("D"))


def call(worked: str, report: str = "2024-05-07 20:00", rule: str | None = None) -> Story:
    event = f"call_in: {{person: Ames, told: 2024-05-07 19:00, report: {report}, worked: {worked}}}"
    story = THREE.but(events=(event,), last="2024-05-08", first="2024-05-06")
    return story if rule is None else story.but(rule=f"minimum-call: {rule}")


def test_nobody_needed_and_two_hours_worked_are_paid_three_and_a_minute_more_as_worked() -> None:
    assert call("0h").paid() == [("2024-05-07 20:00", "3 h", "1")]
    assert call("2h").paid() == [("2024-05-07 20:00", "3 h", "1")]
    longer = call("2h01")
    assert longer.paid() == []
    assert longer.lines[-1].minutes == 121


def test_without_such_a_bound_the_multiple_holds_for_the_whole_call() -> None:
    rule = "{hours: 2h, multiple: 1.5}"
    assert call("1h", rule=rule).paid() == [("2024-05-07 20:00", "2 h", "1.5")]
    assert call("5h", rule=rule).paid() == [("2024-05-07 20:00", "5 h", "1.5")]


def test_time_before_reporting_is_paid_and_counts_towards_the_minimum() -> None:
    rule = "{hours: 2h, multiple: 1.5, paid_before: 0h30}"
    assert call("1h", rule=rule).paid() == [("2024-05-07 19:30", "2 h", "1.5")]
    assert call("2h", rule=rule).paid() == [("2024-05-07 19:30", "2.5 h", "1.5")]


def test_how_a_call_of_each_length_is_paid_can_be_compared() -> None:
    rule = THREE.agreement.clauses[0].rules[0]
    more = call("0h", rule="{hours: 4h, multiple: 1, worked_at_most: 2h}")
    assert rule.left_idle_by(more.agreement.clauses[0].rules[0]) == ""
    assert more.agreement.clauses[0].rules[0].left_idle_by(rule) is None
