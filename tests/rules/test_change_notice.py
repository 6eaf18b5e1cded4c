"""Notice of a change to the posted schedule, and what its lack costs."""

from tests.rules.stage import Story, laid

TOLD = "told: 2024-05-07 10:00"
OFF = Story(
    "change-notice: {days: 14, change: [day-off], multiple: 2, pays: day}",
    laid("dd-----"),
    first="2024-05-06",
    last="2024-06-02",
)


def change(tour: str, to: str, told: str = "2024-05-07 10:00", more: str = "") -> tuple[str, ...]:
    return (f"change: {{person: Ames, tour: {tour}, to: {to}, told: {told}{more}}}",)


def test_a_day_off_taken_with_thirteen_days_notice_is_paid_double_and_with_fourteen_not() -> None:
    thirteen = OFF.but(events=change("off 2024-05-20", "2024-05-20 08:00 +8h"))
    assert thirteen.paid() == [("2024-05-20 08:00", "8 h", "2")]
    fourteen = OFF.but(events=change("off 2024-05-21", "2024-05-21 08:00 +8h"))
    assert fourteen.paid() == []
    assert fourteen.basic() == "24"


def test_what_the_employee_asked_for_is_never_paid() -> None:
    own = change("off 2024-05-20", "2024-05-20 08:00 +8h", more=", asked_by: employee")
    assert OFF.but(events=own).paid() == []


def test_all_hours_on_the_day_are_paid_time_held_over_too() -> None:
    events = (
        *change("off 2024-05-20", "2024-05-20 08:00 +8h"),
        "held_over: {person: Ames, tour: 2024-05-20 08:00, until: 2024-05-20 17:00}",
    )
    assert OFF.but(events=events).paid() == [
        ("2024-05-20 08:00", "8 h", "2"),
        ("2024-05-20 16:00", "1 h", "2"),
    ]


KIND = Story(
    "change-notice: {days: 14, change: [kind], kinds: [day to night], multiple: 2,"
    " pays: first-tour}",
    laid("----- -- DDDD---"),
    first="2024-05-06",
    last="2024-05-19",
)


def test_of_several_tours_changed_at_one_time_only_the_first_is_paid_more() -> None:
    events = (
        *change("2024-05-14 07:00", "2024-05-14 19:00 +12h"),
        *change("2024-05-13 07:00", "2024-05-13 19:00 +12h"),
    )
    assert KIND.but(events=events).paid() == [("2024-05-13 19:00", "12 h", "2")]


def test_a_tour_taken_away_at_the_same_time_is_not_the_first_of_the_changed_schedule() -> None:
    events = (
        *change("2024-05-13 07:00", '"off"'),
        *change("2024-05-14 07:00", "2024-05-14 19:00 +12h"),
    )
    assert KIND.but(events=events).paid() == [("2024-05-14 19:00", "12 h", "2")]


def test_a_change_of_another_kind_than_the_listed_ones_is_not_paid_more() -> None:
    evening = change("2024-05-13 07:00", "2024-05-13 15:00 +8h")
    assert KIND.but(events=evening).paid() == []
    every = KIND.but(rule=KIND.rule.replace(" kinds: [day to night],", ""))
    assert every.but(events=evening).paid() == [("2024-05-13 15:00", "8 h", "2")]


START = Story(
    "change-notice: {days: 14, change: [start], moved_by: 2h, multiple: 2, pays: hours-moved}",
    laid("----- -- DDDD---"),
    first="2024-05-06",
    last="2024-05-19",
)


def test_a_start_moved_by_two_hours_is_paid_for_two_and_by_a_minute_less_for_none() -> None:
    two = START.but(events=change("2024-05-13 07:00", "2024-05-13 09:00 +12h"))
    assert two.paid() == [("2024-05-13 09:00", "2 h", "2")]
    less = START.but(events=change("2024-05-13 07:00", "2024-05-13 08:59 +12h"))
    assert less.paid() == []


def test_where_all_hours_are_paid_the_whole_changed_tour_is() -> None:
    story = START.but(rule=START.rule.replace("hours-moved", "all-hours"))
    moved = story.but(events=change("2024-05-13 07:00", "2024-05-13 05:00 +12h"))
    assert moved.paid() == [("2024-05-13 05:00", "12 h", "2")]


OWED = Story(
    "change-notice: {days: 14}", laid("dd-----"), first="2024-05-06", last="2024-06-02"
)  # fmt: skip


def test_without_a_multiple_short_notice_is_a_finding_and_costs_nothing() -> None:
    story = OWED.but(events=change("off 2024-05-20", "2024-05-20 08:00 +8h"))
    assert story.findings() == [("2024-05-07 10:00", "13 days", "14 days")]
    assert story.paid() == []
    assert OWED.but(events=change("off 2024-05-21", "2024-05-21 08:00 +8h")).findings() == []


def test_a_tour_taken_away_is_a_change_too() -> None:
    story = OWED.but(events=change("2024-05-07 08:00", '"off"', told="2024-05-06 10:00"))
    assert story.findings() == [("2024-05-06 10:00", "1 days", "14 days")]


def test_what_was_not_posted_yet_needs_no_notice() -> None:
    posted = "posted: {at: 2024-05-01 09:00, from: 2024-05-06, to: 2024-05-19}"
    events = (posted, *change("off 2024-05-20", "2024-05-20 08:00 +8h"))
    assert OWED.but(events=events).findings() == []
