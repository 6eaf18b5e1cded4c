"""A roster keeps to a cycle, from whatever day of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rules.staged import found, staged
from watchbill.kernel.clock import Day, Minutes, at, parse_day, zone
from watchbill.records.timeline import Frame, Timeline
from watchbill.records.tours import TourKind, tour_at
from watchbill.rules.cycle_kept import CycleKept

CYCLE = "3-3, 3-3, 3-3, 3-3, 4-2, 4-2, 4-2, 4-3"
ON = "".join("D" * int(part[0]) + "-" * int(part[2]) for part in CYCLE.replace(",", "").split())
FIRST = parse_day("2024-01-01")
ZONE = zone("America/Los_Angeles")


def line_of(worked: list[int]) -> Timeline:
    return Timeline.of(
        tour_at(at(Day(FIRST + day), 600), Minutes(600), TourKind.DAY, "D", ZONE) for day in worked
    )


def frame_of(days: int) -> Frame:
    return Frame(FIRST, Day(FIRST + days - 1), FIRST)


@given(turn=st.integers(0, 48), days=st.integers(1, 120))
@settings(deadline=None)
def test_the_cycle_from_any_day_of_it_is_kept(turn: int, days: int) -> None:
    worked = [day for day in range(days) if ON[(turn + day) % 49] == "D"]
    assert list(CycleKept(pattern=CYCLE).check(line_of(worked), frame_of(days))) == []


@given(turn=st.integers(0, 48), wrong=st.integers(0, 97))
@settings(deadline=None)
def test_one_day_off_a_round_of_it_is_told(turn: int, wrong: int) -> None:
    worked = {day for day in range(98) if ON[(turn + day) % 49] == "D"} ^ {wrong}
    (breach,) = CycleKept(pattern=CYCLE).check(line_of(sorted(worked)), frame_of(98))
    assert breach.measured.amount == 1
    assert breach.start == at(Day(FIRST + wrong), 0)
    assert breach.end == at(Day(FIRST + wrong + 1), 0)


def test_leave_is_a_day_on_and_a_wish_is_left_out() -> None:
    rule = CycleKept(pattern="DD--")
    line = line_of([0, 4, 5])
    assert len(list(rule.check(line, frame_of(8)))) == 1
    on_leave = Frame(FIRST, Day(FIRST + 7), FIRST, leave=frozenset({Day(FIRST + 1)}))
    wished = Frame(FIRST, Day(FIRST + 7), FIRST, own_wish=frozenset({at(Day(FIRST + 1), 600)}))
    assert list(rule.check(line, on_leave)) == list(rule.check(line, wished)) == []


def test_a_tour_beyond_the_schedule_does_not_put_it_off(tmp_path: Path) -> None:
    stage = staged(
        tmp_path,
        "cycle-kept: {pattern: DD--}",
        "Ada: [2024-05-06 08:00 +10h, 2024-05-07 08:00 +10h, 2024-05-10 08:00 +10h]",
        "extra: {person: Ada, tour: 2024-05-08 08:00 +10h}",
        period="from: 2024-05-06, to: 2024-05-11",
    )
    finding, other = found(stage)
    assert {finding.person, other.person} == {one.person for one in stage.roster.lines}
    assert "2024-05-11" in next(one.sentence for one in (finding, other) if one.person is not None
                                and one.person.name == "Ada")  # fmt: skip


def test_what_is_no_rotation_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one tour"):
        CycleKept(pattern="---")
