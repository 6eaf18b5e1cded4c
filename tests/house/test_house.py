"""What the house promises of its own files."""

import ast
import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
LONGEST_FILE = 350
"""Lines of a file that one still reads in one sitting."""
LONGEST_FUNCTION = 70
"""Lines of a function that one still sees at once."""


def tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    return [ROOT / name for name in listed if (ROOT / name).is_file()]


def too_long(files: Iterable[Path], root: Path) -> list[str]:
    """Files and functions that are longer than the house allows."""
    found = []
    for file in files:
        name, text = str(file.relative_to(root)), file.read_text()
        if len(text.splitlines()) > LONGEST_FILE:
            found.append(name)
        found += [
            f"{name}: {node.name}"
            for node in ast.walk(ast.parse(text))
            if isinstance(node, ast.FunctionDef) and lines_of(node) > LONGEST_FUNCTION
        ]
    return found


def lines_of(node: ast.FunctionDef) -> int:
    """Its lines, decorators included."""
    first = min([node.lineno, *(one.lineno for one in node.decorator_list)])
    return (node.end_lineno or node.lineno) - first + 1


def test_files_read_in_one_sitting_and_functions_fit_a_screen() -> None:
    source = too_long((ROOT / "src").rglob("*.py"), ROOT / "src")
    assert source == []
    tests = too_long([*(ROOT / "tests").rglob("*.py"), *(ROOT / "scripts").rglob("*.py")], ROOT)
    assert tests == []


def test_a_file_and_a_function_that_are_too_long_are_noticed(tmp_path: Path) -> None:
    (tmp_path / "long.py").write_text("x = 1\n" * 351)
    (tmp_path / "deep.py").write_text("def deep():\n" + "    x = 1\n" * 70)
    (tmp_path / "good.py").write_text("def good():\n" + "    x = 1\n" * 69)
    assert sorted(too_long(tmp_path.iterdir(), tmp_path)) == ["deep.py: deep", "long.py"]


def test_every_requirement_is_pinned_with_hashes_and_names_no_address() -> None:
    text = (ROOT / "requirements.txt").read_text()
    requirements = re.split(r"\n(?=[a-z0-9])", text.strip())
    assert len(requirements) > 50
    assert all("==" in one and "--hash=sha256:" in one for one in requirements)
    assert "//" not in text


def test_no_file_names_a_package_index_or_a_path_of_one_machine() -> None:
    hosts = ["py" + "pi.", "python" + "hosted", "npm" + "js.", "deb." + "debian"]
    paths = ["/" + "work/", "/tmp/" + "wb", "/root" + "/"]
    pattern = re.compile("|".join(re.escape(word) for word in hosts + paths))
    found = []
    for path in tracked():
        if path.suffix in {".png", ".js"}:
            continue
        found += [f"{path.name}: {line}" for line in path.read_text().splitlines()
                  if pattern.search(line)]  # fmt: skip
    assert found == []
