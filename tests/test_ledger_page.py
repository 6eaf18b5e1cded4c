"""The page on the ledger: its commands run as they stand, and come to the figures that it names."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "ledger.md").read_text(encoding="utf-8")


def commands() -> list[list[str]]:
    """The page's commands, those written over two lines as one."""
    text = PAGE.replace("\\\n", " ")
    found = [line.strip() for line in text.splitlines() if line.startswith("    watchbill ")]
    return [shlex.split(line)[1:] for line in found]


def test_the_commands_of_the_page_come_to_its_figures(tmp_path: Path) -> None:
    said = ""
    for words in commands():
        placed = [str(ROOT / word) if word.startswith("docs/") else word for word in words]
        done = subprocess.run(
            [sys.executable, "-m", "watchbill", *placed],
            cwd=tmp_path, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
        said += done.stdout
    figures = re.findall(r"(?<![=\w])\d[\d,]*\.\d\d\b(?!\()", PAGE.replace("12.08", ""))
    assert len(figures) >= 4
    for figure in figures:
        assert figure in said, figure


def test_every_command_of_the_ledger_is_on_the_page() -> None:
    for command in ("post", "change", "callin", "record", "exchange ask", "offer open", "why",
                    "as-of", "log", "pay", "accounts", "replay", "grievance",
                    "simulate"):  # fmt: skip
        assert f"`{command}" in PAGE, command
