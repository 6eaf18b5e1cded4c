"""A Kelly day moved to another date."""

from tests.events.stage import NEXT, after, dates, held, letters, refused, sentence, standing

MOVED = "kelly_day_moved: {person: Ames, from: 2024-05-10, to: 2024-05-15, told: 2024-05-09 09:00}"


def test_the_tour_of_one_date_is_off_and_one_like_it_is_worked_on_the_other() -> None:
    schedule = after(MOVED)
    assert letters(schedule, "Ames") == "DDNND---D-NN--"
    own = held(schedule, "Ames", "2024-05-10 07:00")
    assert (own.scheduled, own.number) == (True, NEXT)
    (changed,) = standing(schedule, "Ames").changes
    assert (changed.day_off, changed.by_employee, changed.number) == (False, False, NEXT)
    assert changed.before is not None
    assert changed.after is not None
    assert changed.after.wall_end - changed.after.wall_start == 12 * 60


def test_from_a_date_that_is_not_laid_out_only_the_tour_goes() -> None:
    schedule = after(MOVED.replace("from: 2024-05-10", "from: 2024-06-10"))
    assert letters(schedule, "Ames") == "DDNN----D-NN--"
    (changed,) = standing(schedule, "Ames").changes
    assert changed.after is None


def test_it_moves_to_a_date_with_one_tour_from_one_without() -> None:
    assert "Ames has no tour on 2024-05-12: a Kelly day moves to the date of a tour" in refused(
        MOVED.replace("2024-05-15", "2024-05-12")
    )
    assert "Ames has a tour on 2024-05-14: it is no Kelly day" in refused(
        MOVED.replace("2024-05-10", "2024-05-14")
    )


def test_the_tour_it_brings_may_not_lie_over_another() -> None:
    extra = "extra: {person: Ames, tour: 2024-05-10 23:00 +10h}"
    late = MOVED.replace("from: 2024-05-10", "from: 2024-05-11")
    assert "Ames works 2024-05-10 23:00" in refused(extra, late)


def test_it_is_told() -> None:
    assert dates(MOVED) == ["2024-05-10", "2024-05-15"]
    assert sentence(MOVED) == (
        "kelly day moved: person Ames, from 2024-05-10, to 2024-05-15, told 2024-05-09 09:00"
    )
