"""The agreements that ship, by id."""

from __future__ import annotations

from pathlib import Path

from watchbill.kernel.shipped import DATA, find_file


def agreement_ids() -> list[str]:
    """Ids of the agreements that ship, sorted."""
    return sorted(_files())


def agreement_path(where: str | Path) -> Path:
    """The file of an agreement: a path, or an id that ships. Raises :class:`BadInput`."""
    return find_file(where, _files(), "agreement")


def _files() -> dict[str, Path]:
    return {path.stem: path for path in (DATA / "agreements").glob("*.yaml")}
