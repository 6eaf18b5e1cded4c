"""``watchbill check`` shows the remarks, and its exit code says whether they count."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from watchbill.kernel.shipped import DATA


def check(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "watchbill", "check", *words]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def line_of(clause: str, agreement: str) -> int:
    """The line of the file on which the clause begins."""
    file = DATA / "agreements" / f"{agreement}.yaml"
    lines = file.read_text(encoding="utf-8").splitlines()
    return lines.index(f'  - clause: "{clause}"') + 1


@pytest.mark.parametrize(
    ("agreement", "code", "last"),
    [
        ("north-bay-police", 0, "Only notes: the arithmetic is sound."),
        ("fire-district-21-day", 0, "Only notes: the arithmetic is sound."),
        ("seattle-fire-chiefs-2", 1, "3 errors, 0 warnings, 2 notes"),
        ("nobody-signed-this", 2, ""),
    ],
)
def test_the_exit_code_says_whether_the_text_is_sound(agreement: str, code: int, last: str) -> None:
    done = check(agreement)
    assert done.returncode == code
    remarks, _, counts = done.stdout.partition(f"\n{last}\n\n") if last else ("", "", "")
    assert bool(remarks) == bool(last)
    assert len(counts.splitlines()) == (2 if last else 0)


def test_a_program_has_the_remarks_with_their_lines() -> None:
    done = check("seattle-fire-chiefs-2", "--json")
    assert done.returncode == 1
    first = json.loads(done.stdout)["remarks"][0]
    assert first == {
        "check": "references",
        "severity": "error",
        "clauses": ["4.8.3"],
        "line": line_of("4.8.3", "seattle-fire-chiefs-2"),
        "sentence": "Clause 4.8.3 refers to 4.5.4, which does not exist.",
        "figures": ["4.5.4"],
        "reading": None,
    }
