"""Average hours a week."""

from tests.rules.stage import Story, laid

FORTY_TWO = Story(
    "average-hours: {at_most: 42}", laid("DDNN----" * 7), first="2024-05-06", last="2024-06-30",
    cycle=8,
)  # fmt: skip


def test_a_cycle_that_comes_to_the_limit_is_right_and_an_hour_more_is_not() -> None:
    assert FORTY_TWO.findings() == []
    longer = ("2024-05-06 06:00 +13h", *FORTY_TWO.tours[1:])
    assert FORTY_TWO.but(tours=longer).findings() == [
        ("2024-05-06 00:00", "42.88 h/week", "42 h/week")
    ]


def test_without_a_rotation_nothing_is_judged_over_its_cycle() -> None:
    story = FORTY_TWO.but(cycle=None)
    assert story.not_judged() == ["no rotation is known whose cycle it is averaged over"]


def test_blocks_of_days_are_laid_from_the_anchor_or_a_date() -> None:
    """Six days in the second week of four: 12 h a week on average, 24 in the fullest fortnight."""
    tours = laid("------- dddddd- ------- -------")
    rule = "average-hours: {at_most: 20, period: 14 days}"
    story = Story(rule, tours, first="2024-05-06", last="2024-06-02")
    assert story.findings() == [("2024-05-06 00:00", "24 h/week", "20 h/week")]
    later = story.but(rule="average-hours: {at_most: 20, period: 14 days from 2024-05-13}")
    assert later.findings() == [("2024-05-13 00:00", "24 h/week", "20 h/week")]
    assert story.but(rule="average-hours: {at_most: 24, period: 14 days}").findings() == []


def test_a_part_of_a_period_is_not_judged_and_that_is_said() -> None:
    story = Story("average-hours: {at_most: 10, period: 28 days}", laid("ddddd--"),
                  first="2024-05-06", last="2024-05-12")  # fmt: skip
    assert story.findings() == []
    assert story.not_judged() == ["it needs 28 days and the roster has 7"]


def test_the_night_of_the_clock_change_counts_as_the_agreement_counts_it() -> None:
    """The night of 2024-11-02 is 13 hours long in Edmonton, and 12 by the wall clock."""
    night = Story(
        "average-hours: {at_most: 12, period: week}",
        ("2024-11-02 19:00 +12h",),
        first="2024-10-28",
        last="2024-11-03",
        zone="America/Edmonton",
    )
    assert night.findings() == [("2024-10-28 00:00", "13 h/week", "12 h/week")]
    assert night.but(clock_change="nominal").findings() == []


def test_a_tour_counts_on_the_date_on_which_it_starts() -> None:
    sunday_night = Story(
        "average-hours: {at_most: 11, period: week}",
        ("2024-05-12 19:00 +12h",),
        first="2024-05-06",
        last="2024-05-19",
    )
    assert [start for start, *_ in sunday_night.findings()] == ["2024-05-06 00:00"]


def test_a_period_that_begins_at_an_hour_cuts_the_tours_over_its_edge() -> None:
    """Twenty-four hours from Sunday 20:00 are four hours of the week before and twenty of it."""
    tours = ("2024-05-12 20:00 +24h",)
    story = Story("average-hours: {at_most: 19, period: 7 days from 2024-05-06 08:00}", tours,
                  first="2024-05-01", last="2024-05-31")  # fmt: skip
    assert story.findings() == []
    less = story.but(rule=story.rule.replace("19", "11"))
    assert less.findings() == [
        ("2024-05-06 08:00", "12 h/week", "11 h/week"),
        ("2024-05-13 08:00", "12 h/week", "11 h/week"),
    ]


# Four weeks of forty hours, of which two tours were lost to leave, and eight-hour days after them.
FOUR = Story(
    "average-hours: {at_most: 39, period: 28 days}",
    laid("ddddd-- " * 5),
    tuple(
        f"leave: {{person: Ames, tour: 2024-05-{day} 08:00, kind: vacation}}" for day in (28, 29)
    ),
    first="2024-05-06",
    last="2024-06-02",
)


def test_leave_that_counts_for_nothing_makes_room() -> None:
    """144 hours in 28 days are 36 a week."""
    assert FOUR.findings() == []
    assert FOUR.but(rule=FOUR.rule.replace("39", "35")).findings() == [
        ("2024-05-06 00:00", "36 h/week", "35 h/week")
    ]


def test_leave_is_made_up_by_as_many_days_worked_after_the_period() -> None:
    """144 and 16 hours are 160: forty a week, and two days more of leave no less."""
    rule = "average-hours: {at_most: 39, period: 28 days, counting: {leave: made-up}}"
    made_up = FOUR.but(rule=rule)
    assert made_up.findings() == [("2024-05-06 00:00", "40 h/week", "39 h/week")]
    assert made_up.but(rule=rule.replace("39", "40")).findings() == []
    assert "16 h of it make up for leave." in made_up.audited.findings[0].sentence
    assert made_up.but(events=()).findings() == [("2024-05-06 00:00", "40 h/week", "39 h/week")]


def test_or_the_average_is_taken_over_the_days_that_remain() -> None:
    """144 hours in 26 days are 38.77 a week."""
    rule = "average-hours: {at_most: 38.7, period: 28 days, counting: {leave: remaining-days}}"
    assert FOUR.but(rule=rule).findings() == [("2024-05-06 00:00", "38.77 h/week", "38.7 h/week")]
    assert FOUR.but(rule=rule.replace("38.7", "38.8")).findings() == []


def test_what_leave_does_is_said() -> None:
    rule = "average-hours: {at_most: 48, period: 119 days, counting: {leave: made-up}}"
    assert Story(rule).agreement.clauses[0].rules[0].says() == (
        "At most 48 hours a week, averaged over 119 days, leave made up by as many days worked"
        " after it."
    )
