"""Somebody leaves."""

from tests.events.stage import after, dates, letters, refused, sentence, standing
from watchbill.kernel.clock import parse_day

LEFT = "left: {person: Ames, from: 2024-05-15}"


def test_tours_from_that_date_on_are_theirs_no_more_and_the_past_stays() -> None:
    schedule = after(LEFT)
    assert letters(schedule, "Ames") == "DDNN----D-----"
    member = standing(schedule, "Ames").member
    days = [parse_day(day) for day in ("2024-05-14", "2024-05-15")]
    assert [member.here_on(day) for day in days] == [True, False]


def test_nobody_leaves_who_is_not_there() -> None:
    assert "Ames is not in the service on 2024-05-16" in refused(LEFT, LEFT.replace("15", "16"))
    assert "nobody has this name; found Amos" in refused(LEFT.replace("Ames", "Amos"))


def test_it_is_told() -> None:
    assert dates(LEFT) == ["2024-05-15"]
    assert sentence(LEFT) == "left: person Ames, from 2024-05-15"
