"""Something about a person is otherwise, from a date on."""

import pytest

from tests.events.stage import after, dates, letters, refused, sentence, standing
from watchbill.events.schedule import Schedule
from watchbill.kernel.clock import parse_day
from watchbill.records.people import Person


def moved(trait: str, to: str, begins: str = ", from: 2024-05-12") -> str:
    return f"person_set: {{person: Ames, trait: {trait}, to: {to}{begins}}}"


def before_and_after(schedule: Schedule) -> list[Person]:
    member = standing(schedule, "Ames").member
    return [member.on(parse_day("2024-05-11")), member.on(parse_day("2024-05-12"))]


@pytest.mark.parametrize(
    ("trait", "to", "values"),
    [
        ("platoon", "B", ["A", "B"]),
        ("classification", "driver", ["medic", "driver"]),
        ("station", "south", ["north", "south"]),
        ("serial", "'7001'", [None, 7001]),
        ("seniority", "2015-03-01", [None, parse_day("2015-03-01")]),
        ("unit", "null", [None, None]),
    ],
)
def test_it_holds_from_that_date_on(trait: str, to: str, values: list[object]) -> None:
    people = before_and_after(after(moved(trait, to)))
    assert [getattr(one, trait) for one in people] == values


def test_a_rate_without_a_date_was_so_from_the_beginning_and_posted_tours_stay() -> None:
    schedule = after(moved("rate", "'43.10'", ""), moved("platoon", "null"))
    assert [str(one.rate) for one in before_and_after(schedule)] == ["43.10", "43.10"]
    assert [one.platoon for one in before_and_after(schedule)] == ["A", None]
    assert letters(schedule, "Ames") == "DDNN----DDNN--"


@pytest.mark.parametrize(
    ("event", "told"),
    [
        (moved("platoon", "C"), "the service has no platoon of this name; found C"),
        (moved("station", "nort"), "the service has no station of this name; found nort"),
        (moved("rate", "much"), "this can be no rate; found much"),
        (moved("seniority", "2015-02-30"), "this can be no seniority; found 2015-02-30"),
        (moved("shoes", "43"), "person_set.trait"),
    ],
)
def test_what_can_be_no_value_is_refused(event: str, told: str) -> None:
    try:
        assert told in refused(event)
    except ValueError as bad:  # no event at all
        assert told in str(bad)


def test_it_is_told() -> None:
    assert dates(moved("platoon", "B")) == ["2024-05-12"]
    assert sentence(moved("platoon", "B")) == (
        "person set: person Ames, trait platoon, to B, from 2024-05-12"
    )
