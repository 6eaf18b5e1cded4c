"""``watchbill bench`` as its users run it."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


def bench(*words: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "watchbill", "bench", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("name", ["rws", "shift-design"])
def test_the_help_shows_an_example(name: str) -> None:
    done = bench(name, "--help")
    assert f"Example: watchbill bench {name} benchmarks/{name}" in " ".join(done.stdout.split())


def test_rws_prints_a_line_an_instance_and_a_summary(tmp_path: Path) -> None:
    deep = tmp_path / "deep" / "deeper"
    deep.mkdir(parents=True)
    for name in ("Example5", "Example15"):
        text = (BENCHMARKS / "rws" / "real" / f"{name}.txt").read_bytes()
        (deep / f"{name}.txt").write_bytes(text)
    done = bench("rws", tmp_path)
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert [text.split()[:2] for text in lines[:2]] == [
        ["Example5", "found"],
        ["Example15", "found"],
    ]
    assert lines[3].split()[:3] == ["deeper", "2", "2"]


def test_rws_as_json_has_the_rotation_and_the_plain_models_answer() -> None:
    done = bench("rws", BENCHMARKS / "rws" / "real" / "Example5.txt", "--json", "--plain-peer")
    data = json.loads(done.stdout)
    assert (data["name"], data["answer"], data["verified"]) == ("Example5", "found", True)
    assert {len(week) for week in data["rotation"]} == {7}
    assert data["plain"]["answer"] == "found"


def test_shift_design_as_json_has_the_goal() -> None:
    done = bench("shift-design", BENCHMARKS / "shift-design" / "toy3.dzn", "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["goal"] == 480


@pytest.mark.parametrize(
    ("name", "good", "old", "place"),
    [
        ("rws", "rws/real/Example5.txt", "\n1 4", "bad.txt:21: "),
        ("shift-design", "shift-design/toy1.dzn", "days = 1", "bad.dzn:2: days: "),
    ],
)
def test_a_bad_file_exits_with_2_and_names_the_line(
    name: str, good: str, old: str, place: str, tmp_path: Path
) -> None:
    file = BENCHMARKS / good
    text = file.read_text(encoding="utf-8")
    assert old in text
    (tmp_path / f"bad{file.suffix}").write_text(text.replace(old, old[:-1] + "x", 1))
    done = bench(name, tmp_path)
    assert done.returncode == 2
    assert f"{tmp_path}/{place}" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_without_instances_exits_with_2(tmp_path: Path) -> None:
    done = bench("rws", tmp_path)
    assert done.returncode == 2
    assert "no instance in this folder" in done.stderr


def test_control_c_ends_rws_with_a_summary_of_what_is_decided(tmp_path: Path) -> None:
    text = (BENCHMARKS / "rws" / "real" / "Example5.txt").read_bytes()
    for number in range(2000):
        (tmp_path / f"{number}.txt").write_bytes(text)
    command = [sys.executable, "-m", "watchbill", "bench", "rws", str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        first = running.stdout.readline()
        running.send_signal(signal.SIGINT)
        rest = running.stdout.read().splitlines()
    assert running.returncode == 130
    assert first.split()[1] == "found"
    assert rest[-2].split()[0] == "Folder"
    assert int(rest[-1].split()[1]) < 2000
