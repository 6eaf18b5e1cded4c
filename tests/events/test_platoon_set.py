"""What a platoon works."""

from tests.events.stage import STAGE, after, dates, letters, refused, sentence
from watchbill.kernel.clock import parse_day

SET = (
    "platoon_set: {platoon: A, rotation: days, cycle: DDDD----, cycle_from: 2024-05-14,"
    " from: 2024-05-20}"
)


def test_it_works_it_from_that_date_on_and_what_is_posted_stays() -> None:
    schedule = after(SET)
    works = [
        "".join(schedule.facts.platoons_on(parse_day(day))["A"].codes)
        for day in ("2024-05-19", "2024-05-20")
    ]
    assert works == ["DDNN----", "DDDD----"]
    assert letters(schedule, "Ames") == letters(STAGE.now, "Ames")


def test_its_letters_are_tours_of_the_service() -> None:
    assert "no tour has the letter X" in refused(SET.replace("DDDD----", "DXDD----"))


def test_it_is_told() -> None:
    assert dates(SET) == ["2024-05-14", "2024-05-20"]
    assert sentence(SET).startswith("platoon set: platoon A, rotation days, cycle DDDD----")
