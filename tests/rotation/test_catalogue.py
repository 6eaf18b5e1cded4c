"""The rotations that the field knows by name."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchbill.kernel.clock import Minutes
from watchbill.kernel.problems import BadInput
from watchbill.rotation.catalogue import (
    KnownRotation,
    all_rotations,
    find,
    known_as,
    read_rotation,
)
from watchbill.rotation.cycle import make_rotation
from watchbill.rotation.figures import figures
from watchbill.rotation.notation import read_pattern

EVERY = pytest.mark.parametrize("known", all_rotations(), ids=lambda known: known.id)

AROUND_THE_CLOCK = [
    "two-two-four",
    "four-on-four-off-rotating",
    "three-on-three-off-rotating",
    "pitman-rotating",
    "panama",
    "eoweo",
    "dupont",
    "day-night-two-off",
    "day-night-off",
    "extended-twelve",
    "six-two-rotating",
    "southern-swing",
    "continental",
    "metropolitan",
    "five-crew",
    "ten-fourteen",
    "twenty-four-forty-eight",
    "forty-eight-ninety-six",
    "twenty-four-seventy-two",
    "forty-eight-one-forty-four",
    "california-swing",
    "one-one-one-five",
    "one-two-one-four",
    "two-platoon",
]


def test_there_are_many_and_none_shares_an_id_or_a_name() -> None:
    assert len(all_rotations()) >= 50
    for known in all_rotations():
        for name in (known.id, *known.names):
            assert find(name) is known, name


@EVERY
def test_each_says_who_works_it_and_where_that_is_published(known: KnownRotation) -> None:
    assert known.used.endswith(".")
    assert known.source
    assert known.platoons == known.rotation.platoons


# What the field publishes of them: (name, cycle days, hours a week).
@pytest.mark.parametrize(
    ("name", "days", "week"),
    [
        ("Pitman", 14, "42"),
        ("2-2-3", 14, "42"),
        ("Panama", 56, "42"),
        ("DuPont", 28, "42"),
        ("EOWEO", 28, "42"),
        ("4-on-4-off", 8, "42"),
        ("two days, two nights, four off", 8, "42"),
        ("3-on-3-off", 6, "42"),
        ("24/48", 3, "56"),
        ("48/96", 6, "56"),
        ("24/72", 4, "42"),
        ("Kelly", 21, "48"),
        ("24/48 with a Kelly day every 7th shift", 21, "48"),
        ("Berkeley", 9, "56"),
        ("California swing", 9, "56"),
        ("5-2 fixed", 7, "40"),
        ("4-10", 7, "40"),
        ("3-12", 7, "36"),
        ("6-2", 8, "42"),
        ("continental", 28, "42"),
        ("metropolitan", 8, "42"),
        ("southern swing", 28, "42"),
        ("Seattle cycle A", 49, "40"),
        ("Seattle cycle B", 49, "40"),
        ("DELTA peak", 7, "42"),
        ("9/80", 14, "40"),
        ("five-crew", 10, "33.6"),
        ("10/14", 8, "42"),
        ("Houston", 8, "42"),
        ("federal fire", 14, "72"),
        ("4-2", 6, "42"),
        ("command swing", 7, "48"),
    ],
)
def test_its_hours_are_those_that_are_published(name: str, days: int, week: str) -> None:
    found = figures(find(name).rotation)
    assert found.cycle_days == days
    assert found.hours_per_week == Decimal(week)


@pytest.mark.parametrize("name", AROUND_THE_CLOCK)
def test_those_that_cover_the_clock_have_one_platoon_on_duty_in_every_hour(name: str) -> None:
    assert figures(find(name).rotation).coverage == ((1, 1),) * 24


@pytest.mark.parametrize("name", ["five-crew-ten-hour", "six-four-ten-hour", "rotating four tens"])
def test_ten_hour_watches_overlap_and_leave_no_gap(name: str) -> None:
    found = figures(find(name).rotation)
    assert found.least_coverage == 1
    assert found.most_coverage > 1


@pytest.mark.parametrize("name", ["Pitman", "rotating Pitman", "Panama", "EOWEO"])
def test_the_two_two_three_family_has_every_second_weekend_off(name: str) -> None:
    found = figures(find(name).rotation)
    assert found.weekends_off * 2 == found.weekends
    assert found.longest_work == 3


def test_panama_s_platoons_change_between_days_and_nights_two_by_two() -> None:
    panama = find("Panama")
    assert panama.rotation.offsets == (0, 7, 28, 35)
    assert panama.made(platoons=2).platoons == 2


def test_dupont_has_its_week_off_and_four_nights_running() -> None:
    found = figures(find("DuPont").rotation)
    assert (found.longest_off, found.shortest_off, found.longest_nights) == (7, 1, 4)


def test_seattle_s_cycles_are_28_days_on_and_21_off() -> None:
    for name in ("Seattle officers", "Seattle sergeants"):
        found = figures(find(name).rotation)
        assert (found.tours_per_cycle, found.cycle_days) == (28, 49)
        assert found.hours_per_cycle == 280


@pytest.mark.parametrize(
    ("written", "id_"),
    [
        ("PITMAN schedule", "pitman"),
        ("the du-pont rotation", "dupont"),
        ("Southern-Swing shift pattern", "southern-swing"),
        ("48 / 96", "forty-eight-ninety-six"),
        ("4\u201310", "four-tens"),
        ("24 on 48 off", "twenty-four-forty-eight"),
        ("24-48", "twenty-four-forty-eight"),
        ("48-96", "forty-eight-ninety-six"),
        ("4/10s", "four-tens"),
        ("three 12s", "three-twelves"),
        ("2D2N4O", "two-two-four"),
        ("12x36", "twelve-thirty-six"),
        ("Baylor plan", "weekend-twelves"),
    ],
)
def test_case_hyphens_and_fillers_do_not_matter(written: str, id_: str) -> None:
    assert find(written).id == id_


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("pitmann", "Pitman"),
        ("Dupnt", "DuPont"),
        ("delta peek", "DELTA peak"),
        ("southern swng", "southern swing"),
        ("contnental", "continental"),
        ("Panamma", "Panama"),
    ],
)
def test_a_slip_in_a_name_gets_the_name(written: str, meant: str) -> None:
    for read in (find, read_rotation):
        with pytest.raises(BadInput) as told:
            read(written)
        assert told.value.problems[0].suggestion == meant


def test_a_name_brings_its_tours_and_platoons_and_a_notation_none() -> None:
    assert read_rotation("metropolitan").offsets == (0, 2, 4, 6)
    assert read_rotation("DDEENN--").offsets == (0,)
    assert {tour.length for tour in read_rotation("metropolitan").tours.values()} == {480}
    other = read_rotation("metropolitan", Minutes(600), 2)
    assert {tour.length for tour in other.tours.values()} == {600}
    assert other.platoons == 2


@EVERY
def test_a_rotation_is_known_from_whatever_day_it_starts_and_however_often_it_repeats(
    known: KnownRotation,
) -> None:
    rotation = known.rotation
    codes = rotation.pattern.codes
    turned = "".join((*codes[3:], *codes[:3]) * 2)
    again = make_rotation(read_pattern(turned), tours=rotation.tours)
    assert known in known_as(again)


def test_notations_are_recognised() -> None:
    for text, length, name in [
        ("DDNN----", 720, "two-two-four"),
        ("NNDD----", 720, None),
        ("OOXOXOXOO", 1440, "california-swing"),
        ("3-3, 3-3, 3-3, 3-3, 4-2, 4-2, 4-2, 4-3", 600, "seattle-officers"),
        ("DDNN----", 480, None),
    ]:
        found = known_as(make_rotation(read_pattern(text), Minutes(length)))
        assert [known.id for known in found] == ([name] if name else [])


@given(st.one_of(st.text(), st.sampled_from([n for k in all_rotations() for n in k.names])))
def test_any_text_is_a_rotation_or_bad_input(text: str) -> None:
    try:
        assert read_rotation(text).days > 0
    except BadInput as bad:
        assert bad.problems


@pytest.mark.parametrize("text", ["24/47", "24/48 kelly 1"])
def test_other_figures_are_no_slip_of_a_name(text: str) -> None:
    with pytest.raises(BadInput) as bad:
        read_rotation(text)
    (problem,) = bad.value.problems
    assert problem.suggestion is None
    assert "neither" not in problem.message
