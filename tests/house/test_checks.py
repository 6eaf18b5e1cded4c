"""The checks of the house find what they are for."""

import subprocess
import sys
from pathlib import Path

from tests.house.test_layers import ROOT, copy_house, lint_imports

BLOCK = """
    total = 0
    for value in values:
        if value > 10:
            total += value
        elif value < 0:
            total -= value
        print(total)
    return total
"""
HEAVY = {"dask", "distributed", "django", "openpyxl", "ortools", "pyarrow", "weasyprint"}


def repeated_blocks(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pylint", "--rcfile", str(ROOT / "pyproject.toml"), "one", "two"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_block_written_twice_is_found(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.py").write_text(f"def {name}(values):{BLOCK}")
    done = repeated_blocks(tmp_path)
    assert done.returncode != 0
    assert "duplicate-code" in done.stdout


def test_a_block_written_once_is_not(tmp_path: Path) -> None:
    (tmp_path / "one.py").write_text(f"def one(values):{BLOCK}")
    (tmp_path / "two.py").write_text("def two(values):\n    return sum(values)\n")
    done = repeated_blocks(tmp_path)
    assert (done.returncode, done.stdout.strip()) == (0, "")


def test_pay_that_reaches_a_solver_is_found(tmp_path: Path) -> None:
    copy_house(tmp_path)
    engine = tmp_path / "src/watchbill/records/engine.py"
    engine.write_text("import ortools\n")
    cost = tmp_path / "src/watchbill/pay/cost.py"
    cost.write_text(cost.read_text() + "\nimport watchbill.records.engine\n")
    done = lint_imports(tmp_path)
    assert done.returncode == 1
    assert "watchbill.pay is not allowed to import ortools" in done.stdout


def test_the_command_line_starts_without_what_only_some_commands_need() -> None:
    code = "import sys, watchbill.cli.app as a; a.gathered([]); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert HEAVY & set(done.stdout.split()) == set()
