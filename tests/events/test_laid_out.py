"""Tours laid out for some dates."""

import pytest

from tests.events.stage import STAGE, after, dates, refused, sentence, standing
from watchbill.kernel.clock import parse_day, parse_wall, wall_text

D = "D: {called: Day, start: '07:00', length: 12h, kind: day}"
LAID = f"laid_out: {{from: 2024-05-20, to: 2024-05-22, tours: {{{D}}}, lines: {{Ames: D-D}}}}"


def test_a_letter_a_date_is_a_tour_of_that_person_and_nobody_has_posted_it() -> None:
    schedule = after(LAID)
    own = standing(schedule, "Ames").between(parse_day("2024-05-20"), parse_day("2024-05-31"))
    assert [wall_text(one.tour.wall_start) for one in own] == [
        "2024-05-20 07:00",
        "2024-05-22 07:00",
    ]
    assert schedule.dates == (parse_day("2024-05-06"), parse_day("2024-05-22"))
    assert schedule.postings == STAGE.now.postings


def test_a_date_away_is_lost_to_leave_and_a_tour_of_no_letter_stands_by_itself() -> None:
    schedule = after(
        LAID[:-1] + ", away: {Ames: {2024-05-22: vacation}},"
        " others: {Bond: [2024-05-21 10:00 +6h day]}}"
    )
    ames = standing(schedule, "Ames")
    assert [(one.tour.day, one.kind) for one in ames.absences] == [
        (parse_day("2024-05-22"), "vacation")
    ]
    assert ames.on(parse_day("2024-05-22")) == []
    (other,) = standing(schedule, "Bond").on(parse_day("2024-05-21"))
    assert (other.tour.nominal, other.scheduled) == (360, True)


def test_carried_dates_are_known_and_not_posted() -> None:
    carried = LAID.replace("to: 2024-05-22", "to: 2024-05-20, carried: 2").replace("D-D", "DDD")
    ames = standing(after(carried), "Ames")
    assert len(ames.carried) == 2
    assert ames.on(parse_day("2024-05-19")) == []
    assert ames.at(parse_wall("2024-05-19 07:00")) is None
    assert len(ames.on(parse_day("2024-05-20"))) == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (LAID.replace("05-20", "05-19").replace("D-D", "D-D-"),
         "the dates from 2024-05-06 to 2024-05-19 are laid out already"),
        (LAID.replace("D-D", "D-"), "the line has 2 dates where there are 3; found Ames"),
        (LAID.replace("D-D", "DXD"), "no tour has the letter X; found Ames"),
        (LAID.replace("Ames", "Amos"), "nobody has this name; found Amos"),
        (LAID[:-1] + ", away: {Ames: {2024-05-21: sick}}}",
         "no tour is lost to leave on 2024-05-21; found Ames"),
        (LAID.replace("05-22", "05-18"), "it lies before the first date"),
        ("laid_out: {from: 2024-05-20, to: 2034-05-08}", "no schedule is longer than ten years"),
    ],
)  # fmt: skip
def test_what_cannot_be_laid_out_is_refused(text: str, told: str) -> None:
    assert told in refused(text)


def test_it_is_told_without_its_lines() -> None:
    assert dates(LAID) == ["2024-05-20", "2024-05-22"]
    both = LAID.replace("Ames: D-D", "Ames: D-D, Bond: -D-")
    assert sentence(both) == "laid out: from 2024-05-20, to 2024-05-22, 2 people"
    assert sentence(LAID) == "laid out: from 2024-05-20, to 2024-05-22, 1 person"
