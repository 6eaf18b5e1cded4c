"""The tours that may be worked."""

from tests.rules.stage import Story

TWELVES = Story('tours-allowed: {starts: ["07:00", "19:00"], lengths: [12h]}')


def test_a_tour_of_the_list_is_right() -> None:
    assert TWELVES.but(tours=("2024-05-06 07:00 +12h", "2024-05-07 19:00 +12h")).findings() == []


def test_another_length_or_another_start_is_not() -> None:
    assert TWELVES.but(tours=("2024-05-06 07:00 +11h59",)).findings() == [
        ("2024-05-06 07:00", "11.98 h", "12 h")
    ]
    assert TWELVES.but(tours=("2024-05-06 07:01 +12h",)).findings() == [
        ("2024-05-06 07:01", "12 h", "12 h")
    ]


def test_a_start_may_move_by_its_margin_either_way_and_past_midnight() -> None:
    story = Story('tours-allowed: {starts: ["00:00"], margin: 0h30}')
    for start, count in (("23:30", 0), ("23:29", 1), ("00:30", 0), ("00:31", 1)):
        assert len(story.but(tours=(f"2024-05-06 {start} +10h",)).findings()) == count, start


def test_length_at_most() -> None:
    story = Story("tours-allowed: {at_most: 12h}")
    assert story.but(tours=("2024-05-06 03:00 +12h",)).findings() == []
    assert len(story.but(tours=("2024-05-06 03:00 +12h01",)).findings()) == 1


def test_days_of_the_week_are_those_on_which_tours_start() -> None:
    story = Story("tours-allowed: {weekdays: [friday]}")
    assert story.but(tours=("2024-05-10 19:00 +12h",)).findings() == []
    assert len(story.but(tours=("2024-05-11 00:00 +12h",)).findings()) == 1


def test_only_tours_of_the_named_length_are_judged() -> None:
    story = Story('tours-allowed: {of_length: 10h, starts: ["06:00"]}')
    assert story.but(tours=("2024-05-06 08:00 +8h",)).findings() == []
    assert len(story.but(tours=("2024-05-06 08:00 +10h",)).findings()) == 1


def test_the_schedule_is_judged_and_not_what_was_added_to_it() -> None:
    extra = ("extra: {person: Ames, tour: 2024-05-07 09:00 +4h}",)
    assert TWELVES.but(tours=("2024-05-06 07:00 +12h",), events=extra).findings() == []
