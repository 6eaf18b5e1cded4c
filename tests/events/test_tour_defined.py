"""What a tour's letter stands for."""

from tests.events.stage import STAGE, after, dates, held, letters, sentence
from watchbill.kernel.clock import parse_day

EVENING = "tour_defined: {code: E, called: Evening, start: '15:00', length: 8h, kind: evening}"
LATER = (
    "tour_defined: {code: D, called: Day, start: '08:00', length: 12h, kind: day, from: 2024-05-12}"
)


def test_a_letter_stands_for_it_from_that_date_on() -> None:
    facts = after(LATER).facts
    starts = [facts.tour_types(parse_day(day))["D"].start for day in ("2024-05-11", "2024-05-12")]
    assert starts == [7 * 60, 8 * 60]


def test_posted_tours_stay_as_they_were_posted() -> None:
    schedule = after(LATER)
    assert letters(schedule, "Ames") == letters(STAGE.now, "Ames")
    assert held(schedule, "Ames", "2024-05-14 07:00").tour.nominal == 720


def test_a_tour_entered_later_is_known_by_it() -> None:
    schedule = after(EVENING, "extra: {person: Ames, tour: 2024-05-12 15:00 +8h}")
    assert letters(schedule, "Ames") == "DDNN--E-DDNN--"


def test_it_is_told() -> None:
    assert dates(LATER) == ["2024-05-12"]
    assert sentence(EVENING) == (
        "tour defined: code E, called Evening, start 15:00, length 8h, kind evening"
    )
