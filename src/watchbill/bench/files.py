"""Which files of some folders are instances, and what to call them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from watchbill.kernel.problems import BadInput, Problem


def instances(where: Iterable[Path], ending: str = ".txt") -> list[Path]:
    """The files with this ending, in any case, in folders, at any depth, ordered by number.

    A file that is named itself is one whatever its ending. Raises :class:`BadInput`.
    """
    files: list[Path] = []
    problems: list[Problem] = []
    for place in where:
        inside = (
            file for file in place.rglob("*") if file.suffix.lower() == ending and file.is_file()
        )
        found = sorted(inside, key=_by_number) if place.is_dir() else [place]
        if not found:
            message = f"no instance in this folder: they are {ending} files"
            problems.append(Problem(str(place), None, "", message))
        files += [file for file in found if file not in files]
    if problems:
        raise BadInput(problems)
    return files


def named(files: Sequence[Path]) -> Iterator[tuple[Path, str]]:
    """Each file and its name; where two are named alike, their folder comes before."""
    names = [file.stem for file in files]
    for file in files:
        alike = names.count(file.stem) > 1
        yield file, f"{file.parent.name}/{file.stem}" if alike else file.stem


def _by_number(path: Path) -> list[tuple[bool, int, str]]:
    parts = re.findall(r"\d+|\D+", str(path))
    return [(part.isdigit(), int(part) if part.isdigit() else 0, part) for part in parts]
