"""The agreements that ship, by id."""

from __future__ import annotations

from pathlib import Path

from watchbill.kernel.problems import BadInput, Problem, nearest

_FOLDER = Path(__file__).parent.parent / "data" / "agreements"


def agreement_ids() -> list[str]:
    """Ids of the agreements that ship, sorted."""
    return sorted(path.stem for path in _FOLDER.glob("*.yaml"))


def agreement_path(where: str | Path) -> Path:
    """The file that ``where`` names: a path, or the id of an agreement that ships.

    Raises :class:`BadInput` where it is neither.
    """
    path = Path(where)
    try:
        if path.is_file():
            return path
    except (OSError, ValueError):  # a name too long, or with a byte no file may have
        pass
    ids = agreement_ids()
    if str(where) in ids:
        return _FOLDER / f"{where}.yaml"
    near = nearest(str(where), ids)
    message = "no such file, and no agreement that ships has this id"
    raise BadInput([Problem(str(where), None, "", message, None, ", ".join(ids), near)])
