"""One word for one thing: no two public classes have the same name."""

import ast
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from tests.house.test_house import ROOT

SOURCE = ROOT / "src" / "watchbill"
TWICE = frozenset({"Beside", "Schedule", "Service"})
"""Names that still mean two things. Nothing is added here: whoever renames one takes it out."""


def named(files: Iterable[Path]) -> dict[str, list[str]]:
    """Files by the public classes that they define."""
    found: dict[str, list[str]] = defaultdict(list)
    for file in files:
        for node in ast.parse(file.read_text()).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                found[node.name].append(file.name)
    return found


def sources() -> list[Path]:
    return [file for file in SOURCE.rglob("*.py") if "migrations" not in file.parts]


def test_no_two_public_classes_have_one_name() -> None:
    twice = {name: files for name, files in named(sources()).items() if len(files) > 1}
    assert {name: files for name, files in twice.items() if name not in TWICE} == {}


def test_the_list_of_names_that_mean_two_things_only_goes_down() -> None:
    assert len(TWICE) <= 3
    known = named(sources())
    assert {name for name in TWICE if name not in known} == set()


def test_a_name_given_twice_is_noticed(tmp_path: Path) -> None:
    for file in ("roster", "ledger"):
        (tmp_path / f"{file}.py").write_text("class Schedule:\n    pass\n\n\nclass _Own: ...\n")
    assert {name: len(files) for name, files in named(tmp_path.iterdir()).items()} == {
        "Schedule": 2
    }
