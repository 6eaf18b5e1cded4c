"""Files that ship with the program, named by an id instead of a path."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from watchbill.kernel.problems import BadInput, Problem, nearest

DATA = Path(__file__).parent.parent / "data"
"""The folder of everything that ships as data."""


def find_file(where: str | Path, shipped: Mapping[str, Path], what: str) -> Path:
    """The file that ``where`` names: a path, or the id of one of the ``shipped`` files.

    Raises :class:`BadInput` where it is neither.
    """
    path = Path(where)
    try:
        if path.is_file():
            return path
    except (OSError, ValueError):  # a name too long, or with a byte no file may have
        pass
    if str(where) in shipped:
        return shipped[str(where)]
    ids = sorted(shipped)
    message = f"no such file, and no {what} that ships has this id"
    near = nearest(str(where), ids)
    raise BadInput([Problem(str(where), None, "", message, None, ", ".join(ids), near)])
