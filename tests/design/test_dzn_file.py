"""The format of the shift-design instances, and what is wrong with files nearly in it."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from watchbill.design.tours.dzn_file import parse_dzn, read_dzn
from watchbill.design.tours.problem import Family, Weights
from watchbill.kernel.problems import BadInput, Problem

SHIPPED = Path(__file__).parents[2] / "benchmarks" / "shift-design"
TEXT = """\
% a day of six-hour slots
interval = 360;
days = 1;
demand = [1, 2,
          3, 0];  % by slot
shiftTypes = 2;
minStart = [0, 2];
maxStart = [1, 3];
minLength = [1, 1];
maxLength = [2, 2];
minDuties = 3;
maxDuties = 4.8;
avgMinutes = 2310;
weightUnderCover = 1;
weightOverCover = 2;
weightDutiesPerWeek = 1000;
weightShiftInstances = 60;
"""


def problems(text: str) -> tuple[Problem, ...]:
    with pytest.raises(BadInput) as caught:
        parse_dzn(text, "x.dzn")
    return caught.value.problems


def test_a_file_is_read() -> None:
    need = parse_dzn(TEXT, "x.dzn")
    assert (need.slot, need.days, need.demand) == (360, 1, (1, 2, 3, 0))
    assert need.families == (Family(0, 1, 1, 2), Family(2, 3, 1, 2))
    assert need.duties == (Fraction(3), Fraction(24, 5))
    assert need.week_minutes == 2310
    assert need.weights == Weights(1, 2, 1000, 60)


@pytest.mark.parametrize("file", sorted(SHIPPED.glob("*.dzn")), ids=lambda file: file.stem)
def test_the_instances_that_ship_are_read(file: Path) -> None:
    need = read_dzn(file)
    assert len(need.demand) == need.days * need.slots_a_day


@pytest.mark.parametrize(
    ("old", "new", "line", "path", "message"),
    [
        ("interval = 360", "interval = 7", 2, "interval", "a day is not a whole number of these"),
        ("interval = 360", "interval = x", 2, "interval", "a number is needed"),
        ("days = 1;", "days = 1.5;", 3, "days", "out of range"),
        ("3, 0]", "3]", 4, "demand", "4 entries are needed"),
        ("3, 0]", "-3, 0]", 4, "demand", "a number is needed"),
        ("[1, 3]", "1, 3", 8, "maxStart", "a list in brackets is needed"),
        ("[1, 3]", "[1, 9]", 8, "maxStart", "out of range"),
        ("[1, 3]", "[1, 1]", 8, "maxStart", "entry 2 is before minStart"),
        ("maxLength = [2, 2]", "maxLength = [0, 2]", 10, "maxLength", "out of range"),
        ("maxDuties = 4.8", "maxDuties = 2", 12, "maxDuties", "below minDuties"),
        ("avgMinutes = 2310;", "avgMinutes = 2310; days = 2;", 13, "days", "given twice"),
        ("avgMinutes = 2310;", "avgMinutes;", 13, "", "a statement is name = value;"),
        ("weightOverCover = 2", "weightOverCover = 0.5", 15, "weightOverCover", "out of range"),
    ],
)
def test_a_mistake_is_told_with_its_line(
    old: str, new: str, line: int, path: str, message: str
) -> None:
    told = problems(TEXT.replace(old, new, 1))
    assert (line, path, message) in [(one.line, one.path, one.message) for one in told]


def test_a_name_that_is_nearly_right_is_suggested_and_the_right_one_missed() -> None:
    told = problems(TEXT.replace("minDuties", "minDutys"))
    assert [(one.line, one.path, one.suggestion) for one in told] == [
        (11, "", "minDuties"),
        (None, "minDuties", None),
    ]
