"""The verifier rejects what is wrong, each wrong by its name."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchbill.bench.verify_rws import faults

INSTANCE = """\
# days
7
2
2
1 1 1 1 0 0 0
0 0 0 1 1 1 0
Day 420 720 2 5
Night 1140 720 2 3
1 6
3 5
2 1
Night Day
Day Night
Day - Night
"""
RIGHT = ("DDDD---", "---NNN-")


def test_a_right_rotation_has_no_fault() -> None:
    assert faults(INSTANCE, RIGHT, "DN") == []


@pytest.mark.parametrize(
    ("weeks", "fault"),
    [
        (("DDDD---",), "1 weeks for 2 people"),
        (("DDDD--", "---NNN-"), "week 1 has 6 days, not 7"),
        (("DDDD--X", "---NNN-"), "week 1 has X, which is no tour"),
        (("DDDD---", "--NNN--"), "day 6: 0 on N, need 1"),
        (("DDDD---", "---NNNN"), "day 7: 1 on N, need 0"),
        (("DDD----", "---DNN-"), "D: a run of 1, not 2 to 5"),
        (("DDD----", "---DNN-"), "day 11 of the rotation begins DN"),
    ],
)
def test_a_wrong_rotation_is_told(weeks: tuple[str, ...], fault: str) -> None:
    assert fault in faults(INSTANCE, weeks, "DN")


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("720 2 5", "720 2 3", "D: a run of 4, not 2 to 3"),
        ("720 2 3", "720 4 5", "N: a run of 3, not 4 to 5"),
        ("\n1 6\n", "\n1 5\n", "days off: a run of 6, not 1 to 5"),
        ("\n1 6\n", "\n2 6\n", "days off: a run of 1, not 2 to 6"),
        ("\n3 5\n", "\n4 5\n", "work: a run of 3, not 4 to 5"),
        ("\n3 5\n", "\n3 3\n", "work: a run of 4, not 3 to 3"),
        ("Day Night", "Night -", "day 13 of the rotation begins N-"),
        ("Day - Night", "Night - Day", "day 13 of the rotation begins N-D"),
    ],
)
def test_a_limit_that_is_broken_is_told(old: str, new: str, fault: str) -> None:
    assert faults(INSTANCE.replace(old, new), RIGHT, "DN") == [fault]


@given(st.integers(0, 13), st.sampled_from("DN-"))
def test_another_letter_on_any_day_is_a_fault(day: int, letter: str) -> None:
    text = "".join(RIGHT)
    changed = text[:day] + letter + text[day + 1 :]
    found = faults(INSTANCE, (changed[:7], changed[7:]), "DN")
    assert bool(found) is (text[day] != letter)


def test_a_run_that_never_ends_is_a_fault() -> None:
    instance = "7\n1\n1\n1 1 1 1 1 1 1\nDay 420 720 1 99\n0 9\n1 99\n0 0\n"
    assert faults(instance, ("DDDDDDD",), "D") == [
        "D: a run that never ends",
        "work: a run that never ends",
    ]


def test_it_shares_no_code_with_what_it_verifies() -> None:
    source = Path(__file__).parents[2] / "src" / "watchbill" / "bench" / "verify_rws.py"
    assert "watchbill" not in source.read_text(encoding="utf-8")
