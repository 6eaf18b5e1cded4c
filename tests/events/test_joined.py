"""Somebody joins."""

from tests.events.stage import after, dates, letters, refused, sentence, standing
from watchbill.kernel.clock import parse_day

DEAN = (
    "joined: {person: '21', called: Dean, number: '21', classification: medic, status: regular,"
    " rate: '41.50', platoon: A, qualifications: [driver], from: 2024-05-12}"
)


def test_from_that_date_the_person_is_in_the_service_with_no_tour_on_posted_dates() -> None:
    schedule = after(DEAN)
    member = standing(schedule, "21").member
    days = [parse_day(day) for day in ("2024-05-11", "2024-05-12")]
    assert [member.here_on(day) for day in days] == [False, True]
    assert (member.person.name, str(member.person.rate)) == ("Dean", "41.50")
    assert member.person.qualifications == {"driver"}
    assert letters(schedule, "21") == "-" * 14


def test_who_left_may_join_again_as_another_and_the_past_stays() -> None:
    left = "left: {person: Ames, from: 2024-05-12}"
    back = (
        "joined: {person: Ames, called: Ames, classification: driver, status: casual,"
        " rate: '35', from: 2024-05-18}"
    )
    member = standing(after(left, back), "Ames").member
    here = [member.here_on(parse_day(f"2024-05-{day}")) for day in (11, 12, 17, 18)]
    assert here == [True, False, False, True]
    assert member.on(parse_day("2024-05-11")).classification == "medic"
    assert member.on(parse_day("2024-05-18")).classification == "driver"


def test_nobody_joins_twice_or_under_a_key_that_is_not_theirs_or_a_platoon_that_is_not() -> None:
    assert "Dean (21) is in the service already" in refused(DEAN, DEAN)
    assert "the key of Dean is 21; found 22" in refused(
        DEAN.replace("person: '21'", "person: '22'")
    )
    assert "the service has no platoon of this name; found C" in refused(
        DEAN.replace("platoon: A", "platoon: C")
    )


def test_it_is_told() -> None:
    assert dates(DEAN) == ["2024-05-12"]
    assert sentence(DEAN).startswith("joined: person 21, called Dean, number 21, classification")
