"""A roster keeps to a cycle, from whatever day of it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rules.stage import Story, laid
from watchbill.kernel.clock import Day, Minutes, at, parse_day, zone
from watchbill.records.timeline import Frame, Timeline
from watchbill.records.tours import TourKind, tour_at
from watchbill.rules.cycle_kept import CycleKept

CYCLE = "3-3, 3-3, 3-3, 3-3, 4-2, 4-2, 4-2, 4-3"
ON = "".join("D" * int(part[0]) + "-" * int(part[2]) for part in CYCLE.replace(",", "").split())
FIRST = parse_day("2024-01-01")
ZONE = zone("America/Los_Angeles")
TWO = Story("cycle-kept: {pattern: DD--}", first="2024-05-06", last="2024-05-13")


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


def test_a_tour_lost_to_leave_is_a_day_on() -> None:
    leave = ("leave: {person: Ames, tour: 2024-05-07 08:00, kind: vacation}",)
    assert TWO.but(tours=laid("dd--dd--")).findings() == []
    assert TWO.but(tours=laid("dd--dd--"), events=leave).findings() == []
    assert len(TWO.but(tours=laid("d---dd--")).findings()) == 1


def test_a_tour_beyond_the_schedule_does_not_put_it_off() -> None:
    extra = ("extra: {person: Ames, tour: 2024-05-08 08:00 +8h}",)
    assert TWO.but(tours=laid("dd--dd--"), events=extra).findings() == []


@pytest.mark.parametrize(("asked_by", "sentences"), [("employer", 1), ("employee", 0)])
def test_a_day_moved_puts_it_off_unless_the_person_wished_it(asked_by: str, sentences: int) -> None:
    change = (
        "change: {person: Ames, tour: 2024-05-07 08:00, to: 2024-05-08 08:00 +8h,"
        f" told: 2024-05-01 09:00, asked_by: {asked_by}}}"
    )
    assert len(TWO.but(tours=laid("dd--dd--"), events=(change,)).findings()) == sentences


def test_what_is_no_rotation_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one tour"):
        CycleKept(pattern="---")
