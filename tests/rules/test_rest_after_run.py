"""Days off after a long run."""

from tests.rules.stage import Story, laid

FIVE_NIGHTS = Story("rest-after-run: {run: 5, free_days: 2, of: night}", first="2024-05-06",
                    last="2024-05-19")  # fmt: skip


def test_two_days_after_five_nights_are_enough_and_one_is_not() -> None:
    assert FIVE_NIGHTS.but(tours=laid("NNNNN--D")).findings() == []
    assert FIVE_NIGHTS.but(tours=laid("NNNNN-D")).findings() == [
        ("2024-05-06 00:00", "1 free days", "2 free days")
    ]


def test_four_nights_are_no_such_run_and_six_are() -> None:
    assert FIVE_NIGHTS.but(tours=laid("NNNN-D")).findings() == []
    assert len(FIVE_NIGHTS.but(tours=laid("NNNNNN-D")).findings()) == 1


def test_a_day_tour_ends_a_run_of_nights() -> None:
    assert FIVE_NIGHTS.but(tours=laid("NNDNNN-D")).findings() == []


def test_of_any_kind_every_day_with_a_tour_counts() -> None:
    story = FIVE_NIGHTS.but(rule="rest-after-run: {run: 5, free_days: 2}")
    assert len(story.but(tours=laid("DDNNN-D")).findings()) == 1


def test_what_came_back_before_the_dates_is_not_judged() -> None:
    carried = laid("NNNNN-D", "2024-04-29")
    assert FIVE_NIGHTS.but(carried=carried, tours=laid("--D")).findings() == []
