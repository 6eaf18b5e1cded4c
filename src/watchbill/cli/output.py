"""Writing what a command makes to where the user asked for it."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path

from watchbill.kernel.problems import BadInput, Problem

STANDARD_OUTPUT = Path("-")


class ReaderGone(Exception):  # noqa: N818  nobody's error: who read standard output has gone
    """Nothing more can be written, as in ``| head``.

    Not an ``OSError``, which Typer would end with the exit code of findings.
    """


def json_text(data: object) -> str:
    """``data`` as JSON, its keys sorted, a line for each of its parts."""
    return json.dumps(data, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def write_record(value: object, path: Path | None = None) -> None:
    """A record of the contract to the file, or to standard output. Raises BadInput."""
    write_text(path, record_text(value))


def record_text(value: object) -> str:
    """A record of the contract as one JSON object."""
    from watchbill.contract.record import plain

    return json_text(plain(value))


def write_text(path: Path | None, text: str) -> None:
    """``text`` to the file, or to standard output for ``-`` or none. Raises BadInput."""
    write_bytes(path, text.encode("utf-8", "replace"))


def write_bytes(path: Path | None, data: bytes) -> None:
    """``data`` to the file, which is then said on standard error, or to standard output for ``-``
    or none. Raises BadInput.
    """
    if path is None or path == STANDARD_OUTPUT:
        try:
            sys.stdout.flush()
            sys.stdout.buffer.write(data)
            sys.stdout.flush()
        except BrokenPipeError as error:
            raise ReaderGone from error
        return
    _save(path, data)
    tell_written(str(path))


def write_folder(folder: Path, files: Mapping[str, str], what: str) -> None:
    """Texts by file name to a folder, which is made where it is not there; ``what`` they are, in
    the plural, is then said on standard error. Raises BadInput.
    """
    make_folder(folder)
    for name, text in files.items():
        _save(folder / name, text.encode("utf-8", "replace"))
    tell_written(f"{len(files)} {what} in {folder}")


def tell_written(what: str) -> None:
    """Says what was written; standard output may be somebody's data."""
    sys.stderr.write(f"Written: {what}\n")


def _save(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except (OSError, ValueError) as error:  # ValueError: a byte that no path may have
        reason = getattr(error, "strerror", None) or error
        message = f"the file cannot be written: {reason}"
        raise BadInput([Problem(str(path), None, "", message)]) from error


def make_folder(path: Path) -> None:
    """The folder, with those around it, where it is not there yet. Raises BadInput."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"the folder cannot be made: {error.strerror}"
        raise BadInput([Problem(str(path), None, "", message)]) from error
