"""The benchmark of shift design over small instances that ship, and its verifier."""

from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from rich.console import Console

from watchbill.bench.contract import tour_record
from watchbill.bench.shift_design import TourRow, line, run, summary
from watchbill.bench.verify_shift_design import check
from watchbill.contract.record import canonical
from watchbill.kernel.problems import BadInput
from watchbill.solve.run import Answer

SHIPPED = Path(__file__).parents[2] / "benchmarks" / "shift-design"
SMALL = [SHIPPED / f"{name}.dzn" for name in ("toy1", "toy2", "toy3", "RandomExample1")]
TOY = (SHIPPED / "toy2.dzn").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def rows() -> list[TourRow]:
    return list(run(SMALL))


def test_every_design_is_proved_best_and_verified(rows: list[TourRow]) -> None:
    assert [row.design.goal for row in rows] == [716, 723, 480, 480]
    for row in rows:
        assert row.design.answer is Answer.BEST
        assert row.faults == ()


def test_a_file_that_puts_no_price_on_being_short_is_covered_in_full(rows: list[TourRow]) -> None:
    assert [row.need.bounded for row in rows] == [True, True, True, False]
    (nobody,) = run([SMALL[0]], bounded=False)
    assert nobody.design.goal == 0
    assert nobody.design.staffed == ()


def test_one_more_tour_or_one_more_person_whichever_is_cheaper(rows: list[TourRow]) -> None:
    parts = [row.design.parts for row in rows[:2]]
    assert [(part.tours, part.over) for part in parts if part] == [(4, 0), (3, 180)]


def test_a_line_of_json_has_goal_parts_seconds_and_tours(rows: list[TourRow]) -> None:
    data = json.loads(canonical(tour_record(rows[1])))
    assert data["goal"] == data["bound"] == sum(data["weighted"].values()) == 723
    assert data["parts"]["different_tours"] == len(data["tours"]) == 3
    assert data["verified"] is True
    assert data["seconds"] > 0
    design = [(one["start_minute"], one["length_minutes"], one["people"]) for one in data["tours"]]
    assert check(TOY, design).goal == 723


def test_a_line_shows_each_tour_with_its_people(rows: list[TourRow]) -> None:
    shown = str(line(rows[1])).splitlines()
    assert shown[0].split()[:6] == ["toy2", "best", "goal", "723", "bound", "723"]
    assert "over 180 min x 1" in shown[1]
    assert len(shown) == 2 + 3


def test_a_fault_is_shown(rows: list[TourRow]) -> None:
    row = replace(rows[0], faults=("nobody at night",))
    assert "WRONG: nobody at night" in str(line(row))
    assert json.loads(canonical(tour_record(row)))["verified"] is False


def test_the_summary_counts_proofs(rows: list[TourRow]) -> None:
    console = Console(width=120)
    with console.capture() as captured:
        console.print(summary(rows))
    assert captured.get().splitlines()[1].split()[:6] == [
        "shift-design", "4", "4", "4", "0.00", "%",
    ]  # fmt: skip


def test_a_bad_file_stops_it_before_the_first_solve(tmp_path: Path) -> None:
    (tmp_path / "bad.dzn").write_text(TOY.replace("days = 1", "days = x"), encoding="utf-8")
    with pytest.raises(BadInput) as caught:
        run([SHIPPED, tmp_path])
    assert [(one.line, one.path) for one in caught.value.problems] == [(2, "days")]


def test_the_verifier_counts_short_and_to_spare_by_hand() -> None:
    # Toy: eight slots of three hours, demand 1 1 4 3 5 4 2 3.
    # Four people from 06:00 and two from 21:00 give 2 2 6 4 4 4 0 2.
    checked = check(TOY, [(360, 720, [4]), (1260, 720, [2])])
    assert checked.faults == []
    assert checked.under == 180 * (1 + 2 + 1)
    assert checked.over == 180 * (1 + 1 + 2 + 1)
    assert checked.duties == 0
    assert checked.goal == 0 * 720 + 1 * 900 + 181 * 2


def test_the_verifier_counts_duties_outside_their_limits() -> None:
    instance = TOY.replace("maxDuties = 4", "maxDuties = 3")
    instance = instance.replace("DutiesPerWeek = 0", "DutiesPerWeek = 30")
    checked = check(instance, [(360, 720, [4])], bounded=True)
    assert checked.duties == Fraction(2400, 720) - 3 == Fraction(1, 3)
    assert checked.goal == checked.over + 30 * checked.duties + 181
    assert len(checked.faults) == 1


@pytest.mark.parametrize(
    ("design", "fault"),
    [
        ([(0, 720, [1])], "tour at minute 0 of 720 minutes is none that the file allows"),
        ([(360, 700, [1])], "tour at minute 360 of 700 minutes is none that the file allows"),
        (
            [(360, 720, [1, 1])],
            "tour at minute 360 of 720 minutes has no people, or not for 1 days",
        ),
        ([(360, 720, [0])], "tour at minute 360 of 720 minutes has no people, or not for 1 days"),
        ([(360, 720, [1]), (360, 720, [1])], "a tour is there twice"),
    ],
)
def test_a_wrong_design_is_told(design: list[tuple[int, int, list[int]]], fault: str) -> None:
    assert fault in check(TOY, design).faults


def test_the_verifier_shares_no_code_with_what_it_verifies() -> None:
    file = Path(__file__).parents[2] / "src" / "watchbill" / "bench" / "verify_shift_design.py"
    assert "watchbill" not in file.read_text(encoding="utf-8")
