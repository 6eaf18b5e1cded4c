"""The examples that ship, a file beside each agreement."""

from __future__ import annotations

from pathlib import Path

from watchbill.kernel.shipped import DATA, find_file

FOLDER = DATA / "examples"


def example_path(where: str | Path) -> Path:
    """The example file at that place, or the one that ships for the agreement of that id.

    Raises :class:`BadInput` with the id most like it.
    """
    shipped = {path.stem: path for path in sorted(FOLDER.glob("*.yaml"))}
    return find_file(where, shipped, "example file")
