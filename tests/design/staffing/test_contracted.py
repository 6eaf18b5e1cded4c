"""One person's hours of a year, with the clause that says so."""

from fractions import Fraction

import pytest

from watchbill.agreement.load import load_agreement
from watchbill.design.staffing.contracted import contracted
from watchbill.kernel.problems import BadInput
from watchbill.records.people import Person


def officer(status: str = "regular full-time", schedule: str | None = None) -> Person:
    return Person("Ames", "constable", status, platoon="A", schedule=schedule)


@pytest.mark.parametrize(
    ("agreement", "hours", "clause"),
    [
        ("kamloops-cso", Fraction(2190), "A2"),
        # 2,184 hours in 52 weeks, which are 364 days: 2,190 in 365.
        ("foothills-2023-2025", Fraction(2190), "12.02(a)"),
        # 2,496 hours in 364 days are 48 a week.
        ("fire-district-21-day", Fraction(48 * 365, 7), None),
        # No hours of a year: 40 hours a week at most, on average.
        ("wa-medical-2013", Fraction(40 * 365, 7), None),
    ],
)
def test_hours_are_brought_to_a_year_of_365_days(
    agreement: str, hours: Fraction, clause: str | None
) -> None:
    found = contracted(load_agreement(agreement), [])
    assert found.hours == hours
    assert found.clause is not None
    assert clause in (None, found.clause)


def test_tours_of_a_year_are_hours() -> None:
    # 99 tours of 24 h in 52 weeks.
    people = [Person("Ames", "battalion chief", platoon="A")]
    found = contracted(load_agreement("seattle-fire-chiefs-1"), people)
    assert found.hours == Fraction(99 * 24 * 365, 364)


def test_a_clause_that_is_an_assumption_is_called_one() -> None:
    assert contracted(load_agreement("kamloops-cso"), []).assumed
    assert not contracted(load_agreement("foothills-2023-2025"), []).assumed


def test_most_people_s_hours_count_and_the_others_are_told() -> None:
    agreement = load_agreement("north-bay-police")
    people = [officer(), officer(), officer("regular part-time")]
    found = contracted(agreement, people)
    assert found.hours == Fraction(40 * 365, 7)
    (other,) = found.others
    assert "1,715" in other
    part_time = contracted(agreement, people[2:])
    assert part_time.hours == 1715
    assert part_time.others == ()


def test_where_nothing_is_said_the_remedy_is() -> None:
    agreement = load_agreement("north-bay-police")
    with pytest.raises(BadInput) as bad:
        contracted(agreement, [officer("casual")])
    assert "--annual-hours" in str(bad.value)
