"""Where the platoons start."""

import itertools

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from watchbill.kernel.clock import Minutes
from watchbill.records.tours import TourKind, TourType
from watchbill.rotation.cycle import make_rotation
from watchbill.rotation.figures import coverage_by_hour, figures
from watchbill.rotation.notation import read_pattern


@pytest.mark.parametrize(
    ("text", "platoons", "offsets"),
    [
        ("DDNN----", 4, (0, 2, 4, 6)),
        ("4-on-4-off", 2, (0, 4)),
        ("24/48", 3, (0, 1, 2)),
        ("48/96", 3, (0, 2, 4)),
        ("24/48 kelly 7", 3, (0, 7, 14)),
        ("24/48 kelly 9", 3, (0, 8, 19)),
        ("D--D----", 4, (0, 2, 4, 6)),
        ("D-D-----", 4, (0, 1, 4, 5)),
    ],
)
def test_platoons_spread_as_evenly_as_level_coverage_allows(
    text: str, platoons: int, offsets: tuple[int, ...]
) -> None:
    assert make_rotation(read_pattern(text), platoons=platoons).offsets == offsets


def test_a_kelly_day_every_ninth_tour_still_leaves_one_platoon_at_most_on_duty() -> None:
    found = figures(make_rotation(read_pattern("24/48 kelly 9"), platoons=3))
    assert found.most_coverage == 1


# Nights that reach into the next day's tours of the other platoons.
TOURS = {
    "D": TourType("D", "Day", 420, Minutes(720), TourKind.DAY),
    "N": TourType("N", "Night", 1200, Minutes(840), TourKind.NIGHT),
}


def unevenness(text: str, offsets: tuple[int, ...]) -> int:
    rotation = make_rotation(read_pattern(text), tours=TOURS, offsets=offsets)
    return sum(count * count for count in coverage_by_hour(rotation))


@given(
    st.text(alphabet="DN-", min_size=2, max_size=9).filter(lambda text: set(text) != {"-"}),
    st.integers(2, 3),
)
@example("DD-N-", 2)
@settings(deadline=None, max_examples=60)
def test_no_platoon_alone_could_move_to_more_level_coverage(text: str, platoons: int) -> None:
    assume("ND" not in text + text[0])
    offsets = make_rotation(read_pattern(text), None, platoons, TOURS).offsets
    chosen = unevenness(text, offsets)
    assert offsets[0] == 0
    assert list(offsets) == sorted(offsets)
    for platoon, day in itertools.product(range(1, platoons), range(len(text))):
        moved = (*offsets[:platoon], day, *offsets[platoon + 1 :])
        assert chosen <= unevenness(text, moved)


def test_very_many_platoons_on_a_very_long_cycle_keep_their_even_places() -> None:
    rotation = make_rotation(read_pattern("D" * 1000 + "-" * 1000), platoons=100)
    assert rotation.offsets == tuple(range(0, 2000, 20))
