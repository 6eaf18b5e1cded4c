"""Laws of rules that count over time: a schedule moved by whole weeks, with its periods, has the
same findings and the same pay, moved by as many weeks; and the day on which the schedule happens
to begin changes nothing where weeks are the agreement's own.
"""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rules.stage import Story, laid
from watchbill.kernel.clock import Day, day_text, parse_day, parse_wall

MONDAY = parse_day("2024-05-06")
RULES = st.sampled_from(
    [
        "average-hours: {at_most: 40, period: 14 days}",
        "average-hours: {at_most: 40, period: week}",
        "free-days: {at_least: 3, period: week}",
        "free-run: {days: 2, period: 2 weeks}",
        "free-weekends: {one_in: 2, period: 28 days}",
        "hours-in-window: {at_most: 40h, period: any 7 days}",
        "overtime-above: {hours: 40, period: week, multiple: 1.5}",
        "overtime-above: {hours: 40, period: week from friday 11:00, multiple: 1.5}",
        "free-period: {at_least: 36h, after_days: 5}",
        "run-of-tours: {at_most: 4}",
    ]
)
LINES = st.text(alphabet="dDN--", min_size=28, max_size=28)


def story(rule: str, letters: str, weeks: int = 0) -> Story:
    first = Day(MONDAY + 7 * weeks)
    tours = laid(letters, day_text(first))
    return Story(rule, tours, first=day_text(first), last=day_text(Day(first + 27)))


def told(made: Story, weeks: int = 0) -> list[tuple[object, ...]]:
    """Findings and pay, with times counted from ``weeks`` later."""
    back = weeks * 7 * 1440
    rows: list[tuple[object, ...]] = [
        (parse_wall(start) - back, *rest) for start, *rest in (*made.findings(), *made.paid())
    ]
    return rows


@given(RULES, LINES, st.integers(-30, 30))
@settings(deadline=None, max_examples=60)
def test_a_schedule_moved_by_whole_weeks_is_the_same_schedule(
    rule: str, letters: str, weeks: int
) -> None:
    assert told(story(rule, letters, weeks), weeks) == told(story(rule, letters))


@given(
    st.sampled_from([
        "overtime-above: {hours: 40, period: week, multiple: 1.5}",
        "overtime-above: {hours: 40, period: week from friday 11:00, multiple: 1.5}",
    ]),
    LINES,
    st.integers(0, 13),
)  # fmt: skip
@settings(deadline=None, max_examples=40)
def test_the_day_on_which_the_schedule_begins_changes_no_week(
    rule: str, letters: str, earlier: int
) -> None:
    made = story(rule, letters)
    assert made.but(first=day_text(Day(MONDAY - earlier))).paid() == made.paid()


@given(st.integers(0, 20), st.integers(0, 4))
@settings(deadline=None, max_examples=30)
def test_leave_makes_no_room_where_it_is_made_up(place: int, days: int) -> None:
    """Tours of one length, five a week: the average stays whatever days are leave."""
    tours = laid("ddddd-- " * 6)
    leave = tuple(
        f"leave: {{person: Ames, tour: {tour[:16]}, kind: vacation}}"
        for tour in tours[place % 16 : place % 16 + days]
    )
    rule = "average-hours: {at_most: 39, period: 28 days, counting: {leave: made-up}}"
    made = Story(rule, tours, leave, first="2024-05-06", last="2024-06-02")
    assert [row[1] for row in made.findings()] == ["40 h/week"]
