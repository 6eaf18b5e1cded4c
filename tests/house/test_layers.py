"""Data flows one way; the check that says so can fail."""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    command = Path(sys.executable).parent / "lint-imports"
    return subprocess.run(
        [str(command), "--no-cache"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(folder / "src"), "PATH": "/usr/bin:/bin"},
    )


def copy_house(folder: Path) -> None:
    """What the layer check reads, in a folder where it may be damaged."""
    shutil.copytree(ROOT / "src", folder / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)


def test_nothing_lower_imports_higher() -> None:
    done = lint_imports(ROOT)
    assert done.returncode == 0, done.stdout


def test_an_import_upward_is_found(tmp_path: Path) -> None:
    copy_house(tmp_path)
    rest = tmp_path / "src/watchbill/rules/rest.py"
    rest.write_text(rest.read_text() + "\nimport watchbill.roster.build\n")
    done = lint_imports(tmp_path)
    assert done.returncode == 1
    assert "watchbill.rules.rest -> watchbill.roster.build" in done.stdout


def test_pay_loads_no_solver_no_web_and_no_command_line() -> None:
    code = "import sys, watchbill.pay.cost; print(sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    for module in ("ortools", "django", "typer", "watchbill.solve"):
        assert f"'{module}'" not in done.stdout


def test_a_design_that_asks_pay_is_found(tmp_path: Path) -> None:
    copy_house(tmp_path)
    study = tmp_path / "src/watchbill/design/study/study.py"
    study.write_text(study.read_text() + "\nimport watchbill.pay.cost\n")
    done = lint_imports(tmp_path)
    assert done.returncode == 1
    assert "watchbill.design is not allowed to import watchbill.pay" in done.stdout
