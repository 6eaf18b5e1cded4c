"""Long tours back to back."""

from tests.rules.stage import Story

ONE = Story("double-tours: {at_most: 1, tour: 24h}", first="2024-05-01", last="2024-06-30")
PAIR = ("2024-05-02 08:00 +24h", "2024-05-03 08:00 +24h")


def test_one_pair_in_a_month_is_allowed_and_the_second_is_not() -> None:
    assert ONE.but(tours=PAIR).findings() == []
    second = (*PAIR, "2024-05-20 08:00 +24h", "2024-05-21 08:00 +24h")
    assert ONE.but(tours=second).findings() == [("2024-05-20 08:00", "2 pairs", "1 pairs")]


def test_three_in_a_row_are_two_pairs() -> None:
    story = ONE.but(tours=(*PAIR, "2024-05-04 08:00 +24h"))
    assert story.findings() == [("2024-05-03 08:00", "2 pairs", "1 pairs")]


def test_a_pair_belongs_to_the_month_in_which_its_first_tour_starts() -> None:
    across = ("2024-05-31 08:00 +24h", "2024-06-01 08:00 +24h")
    june = ("2024-06-10 08:00 +24h", "2024-06-11 08:00 +24h")
    assert ONE.but(tours=(*across, *june)).findings() == []
    assert len(ONE.but(tours=(*PAIR, *across)).findings()) == 1


def test_tours_that_do_not_touch_or_are_shorter_are_no_pair() -> None:
    apart = ("2024-05-02 08:00 +24h", "2024-05-03 09:00 +24h")
    short = ("2024-05-12 08:00 +23h", "2024-05-13 07:00 +24h")
    story = ONE.but(rule="double-tours: {at_most: 0, tour: 24h}")
    assert story.but(tours=(*apart, *short)).findings() == []
    assert len(story.but(tours=PAIR).findings()) == 1
