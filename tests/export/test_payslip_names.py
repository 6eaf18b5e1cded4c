"""The names of payslips' files: one for each name, and none that a system refuses."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from watchbill.export.payslip import slip_names
from watchbill.service.load import load_service

ANYBODY = load_service("hsaa-station").people[0]


def named(*names: str) -> dict[str, str]:
    return slip_names([replace(ANYBODY, name=name) for name in names])


def test_a_plain_name_is_the_file_s() -> None:
    assert named("Aitken", "O'Neil Ana") == {
        "Aitken": "aitken.html",
        "O'Neil Ana": "o-neil-ana.html",
    }


def test_three_names_that_look_alike_have_three_files() -> None:
    files = named("Smith J.", "Smith J", "Smith-J", "smith j")
    assert len(set(files.values())) == 4
    assert all(file.startswith("smith-j-") for file in files.values())


def test_a_name_of_dots_and_a_long_one_have_a_file_that_can_be_written(tmp_path: Path) -> None:
    for file in named("...", "R" * 300, "R" * 299, "王" * 300, "/").values():
        (tmp_path / file).write_text("slip")
    assert len(list(tmp_path.iterdir())) == 5


@given(st.sets(st.text(min_size=1, max_size=300), min_size=1, max_size=6))
@settings(deadline=None)
def test_no_two_people_share_a_file_and_none_leaves_the_folder(names: set[str]) -> None:
    files = named(*names)
    assert len({file.casefold() for file in files.values()}) == len(names)
    for file in files.values():
        assert len(file.encode()) <= 120
        assert Path(file).name == file
