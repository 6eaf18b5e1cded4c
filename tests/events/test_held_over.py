"""Kept on duty after the end of the tour."""

from tests.events.stage import NEXT, after, dates, held, refused, sentence

OVER = "held_over: {person: Ames, tour: 2024-05-07 07:00, until: 2024-05-07 20:15}"


def test_the_time_over_stands_beside_the_tour_with_its_entry() -> None:
    own = held(after(OVER), "Ames", "2024-05-07 07:00")
    assert own.over is not None
    start, end, number = own.over
    assert (end - start, number) == (75, NEXT)
    assert (own.scheduled, own.spells) == (True, None)


def test_nobody_is_held_over_before_the_end_nor_from_no_tour() -> None:
    told = refused(OVER.replace("20:15", "19:00"))
    assert "the tour is not over then, so nobody is held over" in told
    assert "Ames has no tour" in refused(OVER.replace("tour: 2024-05-07", "tour: 2024-05-10"))


def test_it_is_told() -> None:
    assert dates(OVER) == ["2024-05-07"]
    assert sentence(OVER) == "held over: person Ames, tour 2024-05-07 07:00, until 2024-05-07 20:15"
