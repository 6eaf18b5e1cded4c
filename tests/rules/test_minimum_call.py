"""What a call to work outside the schedule is paid at least."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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


@pytest.mark.parametrize(
    ("rule", "calls", "tours", "expected"),
    [
        ("hours: 3h, multiple: 1", [("05:00", "0h30")], "D", "15"),
        ("hours: 3h, multiple: 1, beside_tours: false", [("05:00", "0h30")], "D", "14"),
        ("hours: 2h, multiple: 2", [("06:00", "0h30")], "D", "16"),
        ("hours: 2h, multiple: 2, beside_tours: false", [("06:00", "0h30")], "D", "15"),
        ("hours: 3h, multiple: 1", [("02:00", "0h30"), ("03:30", "0h30")], "-", "6"),
        ("hours: 3h, multiple: 1, close_calls: one-stretch",
         [("02:00", "0h30"), ("03:30", "0h30")], "-", "3"),
        ("hours: 3h, multiple: 1, close_calls: one-stretch",
         [("02:00", "0h30"), ("04:45", "1h")], "-", "3.75"),
        ("hours: 3h, multiple: 1, close_calls: one-stretch",
         [("02:00", "0h30"), ("05:00", "1h")], "-", "6"),
        # Three calls, each within the minimum of the one before.
        ("hours: 3h, multiple: 1",
         [("01:00", "0h10"), ("02:00", "0h10"), ("03:00", "0h10")], "-", "9"),
        ("hours: 3h, multiple: 1, close_calls: one-stretch",
         [("01:00", "0h10"), ("02:00", "0h10"), ("03:00", "0h10")], "-", "3"),
        # Two calls and a tour, by the two readings of each.
        ("hours: 3h, multiple: 1", [("05:00", "0h30"), ("06:00", "0h30")], "D", "18"),
        ("hours: 3h, multiple: 1, close_calls: one-stretch, beside_tours: false",
         [("05:00", "0h30"), ("06:00", "0h30")], "D", "14"),
    ],
)  # fmt: skip
def test_a_minimum_runs_into_a_tour_or_another_call(
    rule: str, calls: list[tuple[str, str]], tours: str, expected: str
) -> None:
    assert called(calls, f"{{{rule}}}", laid(tours)).basic() == expected


@pytest.mark.parametrize(("beside", "expected"), [("true", "27"), ("false", "26.75")])
def test_time_before_reporting_may_lie_in_the_tour_that_ended(beside: str, expected: str) -> None:
    """A tour until 07:00, a call at 07:15: a quarter of an hour at 1.5 or half of it more."""
    rule = f"{{hours: 2h, multiple: 1.5, paid_before: 0h30, beside_tours: {beside}}}"
    tour = ("2024-05-05 07:00 +24h",)
    assert called([("07:15", "0h30")], rule, tour).basic() == expected


@given(st.lists(st.tuples(st.integers(1, 20), st.integers(0, 39)), min_size=1, max_size=3))
@settings(deadline=None, max_examples=25)
def test_calls_that_have_each_their_own_are_paid_as_if_alone(spread: list[tuple[int, int]]) -> None:
    calls, start, last = [], 60, 60
    for gap, worked in spread:
        calls.append((f"{start // 60:02d}:{start % 60:02d}", f"0h{worked:02d}"))
        last = start + worked
        start = last + gap
    rule = "hours: 3h, multiple: 2"
    assert called(calls, f"{{{rule}}}").basic() == str(6 * len(calls))
    joined = called(calls, f"{{{rule}, close_calls: one-stretch}}")
    assert sum(line.minutes for line in joined.lines) == max(180, last - 60)


def called(calls: list[tuple[str, str]], rule: str, tours: tuple[str, ...] = ()) -> Story:
    """Calls on Monday, by their times to report and what was worked."""
    events = tuple(
        f"call_in: {{person: Ames, told: 2024-05-06 00:00, report: 2024-05-06 {report},"
        f" worked: {worked}}}"
        for report, worked in calls
    )
    return Story(f"minimum-call: {rule}", tours, events, first="2024-05-05", last="2024-05-08")
