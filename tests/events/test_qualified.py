"""A person has a qualification for some dates."""

from tests.events.stage import after, dates, refused, sentence, standing
from watchbill.kernel.clock import parse_day

HAS = "qualified: {person: Ames, qualification: driver, from: 2024-05-12, to: 2024-05-14}"


def holds(*texts: str) -> list[bool]:
    member = standing(after(*texts), "Ames").member
    days = [parse_day(f"2024-05-{day}") for day in (11, 12, 14, 15)]
    return ["driver" in member.on(day).qualifications for day in days]


def test_it_holds_up_to_and_with_the_date_on_which_it_lapses() -> None:
    assert holds(HAS) == [False, True, True, False]


def test_what_was_said_of_it_before_gives_way() -> None:
    renewed = "qualified: {person: Ames, qualification: driver, from: 2024-05-12}"
    assert holds(HAS, renewed) == [False, True, True, True]
    other = "qualified: {person: Ames, qualification: diver, to: 2024-05-11}"
    assert holds(HAS, other) == [False, True, True, False]


def test_it_is_somebody_s() -> None:
    assert "nobody has this name; found Amos" in refused(HAS.replace("Ames", "Amos"))


def test_it_is_told() -> None:
    assert dates(HAS) == ["2024-05-12", "2024-05-14"]
    assert sentence(HAS) == (
        "qualified: person Ames, qualification driver, from 2024-05-12, to 2024-05-14"
    )
