"""The services that ship, by id: each a folder with its service file and its people."""

from __future__ import annotations

from pathlib import Path

from watchbill.kernel.shipped import DATA, find_file


def service_ids() -> list[str]:
    """Ids of the services that ship, sorted."""
    return sorted(_files())


def service_path(where: str | Path) -> Path:
    """The file of a service: a path, or an id that ships. Raises :class:`BadInput`."""
    return find_file(where, _files(), "service")


def _files() -> dict[str, Path]:
    return {path.parent.name: path for path in (DATA / "services").glob("*/service.yaml")}
