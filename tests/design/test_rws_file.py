"""The benchmark's file format, and what is wrong with files that are nearly in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given

from tests.design.needs import as_text, needs
from watchbill.design.rotation.problem import Limits, RotationNeed
from watchbill.design.rotation.rws_file import parse_rws, read_rws
from watchbill.kernel.problems import BadInput, Problem

GOOD = """\
#Length of the schedule
7

# people
3
# tours
2
1 1 1 1 1 1 1
1 1 1 1 1 0 0
Day 420 720 2 4
Night 1140 720 1 3
2 4
2 5
1 1
Night Day
Night - Day
"""


def problems_of(text: str) -> tuple[Problem, ...]:
    with pytest.raises(BadInput) as caught:
        parse_rws(text, "bad.txt")
    return caught.value.problems


def test_it_reads_what_is_written() -> None:
    need = parse_rws(GOOD, "good.txt")
    assert (need.people, need.days, need.letters) == (3, 7, "DN-")
    assert need.need == ((1,) * 7, (1, 1, 1, 1, 1, 0, 0))
    night = need.tours[1]
    assert (night.name, night.start, night.length, night.run) == ("Night", 1140, 720, Limits(1, 3))
    assert (need.days_off, need.work) == (Limits(2, 4), Limits(2, 5))
    assert need.forbidden == (("N", "D"), ("N", "-", "D"))
    assert need.free(6) == 2


def test_line_ends_and_tabs_do_not_matter() -> None:
    assert parse_rws(GOOD.replace("\n", "\r\n").replace(" ", "\t"), "x") == parse_rws(GOOD, "y")


def test_names_alike_get_letters_of_their_own() -> None:
    text = GOOD.replace("Day", "Nine").replace("Night", "N")
    assert parse_rws(text, "x").letters == "IN-"


@given(needs(people=5, days=8))
def test_what_is_written_is_read_again(need: RotationNeed) -> None:
    assert parse_rws(as_text(need), "x") == need


@pytest.mark.parametrize(
    ("old", "new", "line", "message", "found"),
    [
        ("\n3\n# t", "\nthree\n# t", 5, "a whole number is needed", "'three'"),
        ("\n3\n# t", "\n0\n# t", 5, "out of range", "'0'"),
        ("1 0 0\n", "1 0\n", 9, "7 numbers are needed", "'1 1 1 1 1 0'"),
        ("1 0 0\n", "1 0 -1\n", 9, "a whole number is needed", "'-1'"),
        ("420 720 2 4", "420 720 2", 10, "five fields are needed", "'Day 420 720 2'"),
        ("420 720 2 4", "420 720 4 2", 10, "the longest is below the shortest", "'4 2'"),
        ("Night 1140", "Day 1140", 11, "another tour has this name", "'Day'"),
        ("Night 1140", "- 1140", 11, "a day off is written so", "'-'"),
        ("\n2 4\n2 5", "\n2\n2 5", 12, "shortest and longest are needed", "'2'"),
        ("\n1 1\n", "\n1\n", 14, "2 numbers are needed", "'1'"),
        ("Night Day\n", "Night Dya\n", 15, "no tour has this name", "'Dya'"),
        ("Night - Day", "Night Day", 16, "3 tours are needed", "'Night Day'"),
    ],
)
def test_a_mistake_is_told_with_its_line(
    old: str, new: str, line: int, message: str, found: str
) -> None:
    assert old in GOOD
    problem = next(iter(problems_of(GOOD.replace(old, new))))
    assert (problem.line, problem.message, problem.found) == (line, message, found)


def test_a_name_nearly_right_is_suggested() -> None:
    assert problems_of(GOOD.replace("Night Day", "Night Dya"))[0].suggestion == "Day"


def test_every_mistake_is_told_at_once() -> None:
    text = GOOD.replace("1 0 0", "1 0 x").replace("2 5\n", "5 2\n").replace("- Day", "- Dog")
    assert [problem.line for problem in problems_of(text)] == [9, 13, 16]


@pytest.mark.parametrize("lines", [0, 2, 5, 7, 9, 11, 14, 15])
def test_a_file_cut_short_is_told(lines: int) -> None:
    short = "".join(GOOD.splitlines(keepends=True)[:lines])
    assert problems_of(short)[-1].message == "the file ends before this"


def test_more_than_announced_is_told() -> None:
    assert problems_of(GOOD + "Day Night\n")[0].message == "the file should end here"


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="cannot be read"):
        read_rws(tmp_path / "none.txt")
