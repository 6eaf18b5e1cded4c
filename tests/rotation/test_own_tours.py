"""A notation of hours in the tours of an agreement."""

from __future__ import annotations

import pytest

from watchbill.kernel.clock import Minutes
from watchbill.records.tours import TourKind, TourType
from watchbill.rotation.notation import read_pattern
from watchbill.rotation.own_tours import in_own_tours


def tour(code: str, hours: int) -> TourType:
    return TourType(code, code, 480, Minutes(hours * 60), TourKind.DAY)


DAY, TOUR, OTHER = tour("D", 8), tour("T", 24), tour("U", 24)


@pytest.mark.parametrize(
    ("text", "tours", "codes"),
    [
        ("24/48", [TOUR], "T--"),
        ("24/48", [DAY, TOUR], "T--"),
        ("24/48", [tour("D", 24), TOUR], "D--"),
        ("24/48", [DAY], "D--"),
        ("24/48", [TOUR, OTHER], "D--"),
        ("8 8 8 24 - - -", [DAY, TOUR], "DDDT---"),
        ("DDNN----", [TOUR], "DDNN----"),
        ("3-3", [TOUR], "DDD---"),
    ],
)
def test_a_length_is_worked_in_the_one_tour_that_has_it(
    text: str, tours: list[TourType], codes: str
) -> None:
    pattern = in_own_tours(read_pattern(text), {one.code: one for one in tours})
    assert str(pattern) == codes


def test_the_lengths_go_by_the_new_letters() -> None:
    pattern = in_own_tours(read_pattern("24/48 kelly 7"), {"T": TOUR})
    assert pattern.lengths == {"T": 24 * 60}
    assert in_own_tours(pattern, {"T": TOUR}) == pattern
