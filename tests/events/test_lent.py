"""A person is lent to another station."""

from tests.events.stage import after, letters, refused, sentence, standing
from watchbill.kernel.clock import parse_day

LENT = "lent: {person: Ames, station: south, from: 2024-05-14, to: 2024-05-15}"


def test_on_these_dates_the_person_is_of_that_station_with_the_same_tours() -> None:
    schedule = after(LENT)
    member = standing(schedule, "Ames").member
    stations = [member.on(parse_day(f"2024-05-{day}")).station for day in (13, 14, 15, 16)]
    assert stations == ["north", "south", "south", "north"]
    assert letters(schedule, "Ames") == "DDNN----DDNN--"


def test_the_station_is_one_of_the_service_s_and_the_dates_are_in_order() -> None:
    told = refused(LENT.replace("south", "suoth"))
    assert "the service has no station of this id; found suoth" in told
    assert "south" in told
    assert "it lies before the first date" in refused(
        LENT.replace("to: 2024-05-15", "to: 2024-05-13")
    )


def test_it_is_told() -> None:
    told = "lent: person Ames, station south, from 2024-05-14, to 2024-05-15"
    assert sentence(LENT) == told
