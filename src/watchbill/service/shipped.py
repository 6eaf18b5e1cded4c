"""The services that ship, by id: each a folder with its service file and its people."""

from __future__ import annotations

from pathlib import Path

from watchbill.kernel.shipped import DATA, find_file

FILE = "service.yaml"
"""What the file of a service is called in its folder."""


def service_ids() -> list[str]:
    """Ids of the services that ship, sorted."""
    return sorted(_files())


def service_path(where: str | Path) -> Path:
    """The file of a service: a path to it or to its folder, or an id that ships.

    Raises :class:`BadInput`.
    """
    folder = Path(where)
    try:
        inside = folder.is_dir() and (folder / FILE).is_file()
    except (OSError, ValueError):  # a name too long, or with a byte no file may have
        inside = False
    return folder / FILE if inside else find_file(where, _files(), "service")


def _files() -> dict[str, Path]:
    return {path.parent.name: path for path in (DATA / "services").glob(f"*/{FILE}")}
