"""Two exchange for good: days for nights."""

from tests.events.stage import NEXT, STAGE, after, dates, letters, refused, sentence
from watchbill.kernel.clock import parse_day

LAST = parse_day("2024-05-19")
PAIR = "permanent_exchange: {days: Ames, nights: Bond, from: 2024-05-12, notice_days: 3}"


def test_from_that_date_one_works_the_days_and_the_other_the_nights() -> None:
    schedule = after(PAIR)
    assert letters(schedule, "Ames") == "DDNN----DDDD--"
    assert letters(schedule, "Bond") == "----DDNN----NN"
    assert letters(schedule, "17") == letters(STAGE.now, "17")
    (pair,) = schedule.partners
    assert (pair.number, pair.ends) == (NEXT, None)


def test_what_is_posted_later_is_turned_too() -> None:
    posted = (
        "posted: {at: 2024-05-10 08:30, from: 2024-05-20, to: 2024-05-21,"
        " tours: {N: {called: Night, start: '19:00', length: 12h, kind: night}},"
        " lines: {Ames: N-, Bond: -N}}"
    )
    schedule = after(PAIR, posted)
    tours = {one.tour.code for one in schedule.people["Ames"].held.values() if one.tour.day > LAST}
    assert tours == {"D"}
    assert {one.tour.code for one in schedule.people["Bond"].held.values()} == {"D", "N"}


def test_leave_is_from_the_tour_really_worked_and_not_from_the_other() -> None:
    sick = "leave: {person: Ames, tour: 2024-05-16 07:00, kind: sick}"
    assert letters(after(PAIR, sick), "Ames") == "DDNN----DD-D--"
    told = refused(PAIR, sick.replace("07:00", "19:00"))
    assert "Ames has no tour that starts 2024-05-16 19:00" in told


def test_both_are_people_of_the_service() -> None:
    assert "nobody has this name; found Bend" in refused(PAIR.replace("Bond", "Bend"))


def test_nobody_exchanges_with_themself() -> None:
    told = refused(PAIR.replace("Bond", "Ames"))
    assert "nobody exchanges with themself; found Ames" in told


def test_each_works_in_one_at_a_time() -> None:
    other = "permanent_exchange: {days: '17', nights: Ames, from: 2024-05-14, notice_days: 3}"
    told = refused(PAIR, other)
    assert f"Ames has a permanent exchange already: that of entry {NEXT}" in told
    assert "Ames on days and Bond on nights; found Ames" in told
    end = "end_permanent_exchange: {by: Bond, told: 2024-05-10 08:00}"  # it ends on the 13th
    assert len(after(PAIR, end, other).partners) == 2
    assert "already" in refused(PAIR, end, other.replace("05-14", "05-12"))


def test_it_is_told() -> None:
    assert dates(PAIR) == ["2024-05-12"]
    assert sentence(PAIR) == (
        "permanent exchange: days Ames, nights Bond, from 2024-05-12, notice days 3"
    )
