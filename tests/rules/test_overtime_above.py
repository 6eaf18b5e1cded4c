"""Overtime on hours above so many in a period."""

from tests.rules.stage import Story, laid

FORTY = Story("overtime-above: {hours: 40, period: week, multiple: 1.5}", first="2024-05-06",
              last="2024-05-19")  # fmt: skip


def test_hours_above_forty_in_a_week_are_the_latest_of_it() -> None:
    assert FORTY.but(tours=laid("ddddd--")).paid() == []
    assert FORTY.but(tours=laid("dddddd-")).paid() == [("2024-05-11 08:00", "8 h", "1.5")]
    assert FORTY.but(tours=laid("DDDD---")).paid() == [("2024-05-09 11:00", "8 h", "1.5")]


def test_a_tour_over_the_edge_of_a_period_counts_where_it_starts() -> None:
    story = FORTY.but(tours=laid("--ddd-L ddddd--"))
    assert story.paid() == [("2024-05-13 00:00", "8 h", "1.5")]


SCHEDULE = Story(
    "overtime-above: {hours: schedule, period: 14 days, multiple: 1.5,"
    " counts_as_worked: [funeral leave]}",
    laid("ddddd-- ddddd--"),
    first="2024-05-06",
    last="2024-05-19",
)
EXTRA = "extra: {person: Ames, tour: 2024-05-11 08:00 +8h}"


def test_hours_above_the_schedule_are_what_was_worked_beside_it() -> None:
    assert SCHEDULE.paid() == []
    assert SCHEDULE.but(events=(EXTRA,)).paid() == [("2024-05-11 08:00", "8 h", "1.5")]


def test_leave_that_counts_leaves_the_excess_and_leave_that_does_not_takes_it() -> None:
    leave = "leave: {{person: Ames, tour: 2024-05-07 08:00, kind: {}}}"
    funeral = SCHEDULE.but(events=(EXTRA, leave.format("funeral leave")))
    assert funeral.paid() == [("2024-05-11 08:00", "8 h", "1.5")]
    sick = SCHEDULE.but(events=(EXTRA, leave.format("sick")))
    assert sick.paid() == []


ADDED = Story(
    "overtime-above: {hours: 48, period: week, multiple: 2, of: added-tours}",
    laid("ddddd-- ddddd--"),
    ("extra: {person: Ames, tour: 2024-05-11 08:00 +10h}",),
    first="2024-05-06",
    last="2024-05-19",
)


def test_of_added_tours_only_what_lies_above_is_paid_more_and_no_other_tour() -> None:
    assert ADDED.paid() == [("2024-05-11 16:00", "2 h", "2")]
    assert ADDED.but(tours=laid("dddddd- ------", "2024-05-06")[:5], events=()).paid() == []


def test_the_day_after_the_period_does_not_count_in_it() -> None:
    """Monday of the next week is outside: 40 and 8 are no more than 48."""
    story = ADDED.but(
        events=("extra: {person: Ames, tour: 2024-05-11 08:00 +8h}",),
        tours=laid("ddddd-- ddddd--"),
    )
    assert story.paid() == []


def test_any_seven_days_are_the_fullest_that_hold_the_added_tour() -> None:
    """From Wednesday the 8th: 24 h, the added 10 and 16 of the next week are 50."""
    story = ADDED.but(rule=ADDED.rule.replace("week", "any 7 days"))
    assert story.paid() == [("2024-05-11 16:00", "2 h", "2")]
    less = story.but(events=("extra: {person: Ames, tour: 2024-05-11 08:00 +8h}",))
    assert less.paid() == []


def test_a_period_that_begins_on_a_date_is_laid_from_it() -> None:
    """Thursday to Wednesday: 16 h of the first week, 8 added, 24 of the second."""
    story = FORTY.but(
        rule="overtime-above: {hours: 40, period: 7 days from 2024-05-09, multiple: 1.5}",
        tours=laid("ddddd-- ddddd--"),
        events=(EXTRA,),
    )
    assert story.paid() == [("2024-05-15 08:00", "8 h", "1.5")]


def test_a_week_begins_on_the_agreement_s_own_day_and_not_with_the_schedule() -> None:
    """Four tours of ten hours from Wednesday to Saturday, three from Sunday to Tuesday."""
    tours = tuple(f"2025-05-{day:02} 08:00 +10h" for day in range(7, 14))
    story = Story(FORTY.rule, tours, week="sunday")
    assert story.paid() == []
    # Five from Sunday to Thursday are fifty hours, whatever was worked on the Wednesday before.
    five = ("2025-05-07 08:00 +10h", *(f"2025-05-{day} 08:00 +10h" for day in range(11, 16)))
    assert story.but(tours=five).basic() == "65"


def test_a_week_that_begins_at_an_hour_cuts_the_tour_that_lies_over_it() -> None:
    """Nine-eighty: Monday to Thursday 9 h, Friday 8 h, Monday to Thursday 9 h, Friday off."""
    tours = tuple(f"2025-06-{day:02} 07:00 +9h" for day in (9, 10, 11, 12, 16, 17, 18, 19))
    rule = "overtime-above: {hours: 40, period: week from friday 11:00, multiple: 1.5}"
    story = Story(rule, (*tours, "2025-06-13 07:00 +8h"))
    assert story.paid() == []
    assert story.basic() == "80"
    midnight = story.but(rule=rule.replace(" 11:00", ""))
    assert midnight.paid() == [("2025-06-19 12:00", "4 h", "1.5")]
