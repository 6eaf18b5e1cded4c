"""From demand to people, first by hand."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.records.demands import LINES
from watchbill.design.staffing.absences import Absences
from watchbill.design.staffing.changes import FRIDAY_NIGHT, changes
from watchbill.design.staffing.contracted import Contracted
from watchbill.design.staffing.enough import enough
from watchbill.design.staffing.service import groups_of
from watchbill.design.staffing.staffing import Group, staffing
from watchbill.kernel.clock import Minutes
from watchbill.kernel.problems import BadInput
from watchbill.records.demand import demand_of
from watchbill.records.demand_lines import DemandLine, parse_demand
from watchbill.service.load import load_service

EIGHT, TEN, TWELVE = Minutes(480), Minutes(600), Minutes(720)
YEAR_42 = Contracted(Fraction(2190), "A2", "42 hours a week")


def group(*lines: str, contract: Contracted = YEAR_42) -> Group:
    return Group(("post",), demand_of(map(parse_demand, lines)), contract)


def test_two_posts_round_the_clock_in_12_hour_tours_by_hand() -> None:
    # 2 posts x 168 h = 336 h a week, 336 x 365 / 7 = 17,520 h a year, in 28 tours a week and
    # 1,460 a year. Of 2,190 h, 35 days of 42 / 5 = 8.4 h are 294 h away and 1,896 h are there:
    # relief 2,190 / 1,896 = 365 / 316; 17,520 / 2,190 = 8 people, x relief = 9.24, so 10.
    found = staffing([group("2 at all times")], TWELVE, Absences())
    values = {step.name: step.value for step in found.groups[0].steps}
    assert values == {
        "Demand a week": 336,
        "Demand a year": 17_520,
        "Tours a week": 28,
        "Tours a year": 1460,
        "Rostered hours a year": 17_520,
        "Of them surplus": 0,
        "Contracted hours a year": 2190,
        "Contracted hours a week": 42,
        "A day of absence": Fraction(42, 5),
        "Vacation": -168,
        "Sickness": -84,
        "Training": -42,
        "Other absence": 0,
        "Available hours a year": 1896,
        "Absence factor": Fraction(365, 316),
        "People if nobody were away": 8,
        "People": Fraction(730, 79),
        "People, whole": 10,
        "Relief factor": Fraction(365, 79),
    }
    assert (found.exact, found.people) == (Fraction(730, 79), 10)


def test_10_hour_tours_cost_a_quarter_more_for_their_overlap() -> None:
    eight, ten = (
        staffing([group("1 at all times")], length, Absences()) for length in (EIGHT, TEN)
    )
    assert ten.exact / eight.exact == Fraction(30, 24)


def test_what_nobody_has_agreed_is_marked() -> None:
    known = Absences({"vacation": Decimal(15)}, Fraction(8))
    (staffed,) = staffing([group("1 at all times")], EIGHT, known).groups
    assumed = {step.name for step in staffed.steps if step.assumed}
    assert assumed == {"Sickness", "Training", "Other absence"}
    assert {step.clause for step in staffed.steps} == {None, "A2"}
    assert staffed.available == 2190 - 8 * 30


@given(LINES, st.sampled_from([480, 504, 600, 720]), st.integers(0, 60), st.integers(800, 2400))
@settings(deadline=None, max_examples=60)
def test_people_have_exactly_the_hours_that_must_be_rostered(
    lines: list[DemandLine], length: int, sick: int, hours: int
) -> None:
    contract = Contracted(Fraction(hours), None, "as given")
    absences = Absences({"sick": Decimal(sick)})
    one = Group(("post",), demand_of(lines), contract)
    found = staffing([one], Minutes(length), absences)
    (staffed,) = found.groups
    week = Fraction(hours * 7, 365)
    assert staffed.available == hours - (25 + sick) * week / 5
    rostered = staffed.cover.minutes * 365
    assert found.exact * staffed.available * 60 * 7 == rostered
    assert rostered * 7 >= one.need.minutes * 365 * 7
    assert found.people - 1 < found.exact <= found.people
    more = staffing([one], Minutes(length), absences.with_more("sick", Decimal(1)))
    assert more.exact >= found.exact


def test_one_more_sick_day_each_by_hand() -> None:
    sick, training, friday, shorter = changes([group("2 at all times")], TWELVE, Absences())
    # 17,520 h / (1,896 - 8.4) h against 17,520 / 1,896.
    assert sick.exact == Fraction(175_200, 18_876) - Fraction(17_520, 1896)
    assert training.exact == sick.exact
    # A third post on Friday night is one tour a week more: 12 h x 365 / 7 a year.
    assert friday.exact == Fraction(12 * 365, 7) / 1896
    assert parse_demand("1 fri 19:00-07:00") == FRIDAY_NIGHT
    # 41 hours a week: hours, and days of absence with them, are 41 / 42 of what they were.
    assert shorter.exact == Fraction(730, 79) * Fraction(42, 41) - Fraction(730, 79)
    assert [change.people for change in (sick, training, friday, shorter)] == [0, 0, 0, 0]


def test_a_change_that_leaves_nobody_is_told_not_raised() -> None:
    # 2,190 h are 260.71 days of 8.4 h: 244 and 15 of other kinds leave 1.71, then 0.71.
    sick, *_ = changes([group("1 at all times")], TWELVE, Absences({"vacation": Decimal(244)}))
    assert sick.exact == Fraction(8760) / 6 - Fraction(8760) / Fraction(144, 10)
    none = Absences({"vacation": Decimal(245)})
    sick, _, friday, _ = changes([group("1 at all times")], TWELVE, none)
    assert (sick.exact, sick.people) == (None, None)
    assert friday.exact is not None


def test_why_nights_of_8_hours_ran_out_of_people() -> None:
    # 16 hours of two posts in 8-hour tours: 4 tours a day, 11,680 h a year, 6.16 people. The
    # nights make it 6 tours a day and 9.24 people: seven people staffed for the one cannot do
    # the other. In 12-hour tours 16 hours take as many tours as 24, and nights cost nobody more.
    def needed(length: Minutes) -> list[tuple[int, bool]]:
        answers = enough([group("2 at all times")], length, Absences(), 7)
        return [(one.needed.people, one.suffices) for one in answers]

    assert needed(EIGHT) == [(7, True), (10, False)]
    assert needed(TEN) == [(8, False), (12, False)]
    assert needed(TWELVE) == [(10, False), (10, False)]
    day, whole = enough([group("2 at all times")], EIGHT, Absences(), 7)
    assert (day.hours_of_day, day.tours_filled, day.missing) == ("07:00-23:00", 1460, 0)
    # 7 x 1,896 h / 8 h = 1,659 tours of 2,190.
    assert (whole.hours_of_day, whole.tours_filled, whole.missing) == ("all hours", 1659, 3)
    assert whole.tours_a_day == Fraction(1659, 365)


@given(st.integers(0, 30), st.sampled_from([EIGHT, TEN, TWELVE]))
@settings(deadline=None, max_examples=30)
def test_people_fill_the_tours_that_their_hours_make(have: int, length: Minutes) -> None:
    _, whole = enough([group("2 at all times")], length, Absences(), have)
    assert whole.tours_filled == min(have * 1896 * 60 // length, whole.tours_needed)
    assert whole.suffices == (have >= whole.needed.exact)


@pytest.mark.parametrize("length", [0, -60, 1441])
def test_a_tour_has_at_most_24_hours(length: int) -> None:
    with pytest.raises(BadInput, match="at most 24 hours"):
        staffing([group("1 at all times")], Minutes(length), Absences())


def test_absences_that_leave_nothing_are_refused() -> None:
    with pytest.raises(BadInput, match="leave nothing"):
        staffing([group("1 at all times")], EIGHT, Absences({"sick": Decimal(300)}))


def test_a_post_that_needs_nobody_needs_nobody() -> None:
    found = staffing([group("0 at all times")], EIGHT, Absences())
    assert found.exact == found.people == 0


def test_posts_are_grouped_by_who_may_fill_them() -> None:
    groups = groups_of(load_service("hsaa-station"))
    assert [one.posts for one in groups] == [("advanced",), ("crew",)]
    assert [one.posts for one in groups_of(load_service("kamloops-cso"))] == [
        ("downtown", "tranquille")
    ]
    # Each group is rounded up by itself: 4.62 and 17.77 people are 5 and 18.
    found = staffing(groups, Minutes(504), Absences())
    assert found.people == sum(one.people for one in found.groups) == 23
    given_hours = groups_of(load_service("kamloops-cso"), Fraction(1800))
    assert given_hours[0].contracted == Contracted(Fraction(1800), None, "as given")
