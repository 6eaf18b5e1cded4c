"""The agreements that ship, by id."""

from __future__ import annotations

from pathlib import Path

from watchbill.kernel.shipped import DATA, find_file


def agreement_ids() -> list[str]:
    """Ids of the agreements that ship, sorted."""
    return sorted(agreement_files())


def agreement_path(where: str | Path) -> Path:
    """The file of an agreement: a path, or an id that ships. Raises :class:`BadInput`."""
    return find_file(where, agreement_files(), "agreement")


def agreement_files() -> dict[str, Path]:
    """The files of the agreements that ship, by id."""
    return {path.stem: path for path in (DATA / "agreements").glob("*.yaml")}
