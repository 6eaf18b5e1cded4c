"""The benchmark over the instances that ship."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from rich.console import Console

from watchbill.bench.contract import rotation_record
from watchbill.bench.files import instances
from watchbill.bench.plain_rws import decide_plainly
from watchbill.bench.rws import RotationRow, line, run, summary
from watchbill.bench.verify_rws import faults
from watchbill.contract.record import canonical
from watchbill.design.rotation.result import RotationAnswer
from watchbill.design.rotation.rws_file import read_rws
from watchbill.kernel.problems import BadInput
from watchbill.solve.run import Answer
from watchbill.solve.settings import Settings

SHIPPED = Path(__file__).parents[2] / "benchmarks" / "rws"
IMPOSSIBLE = {"Example43", "Example45", "Example49"}


@pytest.fixture(scope="module")
def rows() -> list[RotationRow]:
    return list(run([SHIPPED]))


def test_every_instance_is_decided_and_every_rotation_verified(rows: list[RotationRow]) -> None:
    assert len(rows) == 25
    for row in rows:
        expected = Answer.IMPOSSIBLE if row.name in IMPOSSIBLE else Answer.FOUND
        assert row.answer is expected, row.name
        assert row.faults == ()
        assert (row.weeks is not None) is (expected is Answer.FOUND)


def test_a_rotation_found_does_not_verify_for_another_instance(rows: list[RotationRow]) -> None:
    found = [row for row in rows if row.weeks is not None]
    for row, other in pairwise(found):
        text = other.file.read_text(encoding="utf-8")
        assert faults(text, row.weeks or (), list(other.tours)) != []


def test_the_same_seed_gives_the_same_rotations(rows: list[RotationRow]) -> None:
    again = run([SHIPPED / "real"])
    first = {row.file: row.weeks for row in rows}
    assert all(first[row.file] == row.weeks for row in again)


@pytest.mark.parametrize("name", ["real/Example1", "real/Example5", "real/Example13"])
def test_the_plain_model_agrees(name: str, rows: list[RotationRow]) -> None:
    file = SHIPPED / f"{name}.txt"
    plain = decide_plainly(read_rws(file), Settings(limit=60.0, cores=2))
    (row,) = [row for row in rows if row.file == file]
    assert plain.answer is row.answer
    if plain.weeks is not None:
        assert faults(file.read_text(encoding="utf-8"), plain.weeks, list(row.tours)) == []


def test_instances_are_in_the_order_of_their_numbers(rows: list[RotationRow]) -> None:
    real = [row.name for row in rows if row.file.parent.name == "real"]
    assert real == [f"Example{number}" for number in range(1, 20, 2)]


def test_a_line_says_name_answer_and_seconds(rows: list[RotationRow]) -> None:
    row = replace(rows[0], seconds=0.01234)
    assert str(line(row)).split() == [row.name, "found", "0.0123", "s"]


def test_a_line_of_json_has_the_rotation(rows: list[RotationRow]) -> None:
    for row in rows:
        data = json.loads(canonical(rotation_record(row)))
        assert data["name"] == row.name
        assert data["answer"] == str(row.answer)
        assert data["rotation"] == (None if row.weeks is None else list(row.weeks))
        assert data["verified"] is (None if row.weeks is None else True)


def test_a_line_compares_with_the_plain_model(rows: list[RotationRow]) -> None:
    plain = RotationAnswer(Answer.FOUND, 2.0, 1)
    row = replace(rows[0], seconds=0.02, plain=plain)
    assert "100.0 times" in str(line(row))
    undecided = replace(row, plain=replace(plain, answer=Answer.UNDECIDED, seconds=60.0))
    assert "over   3000 times" in str(line(undecided))
    assert json.loads(canonical(rotation_record(row)))["plain"] == {
        "answer": "found",
        "seconds": 2.0,
    }


def test_a_fault_is_shown(rows: list[RotationRow]) -> None:
    row = replace(rows[0], faults=("day 1: 2 on N, need 3",))
    assert "WRONG: day 1: 2 on N, need 3" in str(line(row))
    assert json.loads(canonical(rotation_record(row)))["verified"] is False


def test_the_summary_has_a_line_a_folder_and_one_for_all(rows: list[RotationRow]) -> None:
    timed = [replace(row, seconds=0.02, plain=RotationAnswer(Answer.FOUND, 3.0, 1)) for row in rows]
    console = Console(width=160, record=True, quiet=False, file=None, force_terminal=False)
    with console.capture() as captured:
        console.print(summary(timed))
    lines = captured.get().splitlines()
    assert [text.split()[0] for text in lines] == ["Folder", "generated", "real", "all"]
    assert lines[3].split() == ["all", "25", "25", "0.0200", "0.0200", "25", "3.0000", "150", "0"]


def test_the_summary_says_that_a_ratio_to_a_stopped_peer_is_the_least(
    rows: list[RotationRow],
) -> None:
    plain = RotationAnswer(Answer.UNDECIDED, 3.0, 1)
    console = Console(width=160)
    with console.capture() as captured:
        console.print(summary([replace(rows[0], seconds=0.02, plain=plain)]))
    assert "at least 3.0000" in captured.get()
    assert "at least 150" in captured.get()


def test_a_bad_file_stops_it_before_the_first_solve(tmp_path: Path) -> None:
    good = (SHIPPED / "real" / "Example1.txt").read_text(encoding="utf-8")
    (tmp_path / "good.txt").write_text(good, encoding="utf-8")
    (tmp_path / "bad.txt").write_text("7\nx\n", encoding="utf-8")
    with pytest.raises(BadInput) as caught:
        run([tmp_path])
    assert [problem.line for problem in caught.value.problems] == [2]


def test_a_folder_without_instances_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no instance"):
        instances([tmp_path])


def test_an_ending_in_capitals_counts_and_a_folder_named_like_an_instance_does_not(
    tmp_path: Path,
) -> None:
    (tmp_path / "ONE.TXT").write_text("", encoding="utf-8")
    (tmp_path / "notes.md").write_text("", encoding="utf-8")
    (tmp_path / "folder.txt").mkdir()
    assert instances([tmp_path]) == [tmp_path / "ONE.TXT"]


def test_a_file_may_be_named_itself_and_counts_once() -> None:
    file = SHIPPED / "real" / "Example5.txt"
    assert instances([file, SHIPPED / "real"]).count(file) == 1
    assert [row.answer for row in run([file])] == [Answer.FOUND]


def test_instances_named_alike_are_told_apart_by_folder(tmp_path: Path) -> None:
    text = (SHIPPED / "real" / "Example5.txt").read_text(encoding="utf-8")
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "same.txt").write_text(text, encoding="utf-8")
    assert [row.name for row in run([tmp_path])] == ["one/same", "two/same"]
