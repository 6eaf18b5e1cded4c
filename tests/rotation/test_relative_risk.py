"""The published table, at its published places and nowhere else."""

from decimal import Decimal
from fractions import Fraction

import pytest

from watchbill.kernel.clock import Minutes
from watchbill.rotation.catalogue import read_rotation
from watchbill.rotation.cycle import make_rotation
from watchbill.rotation.notation import read_pattern
from watchbill.rotation.relative_risk import (
    risk_of_days,
    risk_of_kind,
    risk_of_length,
    risk_of_nights,
)


@pytest.mark.parametrize(
    ("nights", "highest"), [(1, "1.00"), (2, "1.06"), (3, "1.17"), (4, "1.36")]
)
def test_successive_nights_as_published(nights: int, highest: str) -> None:
    found = risk_of_nights(read_rotation("N" * nights + "---"))
    assert found is not None
    assert (found.highest, found.beyond) == (Decimal(highest), 0)


@pytest.mark.parametrize(("days", "highest"), [(1, "1.00"), (2, "1.02"), (3, "1.07"), (4, "1.17")])
def test_successive_days_as_published(days: int, highest: str) -> None:
    found = risk_of_days(read_rotation("D" * days + "---"))
    assert found is not None
    assert found.highest == Decimal(highest)


def test_the_mean_by_hand_over_a_run_that_the_cycle_cuts() -> None:
    # N of the last day and N N of the first two are one run: 1.00, 1.06, 1.17.
    found = risk_of_nights(read_rotation("NN---DD---N"))
    assert found is not None
    assert (found.tours, found.mean) == (3, Fraction(323, 300))


def test_beyond_the_fourth_nothing_is_published() -> None:
    found = risk_of_nights(read_rotation("NNNNNN--"))
    assert found is not None
    assert (found.tours, found.beyond, found.mean) == (6, 2, Fraction(459, 400))
    endless = risk_of_nights(make_rotation(read_pattern("N"), Minutes(480)))
    assert endless is not None
    assert (endless.highest, endless.mean, endless.beyond) == (None, None, 1)


def test_where_no_such_tour_is_worked_there_is_no_risk_of_it() -> None:
    assert risk_of_nights(read_rotation("DD--")) is None
    assert risk_of_days(read_rotation("NN--")) is None


def test_kinds_and_lengths_as_published_and_only_those() -> None:
    tours = read_rotation("DEN-", Minutes(480)).tours
    assert [str(risk_of_kind(tours[code])) for code in "DEN"] == ["1.00", "1.18", "1.30"]
    assert [risk_of_length(Minutes(hours * 60)) for hours in (8, 9, 10, 12, 14)] == [
        Decimal("1.00"), None, Decimal("1.13"), Decimal("1.27"), None,
    ]  # fmt: skip


def test_a_tour_round_the_clock_is_neither_a_morning_nor_a_night() -> None:
    rotation = read_rotation("24/48")
    assert risk_of_days(rotation) is None
    assert [risk_of_kind(tour) for tour in rotation.tours.values()] == [None]
