"""Notice of a change came later."""

from tests.events.stage import NEXT, after, dates, refused, sentence, standing
from watchbill.kernel.clock import parse_wall

CHANGE = "change: {person: Ames, tour: 2024-05-15 07:00, to: off, told: 2024-05-08 08:00}"
NOTICE = f"notice_given: {{person: Ames, change: {NEXT}, at: 2024-05-09 20:00}}"


def test_it_counts_in_place_of_when_they_were_said_to_be_told() -> None:
    (change,) = standing(after(CHANGE, NOTICE), "Ames").changes
    assert (change.told, change.number) == (parse_wall("2024-05-09 20:00"), NEXT)


def test_it_is_of_a_change_of_that_person_s() -> None:
    assert f"entry {NEXT} changed no tour of Cole (17)" in refused(
        CHANGE, NOTICE.replace("Ames", "'17'")
    )
    assert f"entry {NEXT} changed no tour of Ames" in refused(NOTICE)


def test_it_is_told() -> None:
    assert dates(NOTICE) == []
    assert sentence(NOTICE) == f"notice given: person Ames, change {NEXT}, at 2024-05-09 20:00"
