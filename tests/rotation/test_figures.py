"""A rotation's figures against a count, minute by minute and day by day, on its expanded roster."""

import math
import re
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from watchbill.kernel.clock import Minutes, time_text
from watchbill.kernel.problems import BadInput
from watchbill.records.tours import TourKind, TourType
from watchbill.rotation.cycle import Rotation, expand, make_rotation
from watchbill.rotation.figures import coverage_by_hour, figures
from watchbill.rotation.notation import read_pattern

TOURS = {
    "D": TourType("D", "Day", 420, Minutes(720), TourKind.DAY),
    "E": TourType("E", "Evening", 960, Minutes(480), TourKind.EVENING),
    "N": TourType("N", "Night", 1140, Minutes(720), TourKind.NIGHT),
}
PATTERNS = st.text(alphabet="DEN-", min_size=1, max_size=24).filter(lambda text: set(text) != {"-"})


def expanded(rotation: Rotation, days: int, platoon: int = 0) -> list[str]:
    """The letter of every day, laid out in full."""
    shifted = [rotation.pattern.codes[day % rotation.days] for day in range(days)]
    offset = rotation.offsets[platoon] % rotation.days
    return shifted[-offset:] + shifted[:-offset] if offset else shifted


def extremes(days: list[bool]) -> tuple[int, int]:
    """The shortest and longest run in a line laid out often enough, its torn ends cut off."""
    line = "".join("x" if day else " " for day in days)
    whole = line[line.index(" ") : line.rindex(" ")]
    lengths = [len(run) for run in whole.split()]
    return min(lengths, default=0), max(lengths, default=0)


@given(PATTERNS)
@settings(deadline=None)
def test_figures_equal_a_count_on_the_expanded_roster(text: str) -> None:
    rotation = make_rotation(read_pattern(text), tours=TOURS)
    found = figures(rotation)
    days = math.lcm(rotation.days, 7)
    line = expanded(rotation, 3 * days)
    cycle = line[: rotation.days]

    assert found.cycle_days == len(cycle)
    worked = [TOURS[code].length for code in cycle if code != "-"]
    assert found.minutes_per_cycle == sum(worked)
    assert found.tours_per_cycle == len(worked)
    assert found.hours_per_week == Decimal(sum(worked)) * 7 / (60 * len(cycle))
    assert found.annual_hours == Decimal(sum(worked)) * 365 / (60 * len(cycle))

    on, nights = [code != "-" for code in line], [code == "N" for code in line]
    if not all(on):
        assert (found.shortest_work, found.longest_work) == extremes(on)
        assert (found.shortest_off, found.longest_off) == extremes([not day for day in on])
    if not all(nights):
        assert (found.shortest_nights, found.longest_nights) == extremes(nights)


@given(PATTERNS)
@settings(deadline=None, max_examples=40)
def test_weekends_and_rests_equal_a_count_by_the_minute(text: str) -> None:
    rotation = make_rotation(read_pattern(text), tours=TOURS)
    found = figures(rotation)
    days = math.lcm(rotation.days, 7)
    duty = bytearray(3 * days * 1440)
    starts = []
    for day, code in enumerate(expanded(rotation, 3 * days)):
        if code != "-":
            start = day * 1440 + TOURS[code].start
            starts.append(start)
            duty[start : start + TOURS[code].length] = b"\1" * len(
                duty[start : start + TOURS[code].length]
            )
    middle = range(days, 2 * days)
    saturdays = [day for day in middle if (day - days) % 7 == 5]
    free = [not any(duty[day * 1440 : (day + 2) * 1440]) for day in saturdays]
    assert found.weekends == len(saturdays)
    assert found.weekends_off == sum(free)
    assert found.share_of_weekends_off == Fraction(sum(free), len(free))
    begins = {start // 1440 for start in starts}
    assert found.weekends_without_start == sum(not begins & {day, day + 1} for day in saturdays)

    rests = [
        start - duty.rindex(1, 0, start) - 1
        for start in starts
        if days * 1440 <= start < (days + rotation.days) * 1440 and not duty[start - 1]
    ]
    assert found.quick_returns == sum(rest < 660 for rest in rests)
    assert figures(rotation, Minutes(720)).quick_returns == sum(rest < 720 for rest in rests)
    assert found.shortest_rest == min(rests, default=None)


@given(PATTERNS, st.integers(1, 5), st.sampled_from([0, 30, 45]))
@settings(deadline=None, max_examples=40)
def test_coverage_equals_a_count_of_platoons_by_the_minute(
    text: str, platoons: int, later: int
) -> None:
    tours = {code: replace(tour, start=tour.start + later) for code, tour in TOURS.items()}
    rotation = make_rotation(read_pattern(text), platoons=platoons, tours=tours)
    found = figures(rotation)
    cycle = rotation.days * 1440
    on_duty = [0] * (3 * cycle)
    for platoon in range(platoons):
        for day, code in enumerate(expanded(rotation, 3 * rotation.days, platoon)):
            if code != "-":
                start = day * 1440 + tours[code].start
                for minute in range(start, min(start + tours[code].length, len(on_duty))):
                    on_duty[minute] += 1
    middle = on_duty[cycle : 2 * cycle]
    hours = [min(middle[start : start + 60]) for start in range(0, cycle, 60)]
    assert coverage_by_hour(rotation) == tuple(hours)
    for hour in range(24):
        assert found.coverage[hour] == (min(hours[hour::24]), max(hours[hour::24]))
    assert (found.least_coverage, found.most_coverage) == (min(hours), max(hours))
    assert found.mean_coverage == Fraction(sum(middle), cycle)


@given(PATTERNS, st.integers(1, 4), st.integers(0, 3), st.integers(1, 60))
def test_expanding_gives_each_day_its_tour_and_reads_back(
    text: str, platoons: int, platoon: int, days: int
) -> None:
    rotation = make_rotation(read_pattern(text), platoons=platoons, tours=TOURS)
    platoon %= platoons
    laid_out = expand(rotation, rotation.days * 2, platoon)
    codes = "".join(tour.code if tour else "-" for tour in laid_out)
    assert list(codes) == expanded(rotation, rotation.days * 2, platoon)
    start = rotation.offsets[platoon] % rotation.days
    assert read_pattern(codes[start : start + rotation.days]) == rotation.pattern
    assert expand(rotation, days, platoon) == (laid_out * 60)[:days]


@pytest.mark.parametrize(
    ("text", "length", "days", "hours", "week", "year"),
    [
        ("DDNN----", 720, 8, "48", "42", "2190"),
        ("PPPPP--", 504, 7, "42", "42", "2190"),
        ("3-3, 3-3, 3-3, 3-3, 4-2, 4-2, 4-2, 4-3", 600, 49, "280", "40", "2085.71"),
        ("4-4, 4-4, 5-3, 5-3, 5-3, 5-4", 600, 49, "280", "40", "2085.71"),
        ("24/48", None, 3, "24", "56", "2920"),
        ("24/48 kelly 7", None, 21, "144", "48", "2502.86"),
        ("8 8 8 24 - - -", None, 7, "48", "48", "2502.86"),
        ("DDD---", 720, 6, "36", "42", "2190"),
    ],
)
def test_the_field_s_known_figures(
    text: str, length: int | None, days: int, hours: str, week: str, year: str
) -> None:
    found = figures(make_rotation(read_pattern(text), Minutes(length) if length else None))
    assert found.cycle_days == days
    assert found.hours_per_cycle == Decimal(hours)
    assert found.hours_per_week == Decimal(week)
    assert round(found.annual_hours, 2) == Decimal(year)


def test_four_platoons_of_two_days_two_nights_cover_every_hour_with_one() -> None:
    rotation = make_rotation(read_pattern("DDNN----"), platoons=4)
    assert rotation.offsets == (0, 2, 4, 6)
    assert figures(rotation).coverage == ((1, 1),) * 24


def test_a_relief_at_half_past_the_hour_leaves_no_gap() -> None:
    early = {code: replace(TOURS[code], start=TOURS[code].start + 30) for code in "DN"}
    rotation = make_rotation(read_pattern("DDNN----"), platoons=4, tours=early)
    assert figures(rotation).coverage == ((1, 1),) * 24


@pytest.mark.parametrize(("platoons", "length"), [(0, 720), (101, 720), (1, 0), (1, 1441)])
def test_figures_that_no_rotation_has_are_refused(platoons: int, length: int) -> None:
    with pytest.raises(BadInput):
        make_rotation(read_pattern("DDNN----"), Minutes(length), platoons)


@pytest.mark.parametrize(
    ("text", "where"),
    [("24 8 -", ""), ("ND--", "day 1 (N, 19:00-11:00)"), ("D-N", "day 3 (N, 19:00-11:00)")],
)
def test_nobody_works_two_tours_at_once(text: str, where: str) -> None:
    if not where:
        assert make_rotation(read_pattern(text)).tours["A"].start == 8 * 60
        return
    with pytest.raises(BadInput, match=re.escape(where)):
        make_rotation(read_pattern(text), Minutes(16 * 60))


@pytest.mark.parametrize(
    ("text", "hours", "starts", "kinds"),
    [
        ("DN-", 12, "07:00 19:00", "day night"),
        ("DEN-", 8, "07:00 15:00 23:00", "day evening night"),
        ("DEN-", 10, "07:00 15:00 21:00", "day evening night"),
        ("P-", 8, "10:00", "day"),
        ("D--", 24, "08:00", "day"),
        ("X-", 12, "07:00", "day"),
        ("DN--", 24, "08:00 08:00", "day day"),
    ],
)
def test_letters_alone_mean_the_usual_tours(text: str, hours: int, starts: str, kinds: str) -> None:
    tours = make_rotation(read_pattern(text), Minutes(hours * 60)).tours.values()
    assert " ".join(time_text(tour.start) for tour in tours) == starts
    assert " ".join(tour.kind for tour in tours) == kinds
    assert {tour.length for tour in tours} == {hours * 60}


def test_lengths_in_the_notation_say_nothing_of_evening_or_night() -> None:
    tours = make_rotation(read_pattern("8 7 6 5 4 3 2 - -")).tours.values()
    assert {tour.kind for tour in tours} == {TourKind.DAY}
    assert {tour.start for tour in tours} == {7 * 60}
