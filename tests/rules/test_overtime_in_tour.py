"""Overtime on what one tour has above its usual length."""

from tests.rules.stage import Story, laid

EIGHT = Story("overtime-in-tour: {above: [8h, 12h], multiple: 1.5}")


def held(start: str, until: str) -> tuple[str, ...]:
    return (f"held_over: {{person: Ames, tour: {start}, until: {until}}}",)


def test_a_tour_of_the_usual_length_has_none_and_time_held_over_is_all_of_it() -> None:
    assert EIGHT.but(tours=laid("d")).paid() == []
    story = EIGHT.but(tours=laid("d"), events=held("2024-05-06 08:00", "2024-05-06 18:00"))
    assert story.paid() == [("2024-05-06 16:00", "2 h", "1.5")]


def test_a_tour_is_of_the_shortest_structure_that_holds_it() -> None:
    """Ten hours are a short tour of twelve, and have overtime only beyond twelve."""
    ten = EIGHT.but(tours=("2024-05-06 08:00 +10h",))
    assert ten.paid() == []
    assert ten.but(events=held("2024-05-06 08:00", "2024-05-06 21:00")).paid() == [
        ("2024-05-06 20:00", "1 h", "1.5")
    ]


def test_a_tour_longer_than_every_structure_is_of_the_longest() -> None:
    story = EIGHT.but(tours=("2024-05-06 08:00 +14h",))
    assert story.paid() == [("2024-05-06 20:00", "2 h", "1.5")]


def test_a_night_through_a_clock_change_has_no_overtime_of_its_own() -> None:
    night = EIGHT.but(zone="America/Edmonton", tours=("2024-11-02 19:00 +12h",))
    assert night.paid() == []
