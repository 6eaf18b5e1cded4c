"""The tutorial, followed to the letter: every file it writes and every command it shows."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

DOCS = Path(__file__).parents[1] / "docs"
BLOCK = re.compile(r"^```(?P<head>[^\n]+)\n(?P<body>.*?)^```$", re.DOTALL | re.MULTILINE)


def write(folder: Path, head: str, body: str) -> None:
    name, _, how = head.removeprefix("yaml ").partition(" ")
    file = folder / name
    if how == "adds":
        file.write_text(file.read_text() + body)
    elif how.startswith("replaces "):
        start = how.removeprefix("replaces ").strip('"')
        before = file.read_text()
        file.write_text(before[: before.index(f"{start}\n")] + body)
    else:
        file.write_text(body)


def mend(folder: Path, head: str, body: str) -> None:
    file = folder / head.removeprefix("mend ")
    for line in body.splitlines():
        before, after = line.split(" -> ")
        text = file.read_text()
        assert text.count(before) == 1, before
        file.write_text(text.replace(before, after))


def run(folder: Path, body: str) -> None:
    command, *shown = body.splitlines()
    words = command.removeprefix("$ watchbill ").split()
    done = subprocess.run(
        [sys.executable, "-m", "watchbill", *words],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    printed = [" ".join(line.split()) for line in (done.stdout + done.stderr).splitlines()]
    place = 0
    for wanted in (" ".join(line.split()) for line in shown):
        found = [at for at, line in enumerate(printed) if at >= place and line.startswith(wanted)]
        assert found, f"{command}: not shown in this order: {wanted}\n" + "\n".join(printed)
        place = found[0] + 1


def test_following_it_gives_what_it_shows_and_the_finished_files(tmp_path: Path) -> None:
    text = (DOCS / "tutorial.md").read_text(encoding="utf-8")
    blocks = [(match["head"], match["body"]) for match in BLOCK.finditer(text)]
    assert len(blocks) >= 12
    for head, body in blocks:
        if head.startswith("yaml "):
            write(tmp_path, head, body)
        elif head.startswith("mend "):
            mend(tmp_path, head, body)
        else:
            assert head == "console"
            run(tmp_path, body)
    for name in ("harbour.yaml", "examples.yaml"):
        finished = (DOCS / "tutorial" / name).read_text(encoding="utf-8")
        assert (tmp_path / name).read_text(encoding="utf-8") == finished
    assert (tmp_path / "pages" / "harbour-patrol.html").exists()
