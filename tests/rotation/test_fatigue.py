"""What a rotation asks of a body, against a count minute by minute."""

from collections import Counter
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rotation.test_figures import PATTERNS, TOURS
from watchbill.kernel.clock import Minutes
from watchbill.rotation.catalogue import read_rotation
from watchbill.rotation.cycle import Rotation, make_rotation
from watchbill.rotation.fatigue import fatigue, most_minutes
from watchbill.rotation.notation import read_pattern

WEEK = 7 * 1440


def on_duty(rotation: Rotation, cycles: int) -> bytearray:
    """A mark for each minute on duty of so many cycles, the last running on into the first."""
    length = cycles * rotation.days * 1440
    minutes = bytearray(length)
    for day in range(cycles * rotation.days):
        code = rotation.pattern.codes[day % rotation.days]
        if code != "-":
            start = day * 1440 + rotation.tours[code].start
            for minute in range(start, start + rotation.tours[code].length):
                minutes[minute % length] = 1
    return minutes


def most_by_sliding(minutes: bytearray, window: int) -> int:
    """The most marks in any window of the ring, moved on by one minute at a time."""
    rounds, rest = divmod(window, len(minutes))
    count = most = sum(minutes[:rest])
    for start in range(len(minutes)):
        count += minutes[(start + rest) % len(minutes)] - minutes[start]
        most = max(most, count)
    return rounds * sum(minutes) + most


@given(PATTERNS, st.sampled_from([0, 25, 180]))
@settings(deadline=None, max_examples=30)
def test_hours_in_any_7_and_14_days_equal_a_window_slid_by_the_minute(
    text: str, later: int
) -> None:
    tours = {
        code: type(tour)(code, tour.name, tour.start + later, tour.length, tour.kind)
        for code, tour in TOURS.items()
    }
    rotation = make_rotation(read_pattern(text), tours=tours)
    found = fatigue(rotation)
    minutes = on_duty(rotation, 1)
    assert found.most_in_7_days == most_by_sliding(minutes, WEEK)
    assert found.most_in_14_days == most_by_sliding(minutes, 2 * WEEK)


@given(PATTERNS)
@settings(deadline=None, max_examples=40)
def test_nights_and_rests_equal_a_count_by_the_minute(text: str) -> None:
    rotation = make_rotation(read_pattern(text), tours=TOURS)
    found = fatigue(rotation)
    days = rotation.days
    minutes = on_duty(rotation, 3)
    nights = [
        sum(minutes[day * 1440 + 22 * 60 : day * 1440 + 30 * 60]) for day in range(days, 2 * days)
    ]
    assert found.nights_free == nights.count(0)
    assert found.night_minutes_worked == sum(nights)
    assert found.share_of_night_hours_off == 1 - Fraction(sum(nights), days * 480)
    assert found.share_of_nights_free == Fraction(nights.count(0), days)

    ring = on_duty(rotation, 1)
    assert any(ring)
    if all(ring):
        assert found.rests == ()
        assert found.mean_rest is None
        return
    turned = ring.index(1)
    line = bytes(ring[turned:] + ring[:turned])
    rests = [len(rest) for rest in line.split(b"\1") if rest]
    assert found.rests == tuple(sorted(Counter(rests).items()))
    assert found.mean_rest == Fraction(sum(rests), len(rests))


def test_two_days_two_nights_four_off_by_hand() -> None:
    # Days 07-19, nights 19-07: D1, 12 h, D2, 24 h, N3, 12 h, N4 to the morning of day 5, then 96 h.
    found = fatigue(read_rotation("DDNN----"))
    assert found.most_in_7_days == 48 * 60  # 4 tours, and 96 h free: 168 h hold no fifth
    assert found.most_in_14_days == 96 * 60
    assert found.rests == ((720, 2), (1440, 1), (5760, 1))
    assert found.mean_rest == Fraction((12 + 24 + 12 + 96) * 60, 4)
    assert (found.nights, found.nights_free, found.night_minutes_worked) == (8, 6, 960)


def test_the_long_week_of_dupont_is_72_hours() -> None:
    assert fatigue(read_rotation("DuPont")).most_in_7_days == 72 * 60


@pytest.mark.parametrize(
    ("window", "most"), [(1, 1), (720, 720), (2880, 720), (2881, 721), (3600, 1440)]
)
def test_windows_shorter_and_longer_than_the_cycle(window: int, most: int) -> None:
    assert most_minutes(read_rotation("D-"), Minutes(window)) == most


def test_duty_without_end_fills_every_window() -> None:
    found = fatigue(make_rotation(read_pattern("24"), Minutes(1440)))
    assert (found.most_in_7_days, found.nights_free, found.rests) == (WEEK, 0, ())
